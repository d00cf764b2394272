import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
const document = readFileSync('docs/logs.md', 'utf8');

/** `delivery.${end}` is written for these ends; `waiting` and `ended` are told, `sent` is not. */
const MADE_OF_PARTS = ['delivery.waiting', 'delivery.ended'];

const found = (pattern: RegExp): ReadonlySet<string> =>
  new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name)));

/** In the first column of a table. */
const told = new Set(
  document
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([a-z_.]+)`/g)].map(([, name = '']) => name),
    ),
);

test('every event that is logged stands in docs/logs.md, and none else', () => {
  const literal = /(?:\blog|[lL]og)\??\.(?:info|warn|error)\(\s*'([a-z_]+\.[a-z_]+)'/g;
  const chosen = /\blog\.(?:info|warn|error)\(\s*\w+ \? '([a-z_.]+)' : '[a-z_.]+'/g;
  const other = /\blog\.(?:info|warn|error)\(\s*\w+ \? '[a-z_.]+' : '([a-z_.]+)'/g;
  const logged = [...found(literal), ...found(chosen), ...found(other), ...MADE_OF_PARTS];
  expect(logged.length).toBeGreaterThan(30);
  const missing = logged.filter((event) => !told.has(event));
  const stale = [...told].filter(
    (event) => event.includes('.') && !sources.some((source) => source.includes(`'${event}'`)),
  );
  expect({ missing, stale: stale.filter((event) => !MADE_OF_PARTS.includes(event)) }).toEqual({
    missing: [],
    stale: [],
  });
});

test('every metric that is counted stands in docs/logs.md, and none else', () => {
  const counted = found(/\.(?:count|gauge|observe)\('(readout_[a-z_]+)'/g);
  expect([...counted].toSorted()).toEqual([...told].filter((name) => name.startsWith('readout_')).toSorted());
});
