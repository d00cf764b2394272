import { readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import { aCard, desk, NOON } from '../../delivery/owed.ts';
import { printingTerminal } from './printed.ts';

const key = 'a-key' as DeliveryKey;

test('cannot know about a card whose printing was cut off by a crash', async () => {
  await using terminal = await printingTerminal();
  await appendFile(terminal.journalFile, `${JSON.stringify({ key, message: key, state: 'printing' })}\n`);
  const messenger = await terminal.restarted();
  expect(await messenger.findByKey(desk, key, NOON)).toMatchObject({ kind: 'cannot-know' });
});

test('goes on after a crash in the middle of a journal line', async () => {
  await using terminal = await printingTerminal();
  await terminal.messenger.create(desk, aCard(), key);
  await appendFile(terminal.journalFile, '{"key":"other","mess');
  const messenger = await terminal.restarted();
  await messenger.create(desk, aCard(), 'third' as DeliveryKey);

  const again = await terminal.restarted();
  expect(await again.findByKey(desk, key, NOON)).toMatchObject({ kind: 'found' });
  expect(await again.findByKey(desk, 'other' as DeliveryKey, NOON)).toEqual({ kind: 'absent' });
  expect(await again.findByKey(desk, 'third' as DeliveryKey, NOON)).toMatchObject({ kind: 'found' });
});

test('writes down that printing begins before it prints', async () => {
  await using terminal = await printingTerminal();
  let journalWhilePrinting = '';
  const stream = new Writable({
    write(_chunk, _encoding, done) {
      journalWhilePrinting = readFileSync(terminal.journalFile, 'utf8');
      done();
    },
  });
  await terminal.open(stream).create(desk, aCard(), key);
  expect(journalWhilePrinting).toContain('"state":"printing"');
  expect(journalWhilePrinting).not.toContain('"state":"printed"');
});

test('does not claim that a card was shown when the terminal is gone', async () => {
  await using terminal = await printingTerminal();
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('the pipe is closed')) });
  stream.on('error', () => {});
  const messenger = terminal.open(stream);
  expect(await messenger.create(desk, aCard(), key)).toEqual({
    kind: 'unknown',
    detail: 'the pipe is closed',
  });
  expect(await messenger.findByKey(desk, key, NOON)).toMatchObject({ kind: 'cannot-know' });
});

test('answers who looks for a card only when its printing is over', async () => {
  await using terminal = await printingTerminal();
  const release: (() => void)[] = [];
  const stream = new Writable({ write: (_chunk, _encoding, done) => void release.push(() => done()) });
  const messenger = terminal.open(stream);
  const created = messenger.create(desk, aCard(), key);
  const found = messenger.findByKey(desk, key, NOON);
  await expect.poll(() => release.length).toBe(1);
  release[0]?.();
  expect(await found).toMatchObject({ kind: 'found' });
  expect(await created).toMatchObject({ kind: 'sent' });
});

test('a line below says which story it answers, also after a restart', async () => {
  await using terminal = await printingTerminal();
  const created = await terminal.messenger.create(desk, aCard(), key);
  if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
  const messenger = await terminal.restarted();
  const line = [{ kind: 'text', text: 'Syldavia has spoken.' } as const];
  await messenger.reply(desk, created.message, line, 'line' as DeliveryKey, { language: 'en', zone: 'UTC' });
  expect(await terminal.seen()).toContain('↳ R-7K2Q · Syldavia has spoken.');
});

test('a line that calls somebody names them first', async () => {
  await using terminal = await printingTerminal();
  const created = await terminal.messenger.create(desk, aCard(), key);
  if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
  const line = [{ kind: 'text', text: 'DENIED by Syldavia.' } as const];
  const view = { language: 'en', zone: 'UTC', mention: '@night-desk' };
  await terminal.messenger.reply(desk, created.message, line, 'line' as DeliveryKey, view);
  expect(await terminal.seen()).toContain('↳ @night-desk · R-7K2Q · DENIED by Syldavia.');
});
