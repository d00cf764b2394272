import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseName } from '#compose/database-name.ts';
import { findThrowAwayDisk } from '#config/find-throw-away-disk.ts';
import type { Environment } from '#config/read-secret.ts';
import { configWith, problemsWith, SMALL_CONFIG } from './small-config.ts';

const changed = (file: keyof typeof SMALL_CONFIG, from: string, to: string): string => {
  const before: string = SMALL_CONFIG[file];
  if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return before.replace(from, to);
};

describe('a config folder with nothing wrong', () => {
  test('is read, and what is left out has its default', () => {
    const { settings, catalogue, starters, lexicon } = configWith({});
    expect(settings.zone).toBe('UTC');
    expect(settings.feeds.timeoutMs).toBe(20_000);
    expect(catalogue.outlets.map(({ id }) => id)).toEqual(['courier', 'palace']);
    expect(starters.map(({ written }) => written)).toEqual(['Freedonia Sylvania call']);
    expect(lexicon.actors.size).toBe(3);
  });

  test('takes an empty variable for none', () => {
    const { settings } = configWith({}, { READOUT_DATABASE: '', READOUT_WEB_TOKEN: '' });
    expect(settings.database.file).toBe(resolve('data/readout.sqlite'));
    expect(settings.web.token).toBeUndefined();
  });

  test('takes PostgreSQL where its address is given, and hides the address', () => {
    const url = 'postgres://desk:hush-hush@db.example/readout';
    const { settings } = configWith(
      { 'readout.yaml': 'zone: UTC\n' },
      { DATABASE_URL: url, DYNO: 'worker.1' },
    );
    expect(settings.database.url?.reveal()).toBe(url);
    expect(JSON.stringify(settings)).not.toContain('hush');
    expect(databaseName({ settings })).toBe('PostgreSQL readout at db.example');
  });

  test('takes a term that is given to the month for one that ends in it', () => {
    const dated = changed('actors.yaml', 'from: 2020-05-04', 'from: 2020-05-04, to: 2020-05');
    expect(problemsWith({ 'actors.yaml': dated })).toEqual([]);
  });
});

