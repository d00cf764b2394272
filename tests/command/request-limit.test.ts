import { expect, test } from 'vitest';
import { RequestLimit } from '#command/request-limit.ts';
import { after, NOON } from '../delivery/owed.ts';

test.each([
  ['look-up', 10],
  ['other', 30],
] as const)('a person has so many requests a minute, whatever others ask: %s, %i', (kind, most) => {
  const limit = new RequestLimit();
  for (let time = 0; time < most; time += 1) expect(limit.take('Ana', kind, after(time))).toBe('taken');
  expect(limit.take('Ana', kind, after(40_000))).toEqual({ tryAgainInSeconds: 20 });
  expect(limit.take('Ben', kind, after(40_000))).toBe('taken');
  expect(limit.take('Ana', kind, after(60_000))).toBe('taken');
  expect(limit.take('Ana', kind, after(60_000))).toEqual({ tryAgainInSeconds: 1 });
});

test('what somebody changes does not use up what they may look up, nor the other way round', () => {
  const limit = new RequestLimit();
  for (let time = 0; time < 30; time += 1) limit.take('Ana', 'other', NOON);
  expect(limit.take('Ana', 'other', NOON)).not.toBe('taken');
  for (let time = 0; time < 10; time += 1) expect(limit.take('Ana', 'look-up', NOON)).toBe('taken');
  expect(limit.take('Ana', 'look-up', NOON)).not.toBe('taken');
});

test('a refused request does not push the next one further away', () => {
  const limit = new RequestLimit();
  for (let time = 0; time < 10; time += 1) limit.take('Ana', 'look-up', NOON);
  for (let time = 0; time < 50; time += 1) limit.take('Ana', 'look-up', after(59_000));
  expect(limit.take('Ana', 'look-up', after(60_000))).toBe('taken');
});
