import { expect, test } from 'vitest';
import { retryConflicts } from '#adapters/database/retry-conflicts.ts';

const run = retryConflicts(() => 0);
const failure = (code?: string): Error => Object.assign(new Error(`failed (${code})`), { code });

/** Work that fails so many times, and how often it was run. */
function failing(times: number, cause: Error) {
  const told = { runs: 0 };
  const work = async (): Promise<string> => {
    told.runs += 1;
    if (told.runs <= times) throw cause;
    return 'done';
  };
  return { told, work };
}

test.each(['40001', '40P01'])('what is undone with %s runs again until it is done', async (code) => {
  const { told, work } = failing(3, failure(code));
  expect(await run(work)).toBe('done');
  expect(told.runs).toBe(4);
});

test.each(['23505', '57014', undefined])('what fails with %s fails at once', async (code) => {
  const { told, work } = failing(1, failure(code));
  await expect(run(work)).rejects.toThrow('failed');
  expect(told.runs).toBe(1);
});

test('a conflict that does not end comes through as it is', async () => {
  const { told, work } = failing(Infinity, failure('40001'));
  await expect(run(work)).rejects.toThrow('failed (40001)');
  expect(told.runs).toBe(10);
});
