import { describe, expect, test } from 'vitest';
import type { EditOutcome, FindOutcome, MessageId, RemovalOutcome } from '#channel/messenger.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { Post } from '#delivery/delivery.ts';
import { noticeKey } from '#delivery/notice.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';
import { replayOwed } from '#delivery/replay-owed.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import { plainText } from '../command/plain-text.ts';
import { type AChannel, aChannel, denial } from './a-channel.ts';
import { desk } from './owed.ts';
import type { Script } from './scripted-messenger.ts';

const STORY = 'R-1' as StoryId;
const spoke = {
  key: 'side-spoke',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
} as const;

/** A channel in which a card stands with a line under it. */
async function aCardWithALine(script: Script = {}): Promise<AChannel> {
  const channel = await aChannel(script);
  await channel.watch('talks');
  await channel.news({ story: STORY, matching: ['talks'] });
  await channel.beat();
  await channel.news({ story: STORY, matching: ['talks'], card: { plain: 'newer' }, changes: [spoke] });
  await later(channel, 1);
  return channel;
}

async function later(channel: AChannel, minutes: number): Promise<void> {
  const { clock } = channel;
  clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
  await channel.beat();
}

async function postIn({ ledger }: AChannel): Promise<Post> {
  const post = await ledger.deliveries.findPost(desk.id, STORY);
  if (post === undefined) throw new Error('there is no post');
  return post;
}

async function remove(channel: AChannel): Promise<boolean> {
  const post = await postIn(channel);
  return channel.ledger.transaction((stores) => oweRemoval(post, 'Ana', stores, channel.clock.now));
}

test('a card goes with the lines under it, and its story is muted there', async () => {
  await using channel = await aCardWithALine();
  expect(await remove(channel)).toBe(true);
  await channel.beat();
  const [line, card] = channel.log.slice(-2);
  expect(line).toMatch(/^remove 2:/);
  expect(card).toMatch(/^remove 1:/);
  expect(await postIn(channel)).toMatchObject({ state: 'cancelled', reason: 'removed by Ana' });
  expect(await channel.account()).toEqual({ muted: 1 });
});

test('nothing of its story comes back, not even what takes it back', async () => {
  await using channel = await aCardWithALine();
  await remove(channel);
  await channel.beat();
  const { length } = channel.log;
  await channel.news({
    story: STORY,
    matching: ['talks'],
    card: { plain: 'denied' },
    changes: [denial(STORY)],
  });
  await later(channel, 10);
  expect(channel.log.slice(length)).toEqual([]);
  expect(await channel.account()).toEqual({ muted: 1 });
});

test('a line that waited when the card was to go is not said any more', async () => {
  await using channel = await aCardWithALine();
  await channel.news({
    story: STORY,
    matching: ['talks'],
    card: { plain: 'denied' },
    changes: [denial(STORY)],
  });
  await remove(channel);
  await later(channel, 10);
  expect(channel.log.filter((line) => line.includes('DENIED'))).toEqual([]);
});

test('a card that somebody deleted meanwhile is gone as well', async () => {
  await using channel = await aCardWithALine({ remove: () => ({ kind: 'message-gone' }) });
  await remove(channel);
  await channel.beat();
  expect((await postIn(channel)).state).toBe('cancelled');
});

test('a platform that asks to wait is asked again, and nothing is edited meanwhile', async () => {
  const answers: RemovalOutcome[] = [
    { kind: 'later', retryAfterMs: MINUTE_MS, detail: 'busy' },
    { kind: 'unknown', detail: 'no answer' },
  ];
  await using channel = await aCardWithALine({ remove: () => answers.shift() ?? { kind: 'removed' } });
  await remove(channel);
  const { length } = channel.log;
  await channel.beat();
  expect((await postIn(channel)).state).toBe('pending');
  await channel.news({ story: STORY, matching: ['talks'], card: { plain: 'newest' }, changes: [spoke] });
  await later(channel, 2);
  await later(channel, 10);
  expect(channel.log.slice(length).every((line) => line.startsWith('remove '))).toBe(true);
  expect((await postIn(channel)).state).toBe('cancelled');
});

