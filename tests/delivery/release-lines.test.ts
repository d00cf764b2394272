import { expect, test } from 'vitest';
import type { RemovalOutcome } from '#channel/messenger.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { StoryId } from '#story/story.ts';
import { type AChannel, aChannel, denial } from './a-channel.ts';
import { desk } from './owed.ts';
import type { Script } from './scripted-messenger.ts';

const STORY = 'R-1' as StoryId;
const spoke = {
  key: 'side-spoke:syldavia',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
} as const;

/** A channel in which two lines wait below a card, half an hour into its night. */
async function aNight(script: Script = {}): Promise<AChannel> {
  const channel = await aChannel(script);
  await channel.watch('talks');
  await channel.news({ story: STORY, matching: ['talks'] });
  await channel.beat();
  await channel.set({ quiet: { from: '22:00', to: '07:00' } });
  await channel.at('2026-03-02T21:30:00Z');
  await channel.news({ story: STORY, card: { plain: 'newer' }, changes: [spoke, denial(STORY)] });
  await channel.at('2026-03-02T21:31:00Z');
  const lines = await channel.ledger.deliveries.pointersOf(desk.id, STORY);
  expect(lines.map(({ state }) => state)).toEqual(['held', 'held']);
  return channel;
}

async function remove({ ledger, clock }: AChannel): Promise<void> {
  const post = await ledger.deliveries.findPost(desk.id, STORY);
  if (post === undefined) throw new Error('there is no post');
  expect(await ledger.transaction((stores) => oweRemoval(post, 'Ana', stores, clock.now))).toBe(true);
}

/** What came in the morning. */
async function inTheMorning(channel: AChannel): Promise<readonly string[]> {
  const { length } = channel.log;
  for (const second of ['00', '15', '45']) await channel.at(`2026-03-03T06:00:${second}Z`);
  return channel.log.slice(length);
}

const linesOf = async ({ ledger }: AChannel) =>
  (await ledger.deliveries.pointersOf(desk.id, STORY)).map(({ state }) => state);

test('a card that was taken away in the night is not pointed to in the morning', async () => {
  await using channel = await aNight();
  await remove(channel);
  await channel.at('2026-03-02T21:35:00Z');
  expect(await inTheMorning(channel)).toEqual([]);
  expect(await linesOf(channel)).toEqual(['cancelled', 'cancelled']);
  expect(await channel.account()).toEqual({ muted: 1 });
});

test('nor is one that a moderator deleted', async () => {
  let isDeleted = false;
  await using channel = await aNight({
    edit: (message) => (isDeleted ? { kind: 'message-gone' } : { kind: 'sent', message }),
  });
  isDeleted = true;
  await channel.news({ story: STORY, card: { plain: 'newest' } });
  await channel.at('2026-03-02T23:00:00Z');
  expect((await channel.ledger.deliveries.findPost(desk.id, STORY))?.state).toBe('cancelled');
  expect(await inTheMorning(channel)).toEqual([]);
  expect(await linesOf(channel)).toEqual(['cancelled', 'cancelled']);
});

test('what waits below a card that is about to be taken away is said there if it stays', async () => {
  const answers: RemovalOutcome[] = [
    { kind: 'later', retryAfterMs: 9 * 60 * MINUTE_MS, detail: 'busy' },
    { kind: 'refused', reason: 'invalid', detail: 'cant_delete_message' },
  ];
  await using channel = await aNight({ remove: () => answers.shift() ?? { kind: 'removed' } });
  await remove(channel);
  await channel.at('2026-03-02T21:35:00Z');
  expect(await inTheMorning(channel)).toEqual([]);
  await channel.at('2026-03-03T06:40:00Z');
  await channel.at('2026-03-03T06:41:00Z');
  expect(channel.log).toContain('reply Syldavia has spoken.');
  expect(channel.log).toContain(`reply DENIED by Norland: ${STORY}.`);
  expect(channel.log.filter((line) => line.includes('While it was quiet'))).toEqual([]);
});

test('that a card stays which somebody wanted removed at night is said below it in the morning, and nowhere else', async () => {
  await using channel = await aChannel({
    remove: () => ({ kind: 'refused', reason: 'invalid', detail: 'cant_delete_message' }),
  });
  const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;
  await channel.watch('talks', daily);
  await channel.watch('at once');
  await channel.news({ story: STORY, matching: ['talks', 'at once'] });
  await channel.beat();
  await channel.set({ quiet: { from: '22:00', to: '07:00' } });
  await channel.at('2026-03-02T21:30:00Z');
  await remove(channel);
  const { length } = channel.log;
  for (const time of ['02T21:31', '03T06:01', '03T06:02', '03T07:01', '03T07:02'])
    await channel.at(`2026-03-${time}:00Z`);
  const [edit, line, digest, ...others] = channel.log.slice(length);
  expect(edit).toBe(`edit News of ${STORY}`);
  expect(line).toContain('reply The card above could not be removed');
  expect(digest).toContain('digest: Nothing found on 1 topic');
  expect(others).toEqual([]);
});

test('a digest tells nothing of a card that is about to be taken away', async () => {
  await using channel = await aChannel({
    remove: () => ({ kind: 'later', retryAfterMs: 24 * 60 * MINUTE_MS, detail: 'busy' }),
  });
  const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;
  await channel.watch('talks', daily);
  await channel.watch('at once');
  await channel.news({ story: STORY, matching: ['talks', 'at once'] });
  await channel.at('2026-03-02T11:05:00Z');
  await channel.news({ story: STORY, card: { plain: 'newer' }, changes: [spoke] });
  await channel.at('2026-03-02T11:10:00Z');
  expect(channel.log).toContain('reply Syldavia has spoken.');
  await remove(channel);
  const { length } = channel.log;
  for (const second of ['00', '15', '45']) await channel.at(`2026-03-03T07:00:${second}Z`);
  expect(channel.log.slice(length)).toHaveLength(1);
  expect(channel.log.at(-1)).not.toContain(`News of ${STORY}`);
});
