import { expect, test } from 'vitest';
import { decideAnew } from '#delivery/decide-anew.ts';
import { aChannel } from './a-channel.ts';
import { desk as deskChannel } from './owed.ts';

const STORIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

test('what is held keeps its order when a channel changes how it wants to be told', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.set({ quiet: { from: '10:00', to: '18:00' } });
  for (const [place, story] of STORIES.entries()) {
    desk.clock.now = new Date(Date.parse('2026-03-02T11:00:00Z') + place * 60_000);
    await desk.news({ story, matching: ['talks'] });
    await desk.beat();
  }
  expect(desk.log).toEqual([]);
  await desk.set({ quiet: { from: '22:00', to: '07:00' } });
  const changedAt = new Date('2026-03-02T12:00:00Z');
  expect(await decideAnew(deskChannel.id, desk.ledger.deliveries, changedAt)).toBe(6);
  await desk.at('2026-03-02T12:00:02Z');
  expect(desk.log).toEqual(STORIES.map((story) => `#desk News of ${story}`));
});

test('what a digest is about to tell stays with it', async () => {
  await using desk = await aChannel();
  const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;
  await desk.watch('talks', daily);
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.beat();
  desk.clock.now = new Date('2026-03-03T07:00:05Z');
  expect(await decideAnew(deskChannel.id, desk.ledger.deliveries, desk.clock.now)).toBe(0);
  await desk.deliver();
  await desk.at('2026-03-03T07:00:15Z');
  expect(await desk.account()).toEqual({ digested: 1 });
});
