import type { Action } from '#channel/action.ts';
import { isOperators } from '#channel/operator-channel.ts';
import { findOwed } from '#command/admin/find-owed.ts';
import { type SeenStop, stopsSeenBy } from '#command/admin/tell-stops.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { whereItStands } from '#command/undo/take-back-owed.ts';
import type { DeliveryWords } from '#command/words/delivery-words.ts';
import { isRemovalOwed, livingOn } from '#delivery/after-removal.ts';
import { tellStories } from '#delivery/deliver-digest.ts';
import type { Post } from '#delivery/delivery.ts';
import { dropped, type OwedMessage, wordsOf } from '#delivery/owed-message.ts';
import { type Replay, replayOwed } from '#delivery/replay-owed.ts';
import { standAt } from '#delivery/story-state.ts';
import { tellNotRemoved } from '#delivery/tell-not-removed.ts';
import type { Stores } from '#ledger.ts';

const PATH = 'readout-admin deliveries';

/**
 * Sends a message again that ended without arriving, or drops one that waits. Of something that is stopped `replay`
 * means: try again now.
 */
export async function changeOwed(
  what: 'replay' | 'drop',
  asked: string,
  words: DeliveryWords,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const stopped = (await stopsSeenBy(ask, desk, ['manages'])).find(
    ({ stop }) => (stop.platform ?? stop.channel) === asked,
  );
  if (stopped !== undefined && what === 'replay' && (await mayResume(stopped, ask, desk))) {
    return resume(stopped, words, ask, desk);
  }
  const owed = await findOwed(asked, ask, desk);
  if (owed === undefined) return { kind: 'refused', lines: [words.noSuch(asked)] };

  const { key } = owed.row;
  const made = await makeChange(PATH, ask, desk, async (stores, now) => {
    const stored = await stores.owed.find(key);
    const change = stored && (await changeTo(what, stored, { who: ask.who, now }, stores));
    if (stored === undefined || change === undefined) return undefined;
    const { changed } = change;
    await save(changed, stores, now);
    if (stored.kind === 'card' && changed.kind === 'card')
      await tellNotRemoved(stored.row, changed.row, stores, now);
    const [before, after] = [whereItStands(stored), whereItStands(changed)];
    return {
      result: change.kind,
      detail: `${what} ${key}`,
      inverse: { kind: 'put-back', key, before, after },
      opposite: `${PATH} --${what === 'drop' ? 'replay' : 'drop'} ${key}`,
    };
  });
  return made === undefined ? refused(what, owed, words) : told(made.result, made.undo, owed, words);
}

type Change = { readonly kind: Replay['kind'] | 'dropped'; readonly changed: OwedMessage };

async function changeTo(
  what: 'replay' | 'drop',
  owed: OwedMessage,
  { who, now }: { readonly who: string; readonly now: Date },
  { deliveries }: Stores,
): Promise<Change | undefined> {
  if (what === 'replay') {
    const replay = await replayOwed(owed, deliveries, now);
    return replay && { kind: replay.kind, changed: replay.owed };
  }
  const changed = droppedMessage(owed, who, now);
  return changed && { kind: 'dropped', changed };
}

function droppedMessage(owed: OwedMessage, who: string, now: Date): OwedMessage | undefined {
  switch (owed.kind) {
    case 'card': {
      const row = droppedCard(owed.row, who, now);
      return row && { kind: 'card', row };
    }
    case 'line': {
      const row = dropped(owed.row, who);
      return row && { kind: 'line', row };
    }
    case 'digest': {
      const row = dropped(owed.row, who);
      return row && { kind: 'digest', row };
    }
  }
}

/** Where what is dropped is the removal of a card, the card lives on. */
function droppedCard(post: Post, who: string, now: Date): Post | undefined {
  const row = dropped(post, who);
  return row && isRemovalOwed(post) ? livingOn(row, now) : row;
}

async function save(owed: OwedMessage, stores: Stores, now: Date): Promise<void> {
  switch (owed.kind) {
    case 'card': {
      await stores.deliveries.savePost(owed.row);
      const hasCard = owed.row.message !== undefined;
      if (!hasCard)
        await standAt(owed.row.state === 'dead' ? 'dead' : 'posted', owed.row, stores.subscriptions, now);
      return;
    }
    case 'line':
      return stores.deliveries.savePointer(owed.row);
    case 'digest':
      await stores.digests.save(owed.row);
      return tellStories(owed.row, stores, now);
  }
}

function refused(what: 'replay' | 'drop', owed: OwedMessage, words: DeliveryWords): Reply {
  const refusal = what === 'replay' ? words.notReplayed : words.notDropped;
  return { kind: 'refused', lines: [refusal(wordsOf(owed), words.states[owed.row.state])] };
}

function told(
  kind: Change['kind'],
  undo: readonly Action[],
  owed: OwedMessage,
  { replayed, soughtAgain, dropped: isDropped }: DeliveryWords,
): Reply {
  const said = { 'sent-again': replayed, 'taken-away': soughtAgain, dropped: isDropped }[kind];
  return { kind: 'done', lines: [said(wordsOf(owed))], actions: undo };
}

/** A platform is everybody's: each try with a token that it refused counts towards a ban of all. */
const mayResume = async ({ stop }: SeenStop, { channel }: Ask, { ledger }: Desk): Promise<boolean> =>
  stop.platform === undefined || isOperators(channel, ledger.workspaces);

async function resume({ stop, name }: SeenStop, words: DeliveryWords, ask: Ask, desk: Desk): Promise<Reply> {
  const now = desk.clock();
  const channels =
    stop.platform === undefined
      ? [stop.channel]
      : (await desk.ledger.workspaces.listChannelsOn(stop.platform)).map(({ id }) => id);
  await desk.ledger.transaction(async (stores) => {
    await stores.stops.lift(stop);
    await stores.owed.hasten(channels, now);
    await audit(`try again ${stop.platform ?? stop.channel}`, ask, stores, now);
  });
  return { kind: 'done', lines: [words.resumed(name)] };
}

const audit = (detail: string, { channel, who }: Ask, { workspaces }: Stores, now: Date): Promise<void> =>
  workspaces.audit({
    workspace: channel.workspace,
    channel: channel.id,
    who,
    at: now.toISOString(),
    what: PATH,
    detail,
  });
