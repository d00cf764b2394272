import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openNudge } from '#compose/open-nudge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted() {
  const runs: number[] = [];
  return { runs, run: () => Promise.resolve(void runs.push(Date.now())) };
}

test('many nudges within one pause are answered once, and the next after it again', () => {
  const { runs, run } = counted();
  using nudge = openNudge(run, 200);
  nudge.give();
  nudge.give();
  vi.advanceTimersByTime(150);
  nudge.give();
  expect(runs).toHaveLength(0);
  vi.advanceTimersByTime(50);
  expect(runs).toHaveLength(1);
  nudge.give();
  vi.advanceTimersByTime(200);
  expect(runs).toHaveLength(2);
});

test('nothing is begun once it is disposed of', () => {
  const { runs, run } = counted();
  const nudge = openNudge(run, 200);
  nudge.give();
  nudge[Symbol.dispose]();
  nudge.give();
  vi.advanceTimersByTime(1_000);
  expect(runs).toHaveLength(0);
});
