import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '#config/settings.ts';
import { startPlatforms } from '#tools/demo/start-platforms.ts';
import { type LoopbackCatalogue, loopbackCatalogue } from './loopback-catalogue.ts';
import type { Row } from './row.ts';
import { awaitFirstVisits, runProgram } from './run-program.ts';

const KILOBYTE = 1_024;
const MEGABYTE = 1_000_000;
const LIMIT = '≤ 160';
/** What the last visit leaves behind is handed back within so long. */
const SETTLED_AFTER_MS = 5_000;
const LIMIT_WITH_PLATFORMS = '≤ 250';
/** Watched on each platform: whoever is answered is connected. */
const TOPIC = 'Iran IAEA inspection';

/**
 * What the program keeps resident with the whole catalogue: when it is ready, and when every feed was read once; on the
 * terminal alone, and with Discord and Slack connected.
 */
export async function memory(): Promise<readonly Row[]> {
  await using catalogue = await loopbackCatalogue('steady');
  return [...(await onTerminal(catalogue)), ...(await onPlatforms(catalogue))];
}

async function onTerminal(catalogue: LoopbackCatalogue): Promise<readonly Row[]> {
  await using program = await runProgram(catalogue.environment);
  const whenReady = residentMegabytes(program.pid);
  const articles = await awaitFirstVisits(catalogue);
  await pause(SETTLED_AFTER_MS);
  const row = { unit: 'MB', target: LIMIT, runs: 1 };
  return [
    { ...row, name: 'resident when ready', value: whenReady },
    { ...row, name: `resident with ${holdings(catalogue, articles)}`, value: residentMegabytes(program.pid) },
  ];
}

async function onPlatforms(catalogue: LoopbackCatalogue): Promise<readonly Row[]> {
  rmSync(catalogue.environment.READOUT_DATABASE, { force: true });
  await using simulators = await startPlatforms({ discord: true, slack: true }, new Date());
  await using program = await runProgram({ ...catalogue.environment, ...environmentOf(simulators.settings) });
  for (const platform of simulators.platforms) await platform.watch(TOPIC);
  const whenReady = residentMegabytes(program.pid);
  const articles = await awaitFirstVisits(catalogue);
  await pause(SETTLED_AFTER_MS);
  const row = { unit: 'MB', target: LIMIT_WITH_PLATFORMS, runs: 1 };
  return [
    { ...row, name: 'resident when ready, on Discord and Slack', value: whenReady },
    { ...row, name: `… with ${holdings(catalogue, articles)}`, value: residentMegabytes(program.pid) },
  ];
}

/** As an operator would set them. */
const environmentOf = ({ discord, slack }: Pick<Settings, 'discord' | 'slack'>) => ({
  DISCORD_TOKEN: discord?.token.reveal(),
  READOUT_DISCORD_API: discord?.apiUrl,
  SLACK_BOT_TOKEN: slack?.botToken.reveal(),
  SLACK_APP_TOKEN: slack?.appToken.reveal(),
  READOUT_SLACK_API: slack?.apiUrl,
});

const holdings = ({ feeds }: LoopbackCatalogue, articles: number): string =>
  `${feeds} feeds, ${articles.toLocaleString('en')} articles`;

function residentMegabytes(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' });
  return (Number(kilobytes) * KILOBYTE) / MEGABYTE;
}
