import { expect, test } from 'vitest';
import { LookUpLimit } from '#command/look-up-limit.ts';
import { after, NOON } from '../delivery/owed.ts';

test('a person has ten look-ups a minute, whatever others ask', () => {
  const limit = new LookUpLimit();
  for (let time = 0; time < 10; time += 1) expect(limit.take('Ana', after(time * 1_000))).toBe('taken');
  expect(limit.take('Ana', after(40_000))).toEqual({ tryAgainInSeconds: 20 });
  expect(limit.take('Ben', after(40_000))).toBe('taken');
  expect(limit.take('Ana', after(60_000))).toBe('taken');
  expect(limit.take('Ana', after(60_000))).toEqual({ tryAgainInSeconds: 1 });
});

test('a refused look-up does not push the next one further away', () => {
  const limit = new LookUpLimit();
  for (let time = 0; time < 10; time += 1) limit.take('Ana', NOON);
  for (let time = 0; time < 50; time += 1) limit.take('Ana', after(59_000));
  expect(limit.take('Ana', after(60_000))).toBe('taken');
});
