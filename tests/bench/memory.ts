import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { loopbackCatalogue } from './loopback-catalogue.ts';
import type { Row } from './row.ts';
import { awaitFirstVisits, runProgram } from './run-program.ts';

const KILOBYTE = 1_024;
const MEGABYTE = 1_000_000;
const LIMIT = '≤ 160';

/** What the program keeps resident with the whole catalogue: when it is ready, and when every feed was read once. */
export async function memory(): Promise<readonly Row[]> {
  await using catalogue = await loopbackCatalogue('steady');
  await using program = await runProgram(catalogue.environment);
  const whenReady = residentMegabytes(program.pid);
  const articles = await awaitFirstVisits(catalogue);
  const row = { unit: 'MB', target: LIMIT, runs: 1 };
  return [
    { ...row, name: 'resident when ready', value: whenReady },
    {
      ...row,
      name: `resident with ${catalogue.feeds} feeds, ${articles.toLocaleString('en')} articles`,
      value: residentMegabytes(program.pid),
    },
  ];
}

function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' });
  return (Number(kilobytes) * KILOBYTE) / MEGABYTE;
}
