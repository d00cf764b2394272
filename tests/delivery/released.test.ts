import { expect, test } from 'vitest';
import { released } from '#delivery/released.ts';
import { after, aPost } from './owed.ts';

test('rows that are let go are due at once, one behind the other', () => {
  const later = aPost({ key: 'a' as never, state: 'held', plannedAt: after(2_000).toISOString() });
  const sooner = aPost({ key: 'b' as never, state: 'held', plannedAt: after(1_000).toISOString() });
  const now = after(60_000);
  const rows = released([later, sooner], now);
  expect(rows.map(({ key, plannedAt }) => [key, plannedAt])).toEqual([
    ['b', after(59_999).toISOString()],
    ['a', now.toISOString()],
  ]);
  expect(rows.every(({ state, dueAt }) => state === 'pending' && dueAt === now.toISOString())).toBe(true);
});
