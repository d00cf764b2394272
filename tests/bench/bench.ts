import { availableParallelism, loadavg } from 'node:os';
import { argv } from 'node:process';
import { asAsked, oneOf } from '../as-asked.ts';
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

const USAGE = `npm run bench                          the usual groups: ${USUAL.join(', ')}
npm run bench -- GROUP…                any of ${Object.keys(GROUPS).join(', ')}
  --json                               one JSON object a row
  burst   --platform discord|slack [--posts N]
  day     [--articles N] [--feeds N] [--watches N] [--topics dense|sparse]
  replay  --articles FILE… [--topics FILE] [--days N]`;

await asAsked(USAGE, async () => {
  const { isJson, groups, asked } = readAsked(argv.slice(2));
  const wanted = groups.map((group) => oneOf(Object.keys(GROUPS), group));
  if (!isJson) print(['group', 'what', 'value', 'unit', 'target', 'median of']);
  for (const group of wanted.length > 0 ? wanted : USUAL) {
    for (const row of [...((await GROUPS[group]?.(asked)) ?? []), rowOfLoad()]) {
      if (isJson) process.stdout.write(`${JSON.stringify({ group, ...row })}\n`);
      else print(cellsOf(group, row));
    }
  }
});

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