describe('a platform that lets nothing be deleted', () => {
  const refused = { kind: 'refused', reason: 'invalid', detail: 'cant_delete_message' } as const;

  test('leaves a card that lives on, and says below it that it stays', async () => {
    await using channel = await aCardWithALine({ remove: () => refused });
    await remove(channel);
    await channel.beat();
    await later(channel, 1);
    const post = await postIn(channel);
    expect(post).toMatchObject({ state: 'sent', shown: post.wanted });
    expect(post.removedBy).toBeUndefined();
    expect(await channel.account()).toEqual({ posted: 1 });
    const [said] = channel.log.filter((line) => line.includes('could not be removed'));
    expect(said).toContain('invalid: cant_delete_message');
  });

  test('is told in the audit, under the name of whoever asked', async () => {
    await using channel = await aCardWithALine({ remove: () => refused });
    await remove(channel);
    await channel.beat();
    const [row] = await channel.ledger.workspaces.listAudit(desk.workspace, 1);
    expect(row).toMatchObject({ who: 'Ana', what: 'remove-card', channel: desk.id });
    expect(row?.detail).toMatch(/^it could not be removed: invalid: cant_delete_message/);
  });

  test('is no reason to keep back a denial, whether it waited or comes afterwards', async () => {
    const denied = { story: STORY, matching: ['talks'], card: { headline: 'It is denied' } };
    await using before = await aCardWithALine({ remove: () => refused });
    await before.news({ ...denied, changes: [denial(STORY)] });
    await remove(before);
    await before.beat();
    await later(before, 2);
    await using afterwards = await aCardWithALine({ remove: () => refused });
    await remove(afterwards);
    await afterwards.beat();
    await afterwards.news({ ...denied, changes: [denial(STORY)] });
    await later(afterwards, 2);
    for (const { log } of [before, afterwards]) {
      expect(log).toContain('edit It is denied');
      expect(log.filter((line) => line.includes('DENIED'))).toHaveLength(1);
    }
  });

  test('is asked no longer than a card may be mended, when it is only busy', async () => {
    await using channel = await aCardWithALine({
      remove: () => ({ kind: 'later', retryAfterMs: MINUTE_MS, detail: 'busy' }),
    });
    await remove(channel);
    await channel.beat();
    await later(channel, 73 * 60);
    await later(channel, 1);
    expect(await postIn(channel)).toMatchObject({ state: 'sent' });
    expect((await postIn(channel)).removedBy).toBeUndefined();
    expect(channel.log.filter((line) => line.includes('could not be removed'))).toHaveLength(1);
  });
});

/** Asks for the removal while an edit is under way, which then ends like this. */
async function removedDuringAnEdit(outcome: EditOutcome): Promise<AChannel> {
  let isAsked = false;
  const script: Script = {
    edit: async (message) => {
      if (!isAsked && isAsking) {
        isAsked = true;
        await remove(channel);
      }
      return isAsked && outcome.kind !== 'sent' ? outcome : { kind: 'sent', message };
    },
  };
  let isAsking = false;
  const channel = await aCardWithALine(script);
  isAsking = true;
  await channel.news({
    story: STORY,
    matching: ['talks'],
    card: { plain: 'more' },
    changes: [denial(STORY)],
  });
  await later(channel, 1);
  expect(isAsked).toBe(true);
  return channel;
}

test.each<EditOutcome>([
  { kind: 'sent', message: 'any' as MessageId },
  { kind: 'unknown', detail: 'no answer' },
  { kind: 'later', detail: 'unwell' },
  { kind: 'refused', reason: 'invalid', detail: 'invalid_blocks' },
  { kind: 'window-closed', detail: 'edit_window_closed' },
])('a card goes though an edit was under way that ends as $kind', async (outcome) => {
  await using channel = await removedDuringAnEdit(outcome);
  await later(channel, 1);
  expect(await postIn(channel)).toMatchObject({ state: 'cancelled', reason: 'removed by Ana' });
  expect(channel.log.at(-1)).toMatch(/^remove 1:/);
  expect(channel.log.filter((line) => line.includes('DENIED'))).toEqual([]);
});

test('a removal that was asked for while an edit of a dead process was under way is carried out', async () => {
  await using channel = await aCardWithALine();
  await channel.news({
    story: STORY,
    matching: ['talks'],
    card: { plain: 'again' },
    changes: [denial(STORY)],
  });
  channel.clock.now = new Date(channel.clock.now.getTime() + MINUTE_MS);
  const [claimed] = await channel.ledger.deliveries.claimPosts(channel.clock.now, MINUTE_MS, 1);
  expect(claimed?.state).toBe('pending');
  await remove(channel);
  const { state, leaseUntil } = await postIn(channel);
  expect({ state, leaseUntil }).toEqual({ state: 'sending', leaseUntil: claimed?.leaseUntil });
  // Whoever sent the edit ended with it: the lease runs out.
  await later(channel, 2);
  expect((await postIn(channel)).state).toBe('cancelled');
});

