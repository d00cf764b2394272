import type { Undo } from '#channel/button-store.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { asTyped } from '#command/as-typed.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { MOST_ADDED_AN_HOUR } from '#command/feed/own-feed-limits.ts';
import { policyIn } from '#command/rights.ts';
import { standingIn } from '#command/standing.ts';
import { commandTold, lineTold } from '#command/undo/change-told.ts';
import { type Inverse, isOfWorkspace } from '#command/undo/inverse.ts';
import { UNDO_MINUTES } from '#command/undo/make-change.ts';
import { ChangedSince, ChannelIsFull, takeBack, WorkspaceIsFull } from '#command/undo/take-back.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { type UndoWords, undoWordsIn } from '#command/words/undo-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { ChannelId } from '#kernel/id.ts';

/**
 * `undo TOKEN`, behind the button of that name: takes a change back once, within 15 minutes, for who made it or for
 * somebody who manages the channel. What it was is told in the words that `commands` have for the reader.
 */
export const undoOf = (commands: () => readonly Command[]): Command => ({
  path: ['undo'],
  pathInFrench: ['annuler'],
  description: { en: 'Take a change back', fr: 'Annuler une modification' },
  options: [carriedOption('token', 'jeton')],
  isChanging: false,
  isOnButtons: true,
  isTakingBack: true,
  run: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const words = undoWordsIn(language);
    const token = (ask.options['token'] ?? '').trim();
    const undo = await desk.ledger.buttons.findUndo(token, ask.channel.workspace);
    if (undo === undefined) return { kind: 'refused', lines: [words.unknown] };
    if (!mayUndo(undo, ask)) {
      const { managers } = await policyIn(ask.channel.workspace, desk);
      return { kind: 'refused', lines: [words.notYours(managers)] };
    }
    const told = lineTold(undo, language, commands());
    if (undo.usedAt !== undefined) return { kind: 'answer', lines: [words.alreadyUndone(told)] };
    if (undo.until >= desk.clock().toISOString()) return takeUndo(undo, told, ask, desk);
    return tooLate(undo, { told, words, language, commands: commands() }, ask, desk);
  },
});

/** Who made it may also where they only look: a button on Discord does not tell who may type the command. */
const mayUndo = ({ who, channel }: Undo, ask: Ask): boolean =>
  who === ask.who || (ask.isLookingOnly !== true && channel === ask.channel.id);

/** As it is kept. */
const nameOf = ({ what, detail }: Undo): string => `${what} ${detail}`;

/** What a change that is too old is told with. */
type Telling = {
  readonly told: string;
  readonly words: UndoWords;
  readonly language: string;
  readonly commands: readonly Command[];
};

/** A change that is too old, and what comes nearest to taking it back now. */
async function tooLate(
  undo: Undo,
  { told, words, language, commands }: Telling,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const line = words.tooLate(told, UNDO_MINUTES);
  const { opposite } = undo;
  if (opposite === undefined) return { kind: 'refused', lines: [line] };
  const instead = asTyped(commandTold(opposite, language, commands).split(' '), '', ask.channel.platform);
  const isHere = undo.channel === ask.channel.id || isOfWorkspace(JSON.parse(undo.inverse) as Inverse);
  if (isHere)
    return {
      kind: 'refused',
      lines: [line, words.insteadType(instead)],
      actions: [{ label: words.instead, command: opposite }],
    };
  // Pressed here, the opposite command would change what this channel watches.
  const there = await channelSeen(undo.channel, ask, desk);
  const elsewhere = there === undefined ? [] : [words.insteadTypeIn(there.name, instead)];
  return { kind: 'refused', lines: [line, ...elsewhere] };
}

/** A channel that whoever asks still sees. */
async function channelSeen(id: ChannelId, ask: Ask, desk: Desk): Promise<ChannelRef | undefined> {
  const channel = await desk.ledger.workspaces.findChannel(id);
  if (channel === undefined) return undefined;
  return (await standingIn(channel, ask, desk)) === 'sees-not' ? undefined : channel;
}

/** `told`: the change in the reader's words. */
async function takeUndo(undo: Undo, told: string, ask: Ask, desk: Desk): Promise<Reply> {
  const { ledger, catalogue, attempts } = desk;
  const words = undoWordsIn((await wordsFor(ask, desk)).language);
  const now = desk.clock();
  const inverse = JSON.parse(undo.inverse) as Inverse;
  // Feeds that come back are asked for as new ones are, without conditions.
  if (inverse.kind === 'restore-feeds' && attempts.take(undo.workspace, 1, now) === 0)
    return { kind: 'refused', lines: [words.tooFast(MOST_ADDED_AN_HOUR)] };
  const { workspace, channel, token } = undo;
  try {
    const isFirst = await ledger.transaction(async (stores) => {
      if (!(await stores.buttons.useUndo(token, workspace, now))) return false;
      await takeBack(inverse, stores, { workspace, now, mostWatches: desk.mostWatches });
      const at = now.toISOString();
      await stores.workspaces.audit({
        workspace,
        ...(!isOfWorkspace(inverse) && { channel }),
        who: ask.who,
        at,
        what: 'undo',
        detail: nameOf(undo),
      });
      return true;
    });
    if (!isFirst) return { kind: 'answer', lines: [words.alreadyUndone(told)] };
  } catch (fault) {
    if (fault instanceof ChangedSince) return { kind: 'refused', lines: [words.changedSince(told)] };
    if (fault instanceof ChannelIsFull) return noRoom(fault.channel, ask, desk);
    if (fault instanceof WorkspaceIsFull) {
      const { tooManyInWorkspace } = await wordsFor(ask, desk);
      return { kind: 'refused', lines: [tooManyInWorkspace(desk.mostWatches ?? 0)] };
    }
    throw fault;
  }
  await catalogue.refresh(ledger);
  return { kind: 'done', lines: [words.undone(told)], replaces: true };
}

async function noRoom(channel: ChannelId, ask: Ask, desk: Desk): Promise<Reply> {
  const { tooManyTopics, actions } = await wordsFor(ask, desk);
  const full = await desk.ledger.workspaces.findChannel(channel);
  return {
    kind: 'refused',
    lines: [tooManyTopics(full?.name ?? channel, MOST_TOPICS)],
    actions: channel === ask.channel.id ? [{ label: actions.list, command: 'watch list' }] : [],
  };
}
