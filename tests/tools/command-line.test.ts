import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configFolder } from '../config/small-config.ts';
import { type Run, runProgram } from './readout-process.ts';

const config = configFolder();
const files = mkdtempSync(join(tmpdir(), 'readout-command-line-'));

afterAll(() => {
  config[Symbol.dispose]();
  rmSync(files, { recursive: true });
});

const readout = (...words: readonly string[]): Promise<Run> =>
  runProgram(words, {
    environment: {
      READOUT_CONFIG: config.path,
      READOUT_DATABASE: join(files, 'readout.sqlite'),
      USER: 'Ana',
    },
  });

describe.concurrent('words that are off', () => {
  test.each([
    [
      'an option that a tool does not have',
      ['check', '--ofline'],
      'readout -- check [--offline | --post CHANNEL | --hosts [--json]]',
    ],
    ['a tool without what it needs', ['match'], 'readout -- match --topics FILE'],
    ['a list without its file', ['parse', '--list'], 'readout -- parse --list FILE'],
    ['words that a stage does not take', ['summarize', 'file.txt'], 'readout -- summarize < TEXTS'],
    ['a tool that is nearly named', ['prase', 'x.xml'], 'Did you mean “parse”?'],
    ['a first word of commands that is nearly typed', ['wathc'], 'Did you mean “watch”?'],
    ['an option that Node itself refuses', ['demo', '--frm', 'x'], "Unknown option '--frm'"],
  ])('%s: the usage, and status 64', async (_what, words, usage) => {
    const { status, output, complaint } = await readout(...words);
    expect(complaint).toContain(usage);
    expect(complaint).not.toMatch(/\n\s+at /);
    expect({ status, output }).toEqual({ status: 64, output: '' });
  });
});

describe('words that people type in chat as well', () => {
  test('a near miss is told what was probably meant', async () => {
    const { status, output } = await readout('wach', 'ad', 'Sylvania');
    expect(output).toContain('watch add Sylvania');
    expect(status).toBe(64);
  });

  test('what no command is called, not even by every object, is no command', async () => {
    const { status, output } = await readout('toString');
    expect(output).toContain('“toString” is not a command.');
    expect(status).toBe(64);
  });

  test('the first word alone brings what it goes on with, and status 64', async () => {
    for (const words of [['watch'], ['watch', 'forget', '1']]) {
      const { status, output, complaint } = await readout(...words);
      expect(output).toMatch(/^watch list .*· What this channel watches$/m);
      expect({ status, complaint }).toEqual({ status: 64, complaint: '' });
    }
  });

  test('help tells the commands, and what only this machine has', async () => {
    const { status, output } = await readout('help');
    expect(output).toContain('watch add TOPIC');
    const [, here = ''] = output.split('On this machine also:\n');
    for (const tool of ['check', 'demo', 'reread', 'parse', 'match', 'group', 'statements', 'summarize'])
      expect(here).toMatch(new RegExp(`^ {2}${tool}\\b.* · `, 'm'));
    expect(status).toBe(0);
  });

  test('help on one command or tool tells how it is typed, and on none ends with 64', async () => {
    const [command, tool, flag, none] = await Promise.all([
      readout('help', 'watch', 'add'),
      readout('help', 'match'),
      readout('--help', 'check'),
      readout('help', 'nosuch'),
    ]);
    expect(command).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^watch add TOPIC \[digest:…\] \[in:…\] · .*--anyway · /s),
    });
    expect(tool).toMatchObject({
      status: 0,
      output: expect.stringContaining('match --topics FILE < ARTICLES'),
    });
    expect(flag).toMatchObject({ status: 0, output: expect.stringContaining('check [--offline') });
    expect(none).toMatchObject({ status: 64, output: expect.stringContaining('“nosuch” is not a command.') });
  });

  test('a watch that is added stands in the list, and who added it', async () => {
    expect((await readout('watch', 'add', 'Sylvania', 'call')).status).toBe(0);
    const { status, output } = await readout('watch', 'list');
    expect(output).toContain('Sylvania call');
    expect(output).toContain('Ana');
    expect(status).toBe(0);
  });

  test('a topic is tried, and a link asked about, without anything being saved', async () => {
    const [tried, why] = await Promise.all([
      readout('watch', 'test', 'Sylvania', 'call'),
      readout('story', 'why', 'https://courier.example/1'),
    ]);
    expect(tried).toMatchObject({ status: 0, output: expect.stringContaining('understood as: Sylvania') });
    expect(tried.output).toContain('No articles are on hand yet');
    expect(why).toMatchObject({
      status: 0,
      output: expect.stringContaining('stood in no feed that we read'),
    });
  });

  test('a query that cannot be parsed is refused with its place, and status 1', async () => {
    const { status, output } = await readout('watch', 'add', 'Sylvania (call');
    // The mark stands below the bracket, kept there by spaces that do not wrap.
    expect(output).toMatch(/Sylvania\s\(call\n\s{9}\^/);
    expect(status).toBe(1);
  });
});

