import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Config } from '#config/read-config.ts';
import { readConfig } from '#config/read-config.ts';
import { configFolder, SMALL_CONFIG } from './small-config.ts';

type Folder = ReturnType<typeof configFolder>;

const cacheOf = ({ path }: Folder): string => join(path, 'kept', 'small.sqlite.tables.json');

/** A start with what an earlier one remembered. */
const start = ({ path }: Folder): Config =>
  readConfig(
    { READOUT_CONFIG: path, READOUT_DATABASE: join(path, 'kept', 'small.sqlite') },
    { remembersTables: true },
  );

const namesIn = ({ lexicon }: Config): readonly string[] => [...lexicon.actors.keys()];

test('a second start reads from what the first remembered, and the same', () => {
  using folder = configFolder();
  const first = start(folder);
  const remembered = readFileSync(cacheOf(folder), 'utf8');
  const second = start(folder);
  expect(namesIn(second)).toEqual(namesIn(first));
  expect(second.catalogue).toEqual(first.catalogue);
  expect(second.starters).toEqual(first.starters);
  expect(readFileSync(cacheOf(folder), 'utf8')).toBe(remembered);
});

test('what is remembered counts for exactly the text that it was read from', () => {
  using folder = configFolder();
  start(folder);
  writeFileSync(join(folder.path, 'feeds.yaml'), SMALL_CONFIG['feeds.yaml'].replace('name: ', 'name: New '));
  expect(start(folder).catalogue.outlets[0]?.name).toMatch(/^New /);
});

test('what is remembered is used, and its shape is checked like that of the file', () => {
  using folder = configFolder();
  start(folder);
  const remembered = JSON.parse(readFileSync(cacheOf(folder), 'utf8')) as Record<string, object>;
  const spoilt = Object.entries(remembered).map(([hash, table]) => [hash, { ...table, reviewed: 'once' }]);
  writeFileSync(cacheOf(folder), JSON.stringify(Object.fromEntries(spoilt)));
  expect(() => start(folder)).toThrow(/reviewed: must be the date of the last review/);
});

test.each(['', '{"torn', 'null'])('a cache that holds %j is as good as none', (content) => {
  using folder = configFolder();
  const first = start(folder);
  writeFileSync(cacheOf(folder), content);
  expect(namesIn(start(folder))).toEqual(namesIn(first));
});

test('nothing is remembered unless that is asked for, nor of a folder with a problem', () => {
  using folder = configFolder();
  const environment = {
    READOUT_CONFIG: folder.path,
    READOUT_DATABASE: join(folder.path, 'kept', 'a.sqlite'),
  };
  readConfig(environment);
  writeFileSync(join(folder.path, 'topics.yaml'), 'starters: 3');
  expect(() => readConfig(environment, { remembersTables: true })).toThrow();
  expect(existsSync(join(folder.path, 'kept'))).toBe(false);
});

test('a cache that cannot be written keeps nobody from starting', () => {
  using folder = configFolder();
  writeFileSync(join(folder.path, 'kept'), 'a file where a folder is wanted');
  expect(namesIn(start(folder))).not.toEqual([]);
  rmSync(join(folder.path, 'kept'));
});
