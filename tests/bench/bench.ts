import { availableParallelism, loadavg } from 'node:os';
import { argv } from 'node:process';
import { type Asked, readAsked } from './asked.ts';
import { burst } from './burst.ts';
import { day } from './day.ts';
import { delivery } from './delivery.ts';
import { feeds } from './feeds.ts';
import { match } from './match.ts';
import { memory } from './memory.ts';
import { replay } from './replay.ts';
import { replies } from './replies.ts';
import type { Row } from './row.ts';
import { start } from './start.ts';
import { story } from './story.ts';
import { visits } from './visits.ts';

const GROUPS: Readonly<Record<string, (asked: Asked) => Promise<readonly Row[]>>> = {
  match,
  story,
  visits,
  feeds,
  start,
  memory,
  delivery,
  burst,
  day,
  replay,
  replies,
};

/** The others take too long to be run by the way. */
const USUAL = Object.keys(GROUPS).filter(
  (group) => !['feeds', 'burst', 'day', 'replay', 'replies'].includes(group),
);

// `npm run bench` runs the usual groups, `npm run bench -- match visits` those. With --json each row is one JSON object.
const { isJson, groups, asked } = readAsked(argv.slice(2));
if (!isJson) print(['group', 'what', 'value', 'unit', 'target', 'median of']);
for (const group of groups.length > 0 ? groups : USUAL) {
  const run = GROUPS[group];
  if (!run) throw new Error(`No group is called “${group}”; there are ${Object.keys(GROUPS).join(', ')}.`);
  for (const row of [...(await run(asked)), rowOfLoad()]) {
    if (isJson) process.stdout.write(`${JSON.stringify({ group, ...row })}\n`);
    else print(cellsOf(group, row));
  }
}

/** What else the machine did: on a busy one only counts and processor time can be compared. */
function rowOfLoad(): Row {
  const [lastMinute = 0] = loadavg();
  const unit = `on ${availableParallelism()} processors`;
  return { name: 'load average of the machine in the last minute', value: lastMinute, unit, runs: 1 };
}

type Cells = readonly [
  group: string,
  what: string,
  value: string,
  unit: string,
  target: string,
  runs: string,
];

function cellsOf(group: string, { name, value, unit, target = '', runs }: Row): Cells {
  const shown = value.toLocaleString('en', { maximumSignificantDigits: 4 });
  return [group, name, shown, unit, target, runs === 1 ? '1 run' : `${runs} runs`];
}

function print([group, what, value, unit, target, runs]: Cells): void {
  const cells = [
    group.padEnd(8),
    what.padEnd(60),
    value.padStart(8),
    unit.padEnd(18),
    target.padEnd(8),
    runs,
  ];
  process.stdout.write(`${cells.join(' ')}\n`);
}
