import type { Card } from '#card/card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { cardsThere } from '#command/watch/cards-there.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { movingOf } from '#command/watch/move-cards.ts';
import { namedChannel } from '#command/watch/named-channel.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Post } from '#delivery/delivery.ts';
import { endWatching, whatWaits } from '#delivery/end-watching.ts';
import { keepUp, takeUp } from '#delivery/keep-up.ts';
import { released } from '#delivery/released.ts';
import { type Destination, takeAlong } from '#delivery/take-along.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Stores } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';

/** A watch as it stands, and as it is wanted from now on. */
type Wanted = { readonly before: Subscription; readonly after: Subscription };

/**
 * Moves a watch to another channel that the person named, sees and manages: new stories go there, on the conditions that
 * are wanted from now on. The cards that stand stay where they are, and are kept up to date there until they are quiet.
 */
export async function moveWatch({ before, after }: Wanted, to: string, ask: Ask, desk: Desk): Promise<Reply> {
  const { language, tooManyTopics } = await wordsFor(ask, desk);
  const words = editWordsIn(language);
  const target = await namedChannel(to, ask, desk);
  const { name } = before;
  if (target === undefined) return { kind: 'refused', lines: [words.noSuchChannel(to)], option: 'to' };
  if (target.id === before.channel)
    return { kind: 'refused', lines: [words.isThere(name, target.name)], option: 'to' };

  if ((await standingIn(target, ask, desk)) !== 'manages')
    return { kind: 'refused', lines: [words.notYoursToFill(target.name)], option: 'to' };

  const moved: Subscription = { ...after, id: subscriptionId(target.id, after.topic), channel: target.id };
  const held = await heldFor(before, desk.ledger, desk.clock());
  const cards = await cardsThere(
    held.map(({ story }) => story),
    { watch: moved, channel: target },
    desk,
  );
  const made = await makeChange('watch edit', ask, desk, (stores, now) =>
    moveTo(target, { before, after: moved }, ask.who, { stores, now, cards }),
  );
  if (made.result === 'already-there')
    return { kind: 'refused', lines: [words.watchesItAlready(target.name, name)], option: 'to' };
  if (made.result === 'full')
    return { kind: 'refused', lines: [tooManyTopics(target.name, MOST_TOPICS)], option: 'to' };
  const { open, movable, along, dropped } = made.result;
  return {
    kind: 'done',
    lines: [
      words.moved(name, ask.channel.name, target.name, open),
      ...(along === 0 ? [] : [words.goesAlong(along, target.name)]),
      ...(dropped === 0 ? [] : [words.notToldThere(dropped, target.name)]),
    ],
    actions: [
      ...made.undo,
      ...(movable.length === 0 ? [] : [{ label: words.moveThose, command: movingOf(moved.id, movable) }]),
    ],
  };
}

type Moving = {
  readonly stores: Stores;
  readonly now: Date;
  /** Of what the watch waits for, as the other channel is to see them. */
  readonly cards: ReadonlyMap<StoryId, Card>;
};

/** Begins the watch where it goes and ends it where it was; what it waits for goes along. */
async function moveTo(target: ChannelRef, { before, after }: Wanted, who: string, moving: Moving) {
  const { stores, now, cards } = moving;
  const { subscriptions, workspaces } = stores;
  const has = await subscriptions.listByChannel(target.id);
  if (has.some(({ id }) => id === after.id)) return { result: 'already-there' as const };
  if (has.length >= MOST_TOPICS) return { result: 'full' as const };
  const watch = { ...after, createdAt: now.toISOString() };
  await subscriptions.add(watch);
  const takenUp = await takeUp(watch, stores, now);
  const held = await heldFor(before, stores, now);
  const waiting = held.map((post) => ({ ...post, card: cards.get(post.story) ?? post.card }));
  const stories = (await endWatching(before, stores, now)) ?? [];
  const shown = stories.filter(({ state }) => state === 'posted' || state === 'joined');
  const kept = await keepUp(
    before,
    shown.map(({ story }) => story),
    stores,
    now,
  );
  const muted = await muteThere({ channel: target.id, stories: kept, by: who }, stores, now);
  // Who reads of one channel what was done need not be let into the other.
  const { workspace, id: channel } = target;
  const row = { workspace, channel, who, at: now.toISOString(), what: 'watch edit' };
  await workspaces.audit({ ...row, detail: `${before.name}: from another channel` });
  const carried = await carry(waiting, { watch, channel: target }, stores, now);
  const inverse: Inverse = {
    kind: 'all',
    of: [
      { kind: 'keep-up', watch, stories: takenUp },
      ...muted,
      { kind: 'restore-watch', watch: before, stories, kept },
      { kind: 'remove-watch', watch: after.id, after: await subscriptions.find(after.id) },
    ],
  };
  return {
    result: { open: kept.length, movable: await movableOf(kept, before.channel, stores), ...carried },
    detail: `${before.name}: to another channel`,
    inverse,
  };
}

/** The cards that the watch waits for in its channel. */
async function heldFor(
  { id, channel }: Subscription,
  { subscriptions, deliveries }: Pick<Stores, 'subscriptions' | 'deliveries'>,
  now: Date,
): Promise<readonly Post[]> {
  const standing = (await subscriptions.listStates(id)).filter(({ state }) => state !== 'muted');
  return whatWaits(channel, standing, deliveries, now);
}

/** Brings what waits where the watch goes, in its order: how many are told there, and how many that channel wants not. */
async function carry(waiting: readonly Post[], to: Destination, stores: Stores, now: Date) {
  let along = 0;
  for (const post of released(waiting, now)) {
    const state = await takeAlong(post, to, stores, new Date(post.plannedAt));
    if (state !== 'muted') along += 1;
  }
  return { along, dropped: waiting.length - along };
}

/** Those of the stories, as people call them, whose cards no other watch of the channel wants there. */
async function movableOf(
  ids: readonly StoryId[],
  channel: ChannelId,
  { stories, subscriptions }: Stores,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const id of ids) {
    const story = await stories.find(id);
    const isWanted = (await subscriptions.listForStory(channel, id)).length > 0;
    if (story !== undefined && !isWanted) names.push(story.shortName);
  }
  return names;
}

/** What has a card where the watch was gets no second one where it goes. Gives what takes that back. */
async function muteThere(
  {
    channel,
    stories,
    by,
  }: { readonly channel: ChannelId; readonly stories: readonly StoryId[]; readonly by: string },
  { subscriptions, deliveries }: Stores,
  now: Date,
): Promise<readonly Inverse[]> {
  const inverses: Inverse[] = [];
  for (const story of stories) {
    const isKnownThere =
      (await subscriptions.findMute(channel, story)) !== undefined ||
      (await deliveries.findPost(channel, story)) !== undefined;
    if (isKnownThere) continue;
    await subscriptions.saveMute({ channel, story, by, at: now.toISOString() });
    inverses.push({ kind: 'mute', channel, story, after: { channel, story, by, at: now.toISOString() } });
  }
  return inverses;
}
