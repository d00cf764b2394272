import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, stderr } from 'node:process';
import { parseArgs } from 'node:util';
import { readConfig } from '#config/read-config.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { demoConfig } from '#tools/demo/demo-config.ts';
import { DEMO_DAY, dayTopics } from '#tools/demo/demo-day.ts';
import { play } from '#tools/demo/play.ts';
import { type Announcement, startPublishers } from '#tools/demo/publishers.ts';
import { startPlatforms } from '#tools/demo/start-platforms.ts';
import type { Screen } from '#tools/demo/timed-output.ts';

/** sysexits.h: EX_NOINPUT, what was to be read is not there. */
const EXIT_NO_INPUT = 66;

/** Of a folder: just before its oldest item, so that all of them are news. */
const FIRST_VISIT_BEFORE_MS = MINUTE_MS;

/**
 * `readout demo` plays the demo's day; `--from DIR` any folder of feed documents; `--discord` and `--slack` play it
 * into simulated platforms as well. 1 where something did not arrive as it should, or could not be read; 66 where
 * there is no such folder.
 */
export async function demo(rest: readonly string[], screen: Screen): Promise<number> {
  const { values } = parseArgs({
    args: [...rest],
    options: {
      from: { type: 'string' },
      discord: { type: 'boolean', default: false },
      slack: { type: 'boolean', default: false },
    },
  });
  if (values.from !== undefined && !isFolder(values.from)) {
    stderr.write(`There is no folder “${values.from}”.\n`);
    return EXIT_NO_INPUT;
  }
  await using publishers = await startPublishers(values.from ? ['--from', values.from] : ['--day', DEMO_DAY]);
  const { announcement } = publishers;
  const start = startOf(announcement);
  if (start === undefined) {
    screen.write('No document there holds a dated item, so there is nothing to walk through.\n');
    return 1;
  }
  await using simulators = await startPlatforms(values, start);
  const folder = mkdtempSync(join(tmpdir(), 'readout-demo-'));
  try {
    const { platforms, settings } = simulators;
    const own = demoConfig(readConfig(env), announcement, folder, settings);
    const config = values.from ? own : { ...own, starters: dayTopics(own.lexicon) };
    return await play({ config, publishers, platforms, start }, screen);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** When the first visit is; absent where nothing is ever published. */
function startOf({ starts, oldest }: Announcement): Date | undefined {
  if (starts !== undefined) return new Date(starts);
  return oldest === undefined ? undefined : new Date(Date.parse(oldest) - FIRST_VISIT_BEFORE_MS);
}