test('a watch cannot be changed in a terminal that is switched off, and status can be asked', async () => {
  using off = configFolder({
    'readout.yaml': 'database: { disk_is_kept: true }\nterminal: { enabled: false }\n',
  });
  const environment = { READOUT_CONFIG: off.path, READOUT_DATABASE: join(files, 'off.sqlite') };
  const added = await runProgram(['watch', 'add', 'Sylvania'], { environment });
  expect(added.complaint).toContain('The terminal is switched off');
  expect(added.status).toBe(78);
  expect((await runProgram(['status'], { environment })).status).toBe(0);
});

describe('check', () => {
  test('without the network tells settings, catalogue and database, and ends with 0', async () => {
    const { status, output, complaint } = await readout('check', '--offline');
    expect(output).toContain('✓ settings: 3 actors, 1 event types, 1 starter topics');
    expect(output).toContain('✓ catalogue: 2 feeds of 2 outlets');
    expect(output).toMatch(/✓ database: .*readout\.sqlite/);
    expect(output).toContain('· feeds and chat platforms: not visited (--offline)');
    expect(output).toContain('· discord: not started, there is no DISCORD_TOKEN');
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  });

  test('tells every problem of the settings with its remedy, and ends with 78', async () => {
    using broken = configFolder({ 'readout.yaml': 'zone: Nowhere\ncolour: red\n' });
    const { status, output } = await runProgram(['check', '--offline'], {
      environment: { READOUT_CONFIG: broken.path },
    });
    expect(output).toMatch(/✗ .*readout\.yaml:1: zone: must be an IANA time zone.*\n {2}→ /);
    expect(output).toMatch(/✗ .*readout\.yaml:2: .*“colour”.*\n {2}→ /);
    expect(status).toBe(78);
  });

  test('tells a file that is no database, and ends with 78', async () => {
    const file = join(files, 'letter.txt');
    writeFileSync(
      file,
      'Dear all, this is a letter and no database, however long one looks at it.\n'.repeat(20),
    );
    const { status, output } = await runProgram(['check', '--offline'], {
      environment: { READOUT_CONFIG: config.path, READOUT_DATABASE: file },
    });
    expect(output).toMatch(/✗ database: The file .*letter\.txt is not a SQLite database\.\n {2}→ /);
    expect(status).toBe(78);
  });
});

describe.concurrent('what the operator has to mend is told in words, without a stack', () => {
  test.each([
    ['a config folder that is not there', { READOUT_CONFIG: '/nowhere' }, /readout\.yaml\n.*is not there/],
    [
      'a data folder that cannot be made',
      { READOUT_DATABASE: '/dev/null/data/x.sqlite' },
      /folder \/dev\/null\/data/,
    ],
  ])('%s', async (_what, changes, told) => {
    const { status, output, complaint } = await runProgram(['status'], {
      environment: { READOUT_CONFIG: config.path, READOUT_DATABASE: join(files, 'x.sqlite'), ...changes },
    });
    expect(complaint).toMatch(told);
    expect(complaint).toContain('→');
    expect(complaint).not.toMatch(/\n\s+at /);
    expect({ status, output }).toEqual({ status: 78, output: '' });
  });
});
