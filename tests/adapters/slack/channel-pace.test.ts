import { expect, test } from 'vitest';
import { channelPace } from '#adapters/slack/channel-pace.ts';

/** A pace on a clock that stands still; what was waited for is kept. */
function aPace() {
  const clock = { ms: Date.parse('2026-03-02T12:00:00Z') };
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms));
  return { clock, waits, turn: channelPace({ clock: () => new Date(clock.ms), wait }) };
}

test('a channel takes one message a second, in the order in which they were asked for', async () => {
  const { turn, waits } = aPace();
  await Promise.all([turn('C0DESK'), turn('C0DESK'), turn('C0DESK')]);
  expect(waits).toEqual([1_000, 2_000]);
});

test('a message after a quiet second waits for nothing, and one within it for the rest', async () => {
  const { turn, waits, clock } = aPace();
  await turn('C0DESK');
  clock.ms += 1_000;
  await turn('C0DESK');
  clock.ms += 300;
  await turn('C0DESK');
  expect(waits).toEqual([700]);
});

test('channels do not wait for each other', async () => {
  const { turn, waits } = aPace();
  await turn('C0DESK');
  await turn('C0EMBASSY');
  expect(waits).toEqual([]);
});