describe('a file that is not as it must be is told with its line and a remedy', () => {
  test.each([
    [
      'an unknown key',
      { 'readout.yaml': 'zone: UTC\ndatabase: { disk_is_kept: true }\nlanguges: [en]\n' },
      'readout.yaml:3',
      'nothing here is called “languges”',
      'correct its spelling',
    ],
    [
      'an unknown key deep inside',
      {
        'feeds.yaml': changed('feeds.yaml', 'owner: Courier Group', 'owner: Courier Group\n    colour: red'),
      },
      'feeds.yaml:6',
      'outlets → courier: nothing here is called “colour”',
      'correct its spelling',
    ],
    [
      'something left out that must stand there',
      { 'feeds.yaml': changed('feeds.yaml', '    owner: Courier Group\n', '') },
      'feeds.yaml:2',
      'outlets → courier → owner: is missing',
      'show the form',
    ],
    [
      'a wrong type',
      { 'readout.yaml': 'database: { disk_is_kept: true }\nterminal:\n  enabled: perhaps\n' },
      'readout.yaml:3',
      'terminal → enabled: Invalid input: expected boolean',
      'show the form',
    ],
    [
      'a number out of its range',
      { 'readout.yaml': 'database: { disk_is_kept: true }\nfeeds: { at_once: 0 }\n' },
      'readout.yaml:2',
      'feeds → at_once: Too small',
      'show the form',
    ],
    [
      'an unknown time zone',
      { 'readout.yaml': 'database: { disk_is_kept: true }\nzone: Freedonia/Capital\n' },
      'readout.yaml:2',
      'must be an IANA time zone such as Europe/Paris',
      'show the form',
    ],
    [
      'an impossible network',
      { 'readout.yaml': 'database: { disk_is_kept: true }\nfeeds:\n  allow_networks:\n    - 10.0.0.0/99\n' },
      'readout.yaml:4',
      'must be a network such as 10.0.0.0/8',
      'show the form',
    ],
    [
      'a missing file',
      { 'events.yaml': undefined },
      'events.yaml',
      'is not there',
      'name another folder with READOUT_CONFIG',
    ],
    [
      'a file that is not well-formed',
      { 'speech.yaml': 'reviewed: 2026-11-23\nspeech: {}\nen: "never closed\n' },
      'speech.yaml:4',
      'is not well-formed YAML',
      'Mend that line',
    ],
    [
      'a key that stands twice',
      { 'topics.yaml': 'starters: []\nstarters: []\n' },
      'topics.yaml:2',
      'is not well-formed YAML: Map keys must be unique',
      'Mend that line',
    ],
    [
      'an unquoted text that starts with an asterisk',
      { 'topics.yaml': 'starters:\n  - { query: *call, why: both tell of it }\n' },
      'topics.yaml:2',
      '“*call” is an alias of nothing',
      'quote a text that',
    ],
    [
      'a starter topic that cannot be parsed, with the place in it',
      { 'topics.yaml': 'starters:\n  - { query: call, why: x }\n  - { query: Freedonia (call, why: x }\n' },
      'topics.yaml:3',
      '“Freedonia (call” at place 11',
      'Did you mean',
    ],
    [
      'an outlet that is the voice of nobody we know',
      { 'feeds.yaml': changed('feeds.yaml', 'voice_of: freedonia', 'voice_of: fredonia') },
      'feeds.yaml:15',
      'palace is the voice of “fredonia”',
      'correct its spelling',
    ],
    [
      'a feed that is listed twice',
      { 'feeds.yaml': changed('feeds.yaml', 'https://palace.example/feed', 'https://courier.example/feed') },
      'feeds.yaml:17',
      'courier.example/feed stands under palace, and under courier as well (feeds.yaml:8)',
      'take the other out',
    ],
    [
      'a claim about a feed that is no date',
      { 'feeds.yaml': changed('feeds.yaml', 'seen_working: never', 'seen_working: often') },
      'feeds.yaml:8',
      'seen_working',
      'show the form',
    ],
    [
      'a term of office that ends before it begins',
      { 'actors.yaml': changed('actors.yaml', 'from: 2020-05-04', 'from: 2020-05-04, to: 2019-12') },
      'actors.yaml:11',
      'trentino has a term that ends (2019-12) before it begins (2020-05-04)',
      'Correct the two dates',
    ],
    [
      'a date that no calendar has',
      { 'actors.yaml': changed('actors.yaml', 'from: 2020-05-04', 'from: 2020-13-04') },
      'actors.yaml:11',
      'must be a date such as 2017-05-14',
      'show the form',
    ],
    [
      'an office of a country that is not there',
      { 'actors.yaml': changed('actors.yaml', 'of: freedonia', 'of: fredonia') },
      'actors.yaml:11',
      'trentino names the actor “fredonia”',
      'Add it under actors',
    ],
    [
      'a role that is not there',
      { 'actors.yaml': changed('actors.yaml', 'role: president', 'role: presidant') },
      'actors.yaml:11',
      'trentino names the role “presidant”',
      'Add it under roles',
    ],
  ])('%s', (_what, changes, where, message, remedy) => {
    expect(problemsWith(changes)).toEqual([
      {
        where,
        message: expect.stringContaining(message),
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  test('all of them at once, over all files and variables', () => {
    const problems = problemsWith(
      {
        'readout.yaml': 'database: { disk_is_kept: true }\nlanguages: []\nzone: Nowhere\n',
        'feeds.yaml': changed('feeds.yaml', 'kind: media', 'kind: blog'),
        'actors.yaml': changed('actors.yaml', 'role: president', 'role: presidant'),
        'speech.yaml': undefined,
      },
      { READOUT_WEB_TOKEN: 'a', READOUT_WEB_TOKEN_FILE: '/b' },
    );
    expect(problems.map(({ where }) => where)).toEqual([
      'readout.yaml:2',
      'readout.yaml:3',
      'READOUT_WEB_TOKEN',
      'speech.yaml',
      'actors.yaml:11',
      'feeds.yaml:4',
    ]);
  });
});

const proxiesIn = (environment: Environment) => configWith({}, environment).settings.feeds.proxies;

describe('proxies', () => {
  test('come from the environment, where small letters win', () => {
    const proxies = proxiesIn({
      HTTP_PROXY: 'http://one.example:3128',
      https_proxy: 'http://ana:word@two.example:3128',
      HTTPS_PROXY: 'http://three.example:3128',
      NO_PROXY: 'localhost, .example.org,10.0.0.0/8',
    });
    expect(proxies.http?.reveal()).toBe('http://one.example:3128');
    expect(proxies.https?.reveal()).toBe('http://ana:word@two.example:3128');
    expect(proxies.exceptions).toEqual(['localhost', '.example.org', '10.0.0.0/8']);
    expect(JSON.stringify(proxies)).not.toContain('word');
  });

  test('are none where nothing is set', () => {
    expect(proxiesIn({ HTTPS_PROXY: '' })).toEqual({ exceptions: [] });
  });

  test('that cannot be read are named, without what they hold', () => {
    expect(problemsWith({}, { HTTPS_PROXY: 'ana:word@proxy.example' })).toEqual([
      {
        where: 'HTTPS_PROXY',
        message: 'is no address of a proxy.',
        remedy: expect.stringContaining('http://proxy.example:3128'),
      },
    ]);
  });
});

describe('secrets', () => {
  const open = { 'readout.yaml': 'database: { disk_is_kept: true }\nweb:\n  port: 8080\n  host: 0.0.0.0\n' };

  test('are needed where strangers can ask', () => {
    expect(problemsWith(open)).toEqual([
      {
        where: 'readout.yaml:4',
        message: expect.stringContaining('there is no token'),
        remedy: 'Set READOUT_WEB_TOKEN, or keep web.host at 127.0.0.1.',
      },
    ]);
    expect(problemsWith(open, { READOUT_WEB_TOKEN: '  ' })).toHaveLength(1);
    expect(problemsWith(open, { READOUT_WEB_TOKEN: 'a-secret' })).toEqual([]);
  });

  test('come from a file as well, without the end of its line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-secret-'));
    try {
      const file = join(folder, 'token');
      writeFileSync(file, 'a-secret\n');
      const { settings } = configWith(open, { READOUT_WEB_TOKEN_FILE: file });
      expect(settings.web.token?.reveal()).toBe('a-secret');
      writeFileSync(file, '\n');
      expect(problemsWith({}, { READOUT_WEB_TOKEN_FILE: file })).toMatchObject([
        { where: 'READOUT_WEB_TOKEN_FILE', message: 'names an empty file.' },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are told without their value when they stand twice or their file cannot be read', () => {
    const twice = problemsWith({}, { READOUT_WEB_TOKEN: 'a-secret', READOUT_WEB_TOKEN_FILE: '/nowhere' });
    expect(twice).toEqual([
      {
        where: 'READOUT_WEB_TOKEN',
        message: 'is set, and so is READOUT_WEB_TOKEN_FILE.',
        remedy: 'Keep one of the two.',
      },
    ]);
    expect(JSON.stringify(twice)).not.toContain('a-secret');
    expect(problemsWith({}, { READOUT_WEB_TOKEN_FILE: '/nowhere/at-all' })).toMatchObject([
      { where: 'READOUT_WEB_TOKEN_FILE', message: 'names a file that cannot be read (ENOENT).' },
    ]);
  });
});

describe('an address of a database', () => {
  test.each(['mysql://desk:hush-hush@db.example/readout', 'desk:hush-hush@db.example'])(
    'that is none of PostgreSQL is a problem, told without its password',
    (DATABASE_URL) => {
      const problems = problemsWith({}, { DATABASE_URL });
      expect(problems).toMatchObject([
        { where: 'DATABASE_URL', remedy: expect.stringContaining('postgres://') },
      ]);
      expect(JSON.stringify(problems)).not.toContain('hush');
    },
  );
});

describe('a disk that is thrown away', () => {
  test('is a problem, until the operator says that it is kept', () => {
    const environment = { DYNO: 'worker.1', READOUT_DATABASE: join(tmpdir(), 'readout.sqlite') };
    expect(problemsWith({ 'readout.yaml': 'zone: UTC\n' }, environment)).toMatchObject([
      {
        where: 'the database',
        message: expect.stringContaining('would be lost with the process: a Heroku-type dyno'),
        remedy: expect.stringContaining('READOUT_DATABASE'),
      },
    ]);
    expect(problemsWith({}, environment)).toEqual([]);
  });

  test.skipIf(!isMemory('/dev/shm'))('is known by its file system, also before its folder is made', () => {
    expect(findThrowAwayDisk('/dev/shm/not-there-yet/readout.sqlite', {})).toContain('tmpfs');
    expect(findThrowAwayDisk(resolve('data/readout.sqlite'), {})).toBeUndefined();
  });
});

/** Linux, and a tmpfs stands there: linux/magic.h, TMPFS_MAGIC. */
function isMemory(folder: string): boolean {
  try {
    return statfsSync(folder).type === 0x01021994;
  } catch {
    return false;
  }
}
