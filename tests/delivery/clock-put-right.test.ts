import { expect, test } from 'vitest';
import type { StoryId } from '#story/story.ts';
import { aChannel } from './a-channel.ts';
import { desk } from './owed.ts';

/** Tells of a story, which a watch meets, by a clock that is a year ahead. Gives what puts the clock right. */
async function toldAYearAhead(channel: Awaited<ReturnType<typeof aChannel>>): Promise<() => void> {
  await channel.watch('talks');
  const { clock } = channel;
  const right = clock.now;
  clock.now = new Date('2027-03-02T11:00:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  return () => {
    clock.now = right;
  };
}

test('O13 what a clock a year ahead has put off is tried as soon as the clock is right', async () => {
  let isUnwell = true;
  await using channel = await aChannel({
    create: () => (isUnwell ? Promise.resolve({ kind: 'later', detail: 'answered 503' }) : undefined),
  });
  const putRight = await toldAYearAhead(channel);
  isUnwell = false;
  putRight();
  await channel.beat();
  expect(await channel.ledger.deliveries.findPost(desk.id, 'R-1' as StoryId)).toMatchObject({
    state: 'sent',
  });
});

test('O13 a channel that a clock a year ahead has stopped is sent to as soon as the clock is right', async () => {
  let isRefused = true;
  await using channel = await aChannel({
    create: () =>
      isRefused
        ? Promise.resolve({ kind: 'refused', reason: 'not-allowed', detail: 'Missing Access' })
        : undefined,
  });
  const putRight = await toldAYearAhead(channel);
  isRefused = false;
  putRight();
  await channel.news({ story: 'R-2', matching: ['talks'] });
  await channel.beat();
  expect(channel.log).toContain('#desk News of R-2');
});

const spoke = {
  key: 'side-spoke:syldavia',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
} as const;
const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;

test('O13 news that a clock a year ahead holds for the end of its night is told as soon as the clock is right', async () => {
  await using channel = await aChannel();
  await channel.watch('talks');
  await channel.set({ quiet: { from: '22:00', to: '07:00' } });
  await channel.at('2027-03-02T21:30:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  expect(await channel.account()).toEqual({ held: 1 });
  await channel.at('2026-03-02T21:40:00.000Z');
  expect(channel.log).toEqual([]);
  await channel.at('2026-03-03T06:00:00.000Z');
  await channel.at('2026-03-03T06:00:15.000Z');
  expect(channel.log).toEqual(['#desk quiet: While it was quiet (22:00–07:00): 1 story. [News of R-1]']);
});

test('O13 what a clock a year ahead holds for a digest is told in the next one, once', async () => {
  await using channel = await aChannel();
  await channel.watch('talks', daily);
  await channel.at('2027-03-02T11:00:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  for (const time of ['02T12:00:00', '03T07:00:05', '03T07:00:20', '04T07:00:05', '04T07:00:20'])
    await channel.at(`2026-03-${time}.000Z`);
  expect(channel.log.filter((line) => line.includes('[News of R-1]'))).toHaveLength(1);
  expect(await channel.account()).toEqual({ digested: 1 });
});

test('O13 what a clock a year ahead holds for more to rest on waits for that anew', async () => {
  await using channel = await aChannel();
  await channel.watch('talks', { needs: 'two-origins' });
  await channel.at('2027-03-02T11:00:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  await channel.at('2026-03-02T12:00:00.000Z');
  expect(await channel.account()).toEqual({ waiting: 1 });
  await channel.at('2026-03-06T12:00:00.000Z');
  expect(await channel.account()).toEqual({ expired: 1 });
});

test('O13 a line that a clock a year ahead holds is told as soon as the clock is right', async () => {
  await using channel = await aChannel();
  await channel.watch('talks');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  await channel.set({ quiet: { from: '22:00', to: '07:00' } });
  await channel.at('2027-03-02T21:30:00.000Z');
  await channel.news({ story: 'R-1', card: { plain: 'newer' }, changes: [spoke] });
  await channel.at('2027-03-02T21:31:00.000Z');
  await channel.at('2026-03-02T12:00:00.000Z');
  expect(channel.log.at(-1)).toBe('#desk quiet: While it was quiet (22:00–07:00): 1 story. [News of R-1]');
});

test('O13 after a digest of a clock a year ahead the next ones tell what moved since the last right one', async () => {
  await using channel = await aChannel();
  await channel.watch('talks', daily);
  await channel.watch('at once');
  await channel.news({ story: 'R-1', matching: ['talks', 'at once'] });
  await channel.beat();
  await channel.at('2027-03-03T06:00:00.000Z');
  await channel.news({ story: 'R-1', card: { plain: 'newer' }, changes: [spoke] });
  await channel.at('2027-03-03T07:00:30.000Z');
  await channel.at('2026-03-03T06:00:00.000Z');
  const other = { ...spoke, key: 'side-spoke:norland' };
  await channel.news({ story: 'R-1', card: { plain: 'newest' }, changes: [other] });
  await channel.at('2026-03-03T06:30:00.000Z');
  await channel.at('2026-03-03T07:00:30.000Z');
  await channel.at('2026-03-03T07:00:45.000Z');
  expect(channel.log.at(-1)).toContain('[News of R-1]');
  // What the wrong clock planned is not told in each digest until its own year has come.
  await channel.at('2026-03-04T07:00:30.000Z');
  await channel.at('2026-03-04T07:00:45.000Z');
  expect(channel.log.at(-1)).not.toContain('[News of R-1]');
});
