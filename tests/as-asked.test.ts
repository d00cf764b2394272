import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';

const run = (...words: readonly string[]) => spawnSync(execPath, words, { encoding: 'utf8' });

test.each([
  ['tests/faults/faults.ts kills --kills many', '“many” is not a number of anything.'],
  ['tests/faults/faults.ts simulate --seeds 0', '“0” is not a number of anything.'],
  ['tests/bench/bench.ts sleep', '“sleep” is none of match, story,'],
  ['tests/bench/bench.ts story --fast', "Unknown option '--fast'"],
  ['tests/fuzz/fuzz.ts --mutants x', '“x” is not a number of anything.'],
])('%s is answered with what there is, and does nothing', { timeout: 60_000 }, (words, said) => {
  const { status, stdout, stderr } = run(...words.split(' '));
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(said);
  expect(stderr).toContain('npm run');
  expect(stderr).not.toContain('    at ');
});

test('--help is answered with the same', { timeout: 60_000 }, () => {
  const { status, stdout } = run('tests/faults/faults.ts', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('--digests');
});
