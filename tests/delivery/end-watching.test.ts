import { describe, expect, test } from 'vitest';
import { endWatching } from '#delivery/end-watching.ts';
import { restoreWatch } from '#delivery/restore-watch.ts';
import { takeUpAgain } from '#delivery/take-up-again.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { type AChannel, aChannel } from './a-channel.ts';

const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;

const end = ({ ledger, clock }: AChannel, watch: Subscription) =>
  ledger.transaction((stores) => endWatching(watch, stores, clock.now));

describe('a watch that is taken away', () => {
  test('takes with it what its digest held', async () => {
    await using desk = await aChannel();
    const watch = await desk.watch('talks', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    expect(await end(desk, watch)).toMatchObject([{ story: 'A', state: 'held' }]);
    await desk.at('2026-03-03T07:00:15Z');
    await desk.at('2026-03-03T07:00:17Z');
    expect(desk.log).toEqual([]);
  });

  test('takes with it a card that is not sent yet, and leaves the one that stands', async () => {
    await using desk = await aChannel();
    const watch = await desk.watch('talks');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.news({ story: 'B', matching: ['talks'] });
    await end(desk, watch);
    await desk.at('2026-03-02T11:10:00Z');
    expect(desk.log).toEqual(['#desk News of A']);
    const states = await desk.ledger.deliveries.countStates();
    expect(states.posts).toEqual({ sent: 1, cancelled: 1 });
  });

  test('leaves what another watch of the channel waits for', async () => {
    await using desk = await aChannel();
    const watch = await desk.watch('talks', daily);
    await desk.watch('crisis', daily);
    await desk.news({ story: 'A', matching: ['talks', 'crisis'] });
    await desk.beat();
    await end(desk, watch);
    await desk.at('2026-03-03T07:00:15Z');
    expect(await desk.account()).toEqual({ digested: 1 });
  });

  test('and given back has its digest told after all', async () => {
    await using desk = await aChannel();
    const watch = await desk.watch('talks', daily);
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    const stories = (await end(desk, watch)) ?? [];
    await desk.ledger.transaction(async (stores) => {
      await restoreWatch(watch, stores, desk.clock.now);
      for (const { story, state } of stories)
        await stores.subscriptions.setStoryState(watch.id, story, state, desk.clock.now);
      await takeUpAgain(watch.channel, stories, stores.deliveries, desk.clock.now);
    });
    await desk.beat();
    expect(await desk.account()).toEqual({ held: 1 });
    await desk.at('2026-03-03T07:00:15Z');
    expect(await desk.account()).toEqual({ digested: 1 });
  });

  test('is missed by nobody who asks twice', async () => {
    await using desk = await aChannel();
    const watch = await desk.watch('talks');
    expect(await end(desk, watch)).toEqual([]);
    expect(await end(desk, watch)).toBeUndefined();
  });
});
