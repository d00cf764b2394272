import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SendOutcome } from '#channel/messenger.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { type AChannel, aChannel, denial } from './a-channel.ts';
import { desk } from './owed.ts';

const WATCHES = ['call', 'region', 'crisis'] as const;
const BEAT_MS = 20 * MINUTE_MS;

/** One thing that happens; between two things the program beats, and time passes. */
type Happening =
  | {
      readonly kind: 'news';
      readonly story: number;
      readonly matching: readonly string[];
      readonly origins: number;
    }
  | { readonly kind: 'denial'; readonly story: number }
  | { readonly kind: 'change'; readonly watch: string; readonly to: Partial<Subscription> }
  | { readonly kind: 'settings'; readonly to: Partial<ChannelSettings> }
  | { readonly kind: 'mute'; readonly story: number }
  | { readonly kind: 'platform'; readonly outcome: 'well' | 'down' | 'lost' | 'refused' }
  | { readonly kind: 'pass'; readonly minutes: number };

const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const story = fc.integer({ min: 0, max: 24 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: some('news' as const),
      story,
      matching: fc.subarray([...WATCHES], { minLength: 1 }),
      origins: some(1, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: some('denial' as const), story }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: some('change' as const),
      watch: some(...WATCHES),
      to: some<Partial<Subscription>>(
        { isPaused: true },
        { isPaused: false },
        { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' },
        { needs: 'two-origins' },
        { isUrgent: true },
        { mutedUntil: '2026-03-03T09:00:00.000Z' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: some('settings' as const),
      to: some<Partial<ChannelSettings>>(
        { quiet: { from: '22:00', to: '07:00' } },
        { zone: 'Asia/Kathmandu' },
        { zone: 'Europe/Paris' },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: some('mute' as const), story }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: some('platform' as const),
      outcome: some('well' as const, 'well' as const, 'down' as const, 'lost' as const, 'refused' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: some('pass' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
);

const days = fc.array(happening, { minLength: 20, maxLength: 60 });

/** Small, so that they are met often. */
const budget = fc.record({
  cardsAnHour: fc.integer({ min: 1, max: 4 }),
  pingsAnHour: fc.integer({ min: 0, max: 1 }),
  pingsADay: fc.integer({ min: 1, max: 2 }),
});

/** What was posted, when, and whom it called. */
type Posted = { readonly at: number; readonly called: boolean };

/** A channel on a platform that is as well as the days say. */
async function openDays() {
  const platform = { outcome: 'well' as 'well' | 'down' | 'lost' | 'refused' };
  const answers: Readonly<Record<typeof platform.outcome, SendOutcome | 'lost' | undefined>> = {
    well: undefined,
    down: { kind: 'later', detail: 'down' },
    lost: 'lost',
    refused: { kind: 'refused', reason: 'not-allowed', detail: 'no right' },
  };
  const channel = await aChannel({ create: () => answers[platform.outcome] });
  await channel.watch('call', { mention: '@duty' });
  await channel.watch('region');
  await channel.watch('crisis', { mention: '@night' });
  return { channel, platform };
}

async function happen(
  one: Happening,
  channel: AChannel,
  platform: { outcome: 'well' | 'down' | 'lost' | 'refused' },
  matched: Set<string>,
): Promise<void> {
  const { ledger, clock } = channel;
  switch (one.kind) {
    case 'news':
      for (const watch of one.matching) matched.add(`${watch} ${one.story}`);
      return channel.news({
        story: `S${one.story}`,
        card: { footer: [[{ kind: 'text', text: clock.now.toISOString() }]] },
        matching: one.matching,
        origins: one.origins,
      });
    case 'denial':
      return channel.news({
        story: `S${one.story}`,
        card: { tone: 'amber', footer: [[{ kind: 'text', text: clock.now.toISOString() }]] },
        changes: [denial(`S${one.story}`)],
      });
    case 'change': {
      const known = (await ledger.subscriptions.listByChannel(desk.id)).find(
        ({ name }) => name === one.watch,
      );
      if (known) await ledger.subscriptions.update({ ...known, ...one.to });
      return;
    }
    case 'settings':
      return channel.set(one.to);
    case 'mute': {
      const mute = {
        channel: desk.id,
        story: `S${one.story}` as never,
        by: 'Ana',
        at: clock.now.toISOString(),
      };
      return ledger.subscriptions.saveMute(mute);
    }
    case 'platform':
      platform.outcome = one.outcome;
      return;
    case 'pass':
      return pass(one.minutes * MINUTE_MS, channel);
  }
}

/** Time passes with the program beating; a long silence in few beats, as after hours without it. */
async function pass(ms: number, channel: AChannel, beatMs = BEAT_MS): Promise<void> {
  const end = channel.clock.now.getTime() + ms;
  while (channel.clock.now.getTime() < end) {
    channel.clock.now = new Date(Math.min(end, channel.clock.now.getTime() + beatMs));
    await channel.beat();
  }
}

async function postedBy({ ledger }: AChannel): Promise<readonly Posted[]> {
  const posts = await ledger.deliveries.listStanding(new Date(0));
  return posts.map(({ postedAt, mention }) => ({
    at: Date.parse(postedAt ?? ''),
    called: mention !== undefined,
  }));
}

/** How many lines called somebody to a card that stood; what takes a card back is not counted. */
const linesThatCalled = ({ log }: AChannel): number =>
  log.filter((line) => line.startsWith('reply @') && !line.includes('DENIED')).length;

/** The most of these within so long. */
function mostWithin(moments: readonly number[], ms: number): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length));
}

test('on random days every match stands in one place, and no budget is ever exceeded', async () => {
  await fc.assert(
    fc.asyncProperty(days, budget, async (happenings, most) => {
      const { channel, platform } = await openDays();
      await using _ = channel;
      await channel.set(most);
      const matched = new Set<string>();
      const lines: number[] = [];
      for (const one of happenings) {
        await happen(one, channel, platform, matched);
        await channel.beat();
        while (lines.length < linesThatCalled(channel)) lines.push(channel.clock.now.getTime());
        const account = await channel.account();
        const sum = Object.values(account).reduce((all, stories) => all + stories, 0);
        expect(sum).toBe(matched.size);
      }
      const posted = await postedBy(channel);
      const cards = posted.map(({ at }) => at);
      const pings = [...posted.filter(({ called }) => called).map(({ at }) => at), ...lines];
      expect(mostWithin(cards, HOUR_MS)).toBeLessThanOrEqual(most.cardsAnHour);
      expect(mostWithin(pings, HOUR_MS)).toBeLessThanOrEqual(most.pingsAnHour);
      expect(mostWithin(pings, DAY_MS)).toBeLessThanOrEqual(most.pingsADay);

      platform.outcome = 'well';
      await pass(5 * DAY_MS, channel, 4 * HOUR_MS);
      const left = await channel.account();
      expect([left['held'] ?? 0, left['waiting'] ?? 0]).toEqual([0, 0]);
    }),
    { numRuns: 12, seed: 6 },
  );
}, 240_000);
