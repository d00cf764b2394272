import { expect, test } from 'vitest';
import { takeSampleAway } from '#command/undo/take-back-owed.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { StoryId } from '#story/story.ts';
import { aChannel } from './a-channel.ts';
import { desk, longAtWork } from './owed.ts';

test('the story of a sample that was taken back comes with its next news, though the platform was away meanwhile', async () => {
  await using channel = await aChannel();
  await channel.watch('talks');
  await channel.news({ story: 'A', matching: ['talks'] });
  await channel.beat();
  const { ledger, clock } = channel;
  const sample = { channel: desk.id, story: 'A' as StoryId, by: 'Ana', stood: [] };
  await ledger.transaction((stores) => takeSampleAway(sample, stores, clock.now));
  await deliverDue({
    ledger,
    messengers: new Map(),
    clock: () => clock.now,
    settling: longAtWork(() => clock.now),
    random: () => 0.5,
    log: silentLog,
    metrics: silentMetrics,
  });
  await channel.at('2026-03-02T11:05:00Z');
  await channel.news({ story: 'A', matching: ['talks'], card: { headline: 'News after the sample' } });
  await channel.at('2026-03-02T11:30:00Z');
  expect(channel.log.filter((line) => line.startsWith('#'))).toEqual([
    '#desk News of A',
    '#desk News after the sample',
  ]);
});
