import { parseArgs } from 'node:util';
import { match } from './match.ts';
import { memory } from './memory.ts';
import type { Row } from './row.ts';
import { start } from './start.ts';
import { visits } from './visits.ts';

const GROUPS: Readonly<Record<string, () => Promise<readonly Row[]>>> = { match, visits, start, memory };

// `npm run bench` runs every group, `npm run bench -- match visits` those. With --json each row is one JSON object.
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
for (const group of positionals.length > 0 ? positionals : Object.keys(GROUPS)) {
  const run = GROUPS[group];
  if (!run) throw new Error(`No group is called “${group}”; there are ${Object.keys(GROUPS).join(', ')}.`);
  for (const row of await run()) {
    process.stdout.write(`${values.json ? JSON.stringify({ group, ...row }) : tell(group, row)}\n`);
  }
}

function tell(group: string, { name, value, unit, target = '', runs }: Row): string {
  const shown = value.toLocaleString('en', { maximumSignificantDigits: 4 });
  return [
    group.padEnd(8),
    name.padEnd(46),
    shown.padStart(8),
    unit.padEnd(18),
    target.padEnd(8),
    runs === 1 ? '1 run' : `${runs} runs`,
  ].join(' ');
}