test.each<[string, FindOutcome, readonly string[]]>([
  ['goes where it is found', { kind: 'found', message: 'line' as MessageId }, ['remove line']],
  ['is not said anew where it is missing', { kind: 'absent' }, []],
  ['is not said anew where nobody can look', { kind: 'cannot-know', detail: 'no right' }, []],
])('a line of which nobody knew whether it stands when its card was to go %s', async (_, found, removed) => {
  let isLost = false;
  await using channel = await aCardWithALine({
    reply: () => (isLost ? { kind: 'unknown', detail: 'no answer' } : undefined),
    find: () => found,
  });
  isLost = true;
  await channel.news({ story: STORY, matching: ['talks'], card: { plain: 'no' }, changes: [denial(STORY)] });
  await later(channel, 1);
  await remove(channel);
  await channel.beat();
  const { length } = channel.log;
  isLost = false;
  for (const _ of [1, 2, 3]) await later(channel, 1);
  expect((await postIn(channel)).state).toBe('cancelled');
  expect(channel.log.slice(length).filter((line) => !line.startsWith('looks'))).toEqual(removed);
});

/** A channel whose card was removed while the answer to a line below it was lost, and where nobody can look. */
async function aLineLeftBehind(find: () => FindOutcome, script: Script = {}): Promise<AChannel> {
  let isLost = false;
  const lost = { kind: 'unknown', detail: 'no answer' } as const;
  const channel = await aCardWithALine({ ...script, reply: () => (isLost ? lost : undefined), find });
  const { workspaces } = channel.ledger;
  await workspaces.saveChannel({ ...desk, id: OPERATOR_CHANNEL, address: 'console', name: '#operator' });
  isLost = true;
  await channel.news({ story: STORY, matching: ['talks'], card: { plain: 'no' }, changes: [denial(STORY)] });
  await later(channel, 1);
  isLost = false;
  await remove(channel);
  for (const _ of [1, 2, 3]) await later(channel, 1);
  expect((await postIn(channel)).state).toBe('cancelled');
  return channel;
}

const cannotKnow = (): FindOutcome => ({ kind: 'cannot-know', detail: 'no right' });
const refusedForGood = { kind: 'refused', reason: 'invalid', detail: 'cant_delete_message' } as const;

/** What the operator was told, of each trouble that a line may be in. */
async function toldOperator({ ledger, clock }: AChannel): Promise<readonly (string | undefined)[]> {
  const day = clock.now.toISOString().slice(0, 10);
  const told = ['left-behind', 'uncertain', 'given-up'].map((trouble) =>
    ledger.notices.find(noticeKey(`${trouble}:${desk.id}:${day}`)),
  );
  return (await Promise.all(told)).map((notice) => notice && plainText(notice.line));
}

test('the operator is told that a line perhaps still stands below it, not that one is missing', async () => {
  await using channel = await aLineLeftBehind(cannotKnow);
  const told = expect.stringMatching(/^Perhaps still in #desk \(.*\): a line below a card that was removed/);
  expect(await toldOperator(channel)).toEqual([told, undefined, undefined]);
});

test('the same of a line that was found, and that its platform does not take away', async () => {
  let isFound = false;
  await using channel = await aLineLeftBehind(
    () => {
      isFound = true;
      return { kind: 'found', message: 'line' as MessageId };
    },
    { remove: () => (isFound ? refusedForGood : { kind: 'removed' }) },
  );
  const told = expect.stringContaining('invalid: cant_delete_message');
  expect(await toldOperator(channel)).toEqual([told, undefined, undefined]);
});

test('tried again it is looked for once more, and taken away', async () => {
  const found: FindOutcome[] = [cannotKnow(), { kind: 'found', message: 'line' as MessageId }];
  await using channel = await aLineLeftBehind(() => found.shift() ?? { kind: 'absent' });
  const { owed, deliveries } = channel.ledger;
  const [left] = await owed.list({ states: ['uncertain'], limit: 1 });
  const replay = left && (await replayOwed(left, deliveries, channel.clock.now));
  if (replay?.owed.kind !== 'line') throw new Error('no line was left behind');
  expect(replay.kind).toBe('taken-away');
  await deliveries.savePointer(replay.owed.row);
  for (const _ of [1, 2]) await later(channel, 1);
  expect(channel.log.at(-1)).toBe('remove line');
  expect(channel.log.filter((line) => line.startsWith('reply DENIED'))).toEqual([]);
});

test('one that waits too long to be taken away ends as that', async () => {
  await using channel = await aLineLeftBehind(() => ({
    kind: 'later',
    retryAfterMs: MINUTE_MS,
    detail: 'busy',
  }));
  for (const hours of [72, 2]) await later(channel, hours * 60);
  const ended = await channel.ledger.owed.list({ states: ['uncertain'], limit: 9 });
  expect(ended.map(({ row }) => row.reason)).toEqual(['it could not be taken away in time: busy']);
});

test('a card that does not stand cannot be taken away', async () => {
  await using channel = await aCardWithALine();
  await remove(channel);
  await channel.beat();
  expect(await remove(channel)).toBe(false);
});
