import type { Undo } from '#channel/button-store.ts';
import { asTyped } from '#command/as-typed.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { MOST_ADDED_AN_HOUR } from '#command/feed/own-feed-limits.ts';
import { policyIn } from '#command/rights.ts';
import { type Inverse, isOfWorkspace } from '#command/undo/inverse.ts';
import { UNDO_MINUTES } from '#command/undo/make-change.ts';
import { ChangedSince, ChannelIsFull, takeBack } from '#command/undo/take-back.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { type UndoWords, undoWordsIn } from '#command/words/undo-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { ChannelId } from '#kernel/id.ts';

/**
 * `undo TOKEN`, behind the button of that name: takes a change back once, within 15 minutes, for who made it or for
 * somebody who manages the channel.
 */
export const undoChange: Command = {
  path: ['undo'],
  pathInFrench: ['annuler'],
  description: { en: 'Take a change back', fr: 'Annuler une modification' },
  options: [carriedOption('token', 'jeton')],
  isChanging: false,
  isOnButtons: true,
  isTakingBack: true,
  run: async (ask, desk) => {
    const words = undoWordsIn((await wordsFor(ask, desk)).language);
    const token = (ask.options['token'] ?? '').trim();
    const undo = await desk.ledger.buttons.findUndo(token, ask.channel.workspace);
    if (undo === undefined) return { kind: 'refused', lines: [words.unknown] };
    if (!mayUndo(undo, ask)) {
      const { managers } = await policyIn(ask.channel.workspace, desk);
      return { kind: 'refused', lines: [words.notYours(managers)] };
    }
    if (undo.usedAt !== undefined) return { kind: 'answer', lines: [words.alreadyUndone(nameOf(undo))] };
    if (undo.until < desk.clock().toISOString()) return tooLate(undo, ask, words);
    return takeUndo(undo, words, ask, desk);
  },
};

/** Who made it may also where they only look: a button on Discord does not tell who may type the command. */
const mayUndo = ({ who, channel }: Undo, ask: Ask): boolean =>
  who === ask.who || (ask.isLookingOnly !== true && channel === ask.channel.id);

const nameOf = ({ what, detail }: Undo): string => `${what} ${detail}`;

function tooLate(undo: Undo, { channel }: Ask, words: UndoWords): Reply {
  const { opposite } = undo;
  if (opposite === undefined) return { kind: 'refused', lines: [words.tooLate(nameOf(undo), UNDO_MINUTES)] };
  return {
    kind: 'refused',
    lines: [
      words.tooLate(nameOf(undo), UNDO_MINUTES),
      words.insteadType(asTyped(opposite.split(' '), '', channel.platform)),
    ],
    actions: [{ label: words.instead, command: opposite }],
  };
}

async function takeUndo(undo: Undo, words: UndoWords, ask: Ask, desk: Desk): Promise<Reply> {
  const { ledger, catalogue, attempts } = desk;
  const now = desk.clock();
  const inverse = JSON.parse(undo.inverse) as Inverse;
  // Feeds that come back are asked for as new ones are, without conditions.
  if (inverse.kind === 'restore-feeds' && attempts.take(undo.workspace, 1, now) === 0)
    return { kind: 'refused', lines: [words.tooFast(MOST_ADDED_AN_HOUR)] };
  const { workspace, channel, token } = undo;
  try {
    const isFirst = await ledger.transaction(async (stores) => {
      if (!(await stores.buttons.useUndo(token, workspace, now))) return false;
      await takeBack(inverse, stores, { workspace, now });
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
    if (!isFirst) return { kind: 'answer', lines: [words.alreadyUndone(nameOf(undo))] };
  } catch (fault) {
    if (fault instanceof ChangedSince) return { kind: 'refused', lines: [words.changedSince(nameOf(undo))] };
    if (fault instanceof ChannelIsFull) return noRoom(fault.channel, ask, desk);
    throw fault;
  }
  await catalogue.refresh(ledger);
  return { kind: 'done', lines: [words.undone(nameOf(undo))], replaces: true };
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
