import { expect, test } from 'vitest';
import { requestPace } from '#adapters/discord/request-pace.ts';

test('forty-five requests begin within a second, whenever that second begins', async () => {
  const clock = { ms: Date.parse('2026-03-02T12:00:00Z') };
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(waits.push(ms));
  const turn = requestPace({ clock: () => new Date(clock.ms), wait });
  for (let request = 0; request < 40; request += 1) await turn();
  clock.ms += 900;
  for (let request = 0; request < 5; request += 1) await turn();
  expect(waits).toEqual([]);
  await turn();
  expect(waits).toEqual([100]);
  clock.ms += 1_000;
  await turn();
  expect(waits).toEqual([100]);
});
