import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { createInterface } from 'node:readline';

/** The numbers that processes told as committed to this database, each killed after it had told some, three in all. */
export async function killWhileCommitting(database: string): Promise<readonly number[]> {
  const told: number[] = [];
  for (const round of [1, 2, 3]) {
    const next = told.length === 0 ? 0 : (told.at(-1) ?? 0) + 100;
    told.push(...(await commitUntilKilled(database, next, 10 * round)));
  }
  return told;
}

/** Lets a process of its own commit until it has told `count` numbers, kills it, and gives every number it told. */
async function commitUntilKilled(database: string, from: number, count: number): Promise<readonly number[]> {
  const child = spawn(execPath, ['tests/faults/commit-until-killed.ts', database, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(Number(line));
    if (told.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return told;
}
