import { expect, test } from 'vitest';
import { answer } from '#command/answer.ts';
import type { Command } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { newsLatest } from '#command/news/news-latest.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import { desk as channel } from '../delivery/owed.ts';
import { aDesk } from './a-desk.ts';
import { linesOf } from './plain-text.ts';

const undoChange = undoOf(() => commands);

const broken: Command = {
  path: ['break'],
  pathInFrench: ['casser'],
  description: { en: 'Breaks', fr: 'Casse' },
  options: [],
  isChanging: false,
  run: () => Promise.reject(new Error('a bug')),
};
const asking = { ask: { channel, who: 'Ana' }, commands: [watchAdd, newsLatest, broken] };

test('words that nearly call a command are asked about', async () => {
  await using at = await aDesk();
  const reply = await answer(['wach', 'ad', 'Iran'], asking, at.desk, { log: silentLog, random: () => 0 });
  expect(linesOf(reply)).toEqual(['Did you mean watch add Iran?']);
  expect(reply.actions).toEqual([{ label: 'Yes', command: 'watch add Iran' }]);
});

test('words that call nothing are sent to the help', async () => {
  await using at = await aDesk();
  const reply = await answer(['make', 'coffee'], asking, at.desk, { log: silentLog, random: () => 0 });
  expect(linesOf(reply)).toEqual(['“make coffee” is not a command.']);
});

test('the first word of several commands brings all of them', async () => {
  await using at = await aDesk();
  const log = { log: silentLog, random: () => 0 };
  const usage = 'watch add TOPIC [digest:…] [in:…] · Watch a topic in this channel';
  expect(linesOf(await answer(['watch'], asking, at.desk, log))).toEqual([
    '“watch” goes on with one of these:',
    usage,
  ]);
  const { kind, lines } = await answer(['watch', 'pause', '1'], asking, at.desk, log);
  expect(linesOf({ kind, lines })).toEqual(['“watch pause 1” is not a command.', usage]);
  expect(kind).toBe('refused');
});

test('a command says what it misses, and how it is typed', async () => {
  await using at = await aDesk();
  const reply = await answer(['watch', 'add'], asking, at.desk, { log: silentLog, random: () => 0 });
  expect(linesOf(reply)).toEqual(['Still missing: topic. Type watch add TOPIC [digest:…] [in:…].']);
});

test.each([
  ['slack', '/readout watch add Iran', '/readout watch add TOPIC [digest:…] [in:…]'],
  ['discord', '/watch add Iran', '/watch add TOPIC [digest:…] [in:…]'],
] as const)(
  'on %s a command is told as it is typed there, and its button stays the command',
  async (platform, line, usage) => {
    await using at = await aDesk();
    const there = { ...asking, ask: { channel: { ...channel, platform }, who: 'Ana' } };
    const log = { log: silentLog, random: () => 0 };
    const near = await answer(['wach', 'ad', 'Iran'], there, at.desk, log);
    expect(linesOf({ kind: near.kind, lines: near.lines })).toEqual([`Did you mean ${line}?`]);
    expect(near.actions).toEqual([{ label: 'Yes', command: 'watch add Iran' }]);
    const missing = await answer(['watch', 'add'], there, at.desk, log);
    expect(linesOf(missing)).toEqual([`Still missing: topic. Type ${usage}.`]);
  },
);

test('what stands behind a button alone is sent there when it is typed', async () => {
  await using at = await aDesk();
  const log = { log: silentLog, random: () => 0 };
  const buttons = { ...asking, commands: [...asking.commands, undoChange] };
  expect(linesOf(await answer(['undo'], buttons, at.desk, log))).toEqual([
    '“undo” is a button: press it under the message that it is about.',
  ]);
  const french = { ...buttons, ask: { ...buttons.ask, language: 'fr' } };
  expect(linesOf(await answer(['annuler'], french, at.desk, log))).toEqual([
    "« annuler » est un bouton : pressez-le sous le message dont il s'agit.",
  ]);
});

test('a fault of ours is owned up to, with a number that stands in the log', async () => {
  await using at = await aDesk();
  const logged: unknown[] = [];
  const log: Log = {
    ...silentLog,
    error: (event, fields, cause) => void logged.push([event, fields, cause]),
  };
  const reply = await answer(['break'], asking, at.desk, { log, random: () => 0.25 });
  expect(linesOf(reply)).toEqual([
    'That did not work, and nothing was changed. It is our fault (E-888); the operator sees it. Try again in a minute.',
  ]);
  expect(logged).toEqual([
    ['command.failed', { command: 'break', error: 'E-888', channel: 'desk' }, new Error('a bug')],
  ]);
});

test('a fault of the database itself is owned up to as well', async () => {
  await using at = await aDesk();
  const workspaces = {
    ...at.desk.ledger.workspaces,
    find: () => Promise.reject(new Error('the disk is gone')),
  };
  const ledger = { ...at.desk.ledger, workspaces };
  const reply = await answer(
    ['news', 'latest'],
    asking,
    { ...at.desk, ledger },
    { log: silentLog, random: () => 0 },
  );
  expect(linesOf(reply)[0]).toContain('It is our fault (E-000)');
});
