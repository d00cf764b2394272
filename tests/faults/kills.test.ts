import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Point } from './kills/death.ts';
import { type Judgement, type Kills, killManyTimes } from './kills/kill-many-times.ts';

/** `npm run -s faults -- kills` kills two hundred times; here it is a few, at the points where most can go wrong. */
const SEED = Number(process.env['READOUT_SEED'] ?? 7);
const LONG_MS = 600_000;
/** A machine without a battery starts here, until it has asked for the time. */
const TO_1970_MS = -Date.now();
const RISKY: readonly Point[] = [
  'after claiming',
  'after the request',
  'before the answer',
  'before recording',
];

function killedAt(points: readonly Point[], told: Partial<Kills> = {}): Promise<Judgement> {
  return killManyTimes({
    platform: 'slack',
    database: 'sqlite',
    kills: points.length,
    seed: SEED,
    points,
    ...told,
  });
}

describe('D01 D02 the program, killed at named points of a delivery', { timeout: LONG_MS }, () => {
  test.each(['discord', 'forum', 'slack'] as const)(
    'loses nothing and posts nothing twice on %s',
    async (platform) => {
      const { tally, deaths, violations } = await killedAt(RISKY, { platform });
      expect(tally).toMatchObject({ posted: tally.articles, lost: 0, doubled: 0, uncertain: 0 });
      expect([...deaths.keys()]).toEqual(expect.arrayContaining(['after the request', 'before the answer']));
      expect(violations).toEqual([]);
    },
  );

  test.each(['discord', 'slack'] as const)(
    'loses no story of a daily digest, and tells none in two of them, on %s',
    async (platform) => {
      const points = ['after claiming', 'before the answer', 'before recording'] as const;
      // The first life reads a report for the digest at which the others die.
      const { tally, deaths, states, violations } = await killedAt(['after keeping', ...points], {
        platform,
        inDigests: true,
        askedAfterMs: [3_000],
      });
      expect(tally).toEqual({ articles: 4, posted: 4, lost: 0, doubled: 0, uncertain: 0 });
      expect([...deaths.keys()].slice(1)).toEqual(points);
      expect(states).toEqual({ superseded: 4 });
      expect(violations).toEqual([]);
    },
  );

  test.each([
    ['skip', { posted: 1, lost: 0, doubled: 0, uncertain: 1 }],
    ['repeat', { posted: 1, lost: 0, doubled: 1, uncertain: 1 }],
  ] as const)(
    'D08 without the right to read what stands there it does as the desk chose: %s',
    async (whenUncertain, left) => {
      const { tally } = await killedAt(['before the answer'], { whenUncertain });
      expect(tally).toEqual({ articles: 1, ...left });
    },
  );

  test('O13 a clock that is set back an hour, and on again, loses nothing and posts nothing twice', async () => {
    const clockMovesMs = [70, 70, -60, 70].map((minutes) => minutes * MINUTE_MS);
    const { tally, violations } = await killedAt(['before recording', 'before the answer'], {
      kills: 4,
      clockMovesMs,
    });
    expect(tally).toMatchObject({ posted: tally.articles, lost: 0, doubled: 0, uncertain: 0 });
    expect(violations).toEqual([]);
  });

  test.each(['discord', 'slack'] as const)(
    'O13 a clock that jumps while it runs, an hour on or back, to 1970 or from there, loses nothing on %s',
    async (platform) => {
      const wrongClocksMs = [
        { atStart: TO_1970_MS, onceReady: 0 },
        { atStart: 0, onceReady: HOUR_MS },
        { atStart: 0, onceReady: -HOUR_MS },
        { atStart: 0, onceReady: TO_1970_MS },
      ];
      const { tally, violations } = await killedAt(
        ['before recording', 'before the answer', 'before recording'],
        {
          platform,
          kills: wrongClocksMs.length,
          wrongClocksMs,
          askedAfterMs: [undefined, undefined, undefined, 500],
        },
      );
      expect(tally).toMatchObject({ posted: tally.articles, lost: 0, doubled: 0, uncertain: 0 });
      expect(violations).toEqual([]);
    },
  );

  test('O19 asked to end while it sends, it ends in good order, and the next goes on', async () => {
    const { tally, violations } = await killedAt([], { kills: 3, askedAfterMs: [5, 60, 150] });
    expect(tally).toMatchObject({ posted: tally.articles, lost: 0, doubled: 0, uncertain: 0 });
    expect(violations).toEqual([]);
  });

  test('is caught where it marks a card as sent before it sends it', async () => {
    const { tally } = await killedAt(['before the request'], { control: 'mark-then-send' });
    expect(tally.lost).toBe(1);
  });

  test('is caught where it sends a card before it marks it, and looks for none', async () => {
    const { tally } = await killedAt(['before the answer'], { control: 'send-then-mark' });
    expect(tally.doubled).toBe(1);
  });
});
