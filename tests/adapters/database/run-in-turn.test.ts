import { expect, test } from 'vitest';
import { inTurn } from '#adapters/database/run-in-turn.ts';

test('one begins when the one before has ended, also where that one failed', async () => {
  const run = inTurn();
  const told: string[] = [];
  const { promise: first, reject: fail } = Promise.withResolvers<void>();
  const failing = run(async () => {
    told.push('first begins');
    await first;
  });
  const second = run(async () => {
    told.push('second begins');
    return 'second';
  });
  await Promise.resolve();
  expect(told).toEqual(['first begins']);
  fail(new Error('first fails'));
  await expect(failing).rejects.toThrow('first fails');
  expect(await second).toBe('second');
  expect(told).toEqual(['first begins', 'second begins']);
});
