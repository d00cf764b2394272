import { describe, expect, test } from 'vitest';
import { adminImport } from '#command/admin/admin-import.ts';
import type { Ask, Desk } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import { aPost, desk as channel, NOON, talks } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { fill } from '../fill.ts';
import { linesOf } from '../plain-text.ts';

const undoChange = undoOf(() => commands);

const CALL = 'Macron Putin call';
const minutesLater = (desk: Desk, minutes: number): Desk => ({
  ...desk,
  clock: () => new Date(NOON.getTime() + minutes * MINUTE_MS),
});
/** The first change of a desk has the first token. */
const first = (differing: Partial<Ask> = {}): Ask => ({
  channel,
  who: 'Ana',
  options: { token: 'token-1' },
  ...differing,
});

async function watching() {
  const at = await aDesk();
  await at.run(watchAdd, { topic: CALL });
  const count = () => at.desk.ledger.subscriptions.count();
  return { ...at, count, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

describe('a change is taken back', () => {
  test('once, and written down with who did it', async () => {
    await using at = await watching();
    expect(linesOf(await undoChange.run(first(), at.desk))).toEqual([
      'Taken back: watch add Macron Putin call.',
    ]);
    expect(await at.count()).toBe(0);
    expect(linesOf(await undoChange.run(first(), at.desk))).toEqual([
      'watch add Macron Putin call was taken back already.',
    ]);
    const audit = await at.desk.ledger.workspaces.listAudit(channel.workspace, 9);
    expect(audit.map(({ what, who, detail }) => [what, who, detail])).toEqual([
      ['undo', 'Ana', 'watch add Macron Putin call'],
      ['watch add', 'Ana', CALL],
    ]);
  });

  test('with the card that was called off when its watch was removed', async () => {
    await using at = await watching();
    const { deliveries, subscriptions } = at.desk.ledger;
    const [watch] = await subscriptions.listByChannel(channel.id);
    await deliveries.savePost(aPost({ state: 'held', heldFor: 'list' }));
    await subscriptions.setStoryState(watch?.id as SubscriptionId, talks, 'held', NOON);
    await at.run(watchRemove, { topic: CALL });
    expect((await deliveries.findPost(channel.id, talks))?.state).toBe('cancelled');
    await undoChange.run(first({ options: { token: 'token-2' } }), at.desk);
    expect((await deliveries.findPost(channel.id, talks))?.state).toBe('pending');
    expect(await subscriptions.countStoryStates()).toEqual({ held: 1 });
  });

  test('by one of two who press at the same moment', async () => {
    await using at = await watching();
    const replies = await Promise.all([1, 2].map(() => undoChange.run(first(), at.desk)));
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['answer', 'done']);
  });

  test('for fifteen minutes; then the opposite command is named', async () => {
    await using at = await watching();
    const late = await undoChange.run(first(), minutesLater(at.desk, 16));
    expect(linesOf(late)).toEqual([
      'Nothing was changed: watch add Macron Putin call is more than 15 minutes old, too long to be taken back by a button.',
      'watch remove Macron Putin call comes nearest to it now.',
    ]);
    expect(late.actions).toEqual([{ label: 'Do that', command: `watch remove ${CALL}` }]);
    expect((await undoChange.run(first(), minutesLater(at.desk, 15))).kind).toBe('done');
  });

  test('by who made it, also where they may only look now, or by who manages the channel', async () => {
    await using at = await watching();
    const looker = await undoChange.run(first({ who: 'Cleo', isLookingOnly: true }), at.desk);
    expect(linesOf(looker)[0]).toContain('by who did it, or by those who manage');
    const elsewhere = { ...channel, id: 'night' as ChannelId };
    expect((await undoChange.run(first({ who: 'Ben', channel: elsewhere }), at.desk)).kind).toBe('refused');
    expect(await at.count()).toBe(1);
    expect((await undoChange.run(first({ isLookingOnly: true }), at.desk)).kind).toBe('done');
  });

  test('never from another workspace, nor by a token that nobody was given', async () => {
    await using at = await watching();
    const abroad = { ...channel, workspace: 'other' as WorkspaceId };
    expect((await undoChange.run(first({ channel: abroad }), at.desk)).kind).toBe('refused');
    expect((await undoChange.run(first({ options: { token: 'guessed' } }), at.desk)).kind).toBe('refused');
    expect(await at.count()).toBe(1);
  });

  test('only while it stands as it was left', async () => {
    await using at = await watching();
    const edited = await at.run(watchEdit, { topic: CALL, urgent: 'yes' });
    await at.run(watchPause, { topic: CALL });
    expect(linesOf(await at.press(edited, 'Undo'))[0]).toContain('somebody has changed the same thing since');
    const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
    expect(watch).toMatchObject({ isUrgent: true, isPaused: true });
  });
});

describe('what was changed in another channel', () => {
  const night = { ...channel, id: 'night' as ChannelId, name: '#night', address: 'night' };

  /** A topic that two channels watch: one of them was told to from the other. */
  async function watchingTwice() {
    const at = await watching();
    await at.desk.ledger.workspaces.saveChannel(night);
    const options = { topic: CALL, in: '#night' };
    await watchAdd.run({ channel, who: 'Ana', named: [night], options }, at.desk);
    return at;
  }
  const pressed = (differing: Partial<Ask> = {}) =>
    first({ options: { token: 'token-2' }, standing: async () => 'manages', ...differing });

  test.each([
    ['en', 'watch remove Macron Putin call, typed in #night, comes nearest to it now.'],
    ['fr', "veille retirer Macron Putin call, tapé dans #night, s'en approche le plus maintenant."],
  ])('is too old to be taken back: no button does the same here (%s)', async (language, line) => {
    await using at = await watchingTwice();
    const late = await undoChange.run(pressed({ language }), minutesLater(at.desk, 20));
    expect(linesOf(late)[1]).toBe(line);
    expect(late.actions).toBeUndefined();
    expect(await at.count()).toBe(2);
    const there = await undoChange.run(pressed({ channel: night }), minutesLater(at.desk, 20));
    expect(there.actions).toEqual([{ label: 'Do that', command: `watch remove ${CALL}` }]);
  });

  test('names no channel that whoever asks sees no more', async () => {
    await using at = await watchingTwice();
    const slack = { ...channel, id: 'slack desk' as ChannelId, platform: 'slack' as const };
    const unseen = pressed({ channel: slack, standing: async () => 'sees-not' });
    const late = await undoChange.run(unseen, minutesLater(at.desk, 20));
    expect(linesOf(late)).toHaveLength(1);
    expect(late.actions).toBeUndefined();
  });
});

describe('a watch that has become something else since', () => {
  test('is not taken away by who added it before', async () => {
    await using at = await watching();
    await watchEdit.run({ channel, who: 'Ben', options: { topic: CALL, urgent: 'yes' } }, at.desk);
    const late = await undoChange.run(first({ isLookingOnly: true }), at.desk);
    expect(linesOf(late)[0]).toContain('somebody has changed the same thing since');
    expect(await at.count()).toBe(1);
  });

  test('is not taken away with the list that brought it', async () => {
    await using at = await aDesk();
    const made = await at.run(adminImport, { watches: 'Iran talks; Ukraine aid;' });
    await watchEdit.run({ channel, who: 'Ben', options: { topic: 'Iran talks', urgent: 'yes' } }, at.desk);
    expect((await at.press(made, 'Undo')).kind).toBe('refused');
    expect(await at.desk.ledger.subscriptions.count()).toBe(2);
  });

  test('is not moved back', async () => {
    await using at = await watching();
    const night = { ...channel, id: 'night' as ChannelId, name: '#night' };
    await at.desk.ledger.workspaces.saveChannel(night);
    const moved = await watchEdit.run(
      { channel, who: 'Ana', named: [night], options: { topic: CALL, to: '#night' } },
      at.desk,
    );
    await watchEdit.run({ channel: night, who: 'Ben', options: { topic: CALL, urgent: 'yes' } }, at.desk);
    expect((await at.press(moved, 'Undo')).kind).toBe('refused');
    expect(await at.desk.ledger.subscriptions.listByChannel(night.id)).toHaveLength(1);
  });
});

test('a watch is moved back where the workspace watches more than it may by now', async () => {
  await using at = await watching();
  const desk = { ...at.desk, mostWatches: 0 };
  const night = { ...channel, id: 'night' as ChannelId, name: '#night' };
  await desk.ledger.workspaces.saveChannel(night);
  const options = { topic: CALL, to: '#night' };
  const moved = await watchEdit.run({ channel, who: 'Ana', named: [night], options }, desk);
  expect(moved.kind).toBe('done');
  expect((await undoChange.run(first({ options: { token: 'token-2' } }), desk)).kind).toBe('done');
  expect(await desk.ledger.subscriptions.listByChannel(channel.id)).toHaveLength(1);
  expect(await desk.ledger.subscriptions.listByChannel(night.id)).toHaveLength(0);
});

test('a removed watch does not come back where its place was taken, which is said', async () => {
  await using at = await watching();
  const removed = await at.run(watchRemove, { topic: CALL });
  await fill(at.desk, channel, 50);
  const back = await at.press(removed, 'Undo');
  expect(linesOf(back)).toEqual([
    'Not saved. #desk watches 50 topics, which is the most a channel can. Remove one first.',
  ]);
  expect(await at.count()).toBe(50);
});

test('a removed watch comes back with its conditions, and its stories stand where they stood', async () => {
  await using at = await watching();
  await at.run(watchEdit, { topic: CALL, needs: 'own-text', digest: '7:30' });
  const { subscriptions } = at.desk.ledger;
  const [before] = await subscriptions.listByChannel(channel.id);
  if (before === undefined) throw new Error('Nothing is watched.');
  await subscriptions.setStoryState(before.id, 'story' as StoryId, 'held', NOON);
  await at.press(await at.run(watchRemove, { topic: CALL }), 'Undo');
  expect(await subscriptions.listByChannel(channel.id)).toEqual([before]);
  expect(await subscriptions.listStates(before.id)).toMatchObject([{ story: 'story', state: 'held' }]);
});

describe('a change is named as its reader types it', () => {
  const inFrench = (differing: Partial<Ask> = {}): Ask => first({ language: 'fr', ...differing });

  test('when it is taken back', async () => {
    await using at = await watching();
    const reply = await undoChange.run(inFrench(), at.desk);
    expect(linesOf(reply)).toEqual(['Annulé : veille ajouter Macron Putin call.']);
    expect(linesOf(await undoChange.run(inFrench(), at.desk))[0]).toMatch(
      /^veille ajouter .* déjà été annulé/,
    );
  });

  test.each([
    [watchRemove, {}, 'veille ajouter --quand-même Macron Putin call'],
    [watchPause, { until: '3d' }, 'veille reprendre Macron Putin call'],
    [watchEdit, { urgent: 'yes' }, 'urgent:non'],
  ] as const)(
    'with what comes nearest to taking it back later, after $0.path',
    async (command, options, typed) => {
      await using at = await watching();
      await at.run(command, { topic: CALL, ...options });
      const ask = inFrench({ options: { token: 'token-2' } });
      const late = await undoChange.run(ask, minutesLater(at.desk, 16));
      expect(linesOf(late)[1]).toContain(typed);
      const understood = findCommand([linesOf(late)[1]?.split(" s'en approche")[0] ?? ''], commands);
      const meant = findCommand([late.actions?.[0]?.command ?? ''], commands);
      expect(understood).toEqual(meant);
    },
  );
});
