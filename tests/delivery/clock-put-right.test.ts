import { expect, test } from 'vitest';
import type { StoryId } from '#story/story.ts';
import { aChannel } from './a-channel.ts';
import { desk } from './owed.ts';

test('O13 what a clock a year ahead has put off is tried as soon as the clock is right', async () => {
  let isUnwell = true;
  await using channel = await aChannel({
    create: () => (isUnwell ? Promise.resolve({ kind: 'later', detail: 'answered 503' }) : undefined),
  });
  await channel.watch('talks');
  const { clock } = channel;
  const right = clock.now;
  clock.now = new Date('2027-03-02T11:00:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  isUnwell = false;
  clock.now = right;
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
  await channel.watch('talks');
  const { clock } = channel;
  const right = clock.now;
  clock.now = new Date('2027-03-02T11:00:00.000Z');
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  isRefused = false;
  clock.now = right;
  await channel.news({ story: 'R-2', matching: ['talks'] });
  await channel.beat();
  expect(channel.log).toContain('#desk News of R-2');
});
