import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { kill } from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whyNoPostgres } from './a-postgres.ts';

const IS_OWN = whyNoPostgres === undefined && (process.env['DATABASE_URL_TEST'] ?? '') === '';

function isRunning(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
}

test.runIf(IS_OWN)('a test that is killed leaves no PostgreSQL behind', { timeout: 120_000 }, async () => {
  const holder = spawn(process.execPath, ['tests/contracts/hold-postgres.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
  expect(isRunning(Number(pid))).toBe(true);
  holder.kill('SIGKILL');
  while (isRunning(Number(pid))) await pause(20);
  expect(isRunning(Number(pid))).toBe(false);
});
