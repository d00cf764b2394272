import { expect, test } from 'vitest';
import { tierPace } from '#adapters/slack/tier-pace.ts';

/** A pace on a clock that stands still until a test moves it. */
function aPace() {
  const clock = { ms: Date.parse('2026-03-02T12:00:00Z') };
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms));
  return { clock, waits, pace: tierPace({ clock: () => new Date(clock.ms), wait }) };
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, place) => `${place}`);

test('ten have a turn at once, and whoever comes after them is told when theirs comes', async () => {
  const { pace, waits } = aPace();
  const told: (number | undefined)[] = [];
  for (const name of names(12)) told.push(await pace.turn(name));
  expect(told.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => undefined));
  expect(told.slice(10)).toEqual([1_500, 3_000]);
  expect(waits).toEqual([]);
});

test('a turn is kept for whoever was told of it, though others ask in between', async () => {
  const { pace, clock } = aPace();
  for (const name of names(10)) await pace.turn(name);
  expect(await pace.turn('first')).toBe(1_500);
  clock.ms += 1_500;
  expect(await pace.turn('second')).toBe(1_500);
  expect(await pace.turn('first')).toBeUndefined();
});

test('a turn that comes soon is waited for', async () => {
  const { pace, clock, waits } = aPace();
  for (const name of names(10)) await pace.turn(name);
  clock.ms += 900;
  expect(await pace.turn('late')).toBeUndefined();
  expect(waits).toEqual([600]);
});

test('within any minute no more than fifty have a turn, however many ask', async () => {
  const { pace, clock } = aPace();
  let taken = 0;
  for (let second = 0; second < 60; second += 1) {
    for (const name of names(20)) if ((await pace.turn(`${second} ${name}`)) === undefined) taken += 1;
    clock.ms += 1_000;
  }
  expect(taken).toBeGreaterThan(9);
  expect(taken).toBeLessThanOrEqual(50);
});

test('when Slack asks to wait nobody has a turn before that, not even a kept one, and then one after the other', async () => {
  const { pace, clock } = aPace();
  for (const name of names(10)) await pace.turn(name);
  expect(await pace.turn('kept')).toBe(1_500);
  pace.hold(60_000);
  clock.ms += 1_500;
  expect(await pace.turn('kept')).toBe(58_500);
  expect(await pace.turn('next')).toBe(60_000);
});
