import { expect, test } from 'vitest';
import type { OutletId } from '#feed/outlet.ts';
import type { Match } from '#match/match.ts';
import type { StoryId } from '#story/story.ts';
import { channelsForStory } from '#subscription/channels-for-story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { type AChannel, aChannel } from '../delivery/a-channel.ts';
import { desk } from '../delivery/owed.ts';

const story = 'R-1' as StoryId;
const wire = 'world-wire' as OutletId;
const courier = 'courier' as OutletId;

/** Whom a report of this outlet concerns, by the names of what they watch. */
async function concerned({ ledger, clock }: AChannel, watch: Subscription, outlet: OutletId) {
  const found = await channelsForStory(
    {
      story,
      merged: [],
      matches: [{ topic: watch.topic, tier: 'strong' } as Match],
      arrivedAt: clock.now.toISOString(),
      outlet,
      isNews: true,
      showing: [],
      now: clock.now,
    },
    ledger,
  );
  return { joining: namesOf(found[0]?.joining), silent: namesOf(found[0]?.silent) };
}

const namesOf = (those: readonly Subscription[] = []) => those.map(({ name }) => name);

test('a watch of some outlets alone is not concerned by the report of another', async () => {
  await using channel = await aChannel();
  const watch = await channel.watch('talks', { outlets: { are: 'only', outlets: [wire] } });
  expect(await concerned(channel, watch, courier)).toEqual({ joining: [], silent: ['talks'] });
  expect(await concerned(channel, watch, wire)).toEqual({ joining: ['talks'], silent: [] });
});

test('a watch that leaves an outlet out is concerned by every other', async () => {
  await using channel = await aChannel();
  const watch = await channel.watch('talks', { outlets: { are: 'left-out', outlets: [wire] } });
  expect(await concerned(channel, watch, wire)).toEqual({ joining: [], silent: ['talks'] });
  expect(await concerned(channel, watch, courier)).toEqual({ joining: ['talks'], silent: [] });
});

test('a story that began elsewhere is told once an outlet that counts reports it', async () => {
  await using channel = await aChannel();
  const { subscriptions } = channel.ledger;
  const watch = await channel.watch('talks', { outlets: { are: 'only', outlets: [wire] } });
  await subscriptions.setStoryState(watch.id, story, 'muted', channel.clock.now);
  expect(await concerned(channel, watch, courier)).toEqual({ joining: [], silent: [] });
  expect(await concerned(channel, watch, wire)).toEqual({ joining: ['talks'], silent: [] });
  await subscriptions.setStoryState(watch.id, story, 'posted', channel.clock.now);
  expect((await concerned(channel, watch, courier)).silent).toEqual([]);
  expect(await subscriptions.storyStatesOf(desk.id, story)).toEqual(new Map([[watch.id, 'posted']]));
});
