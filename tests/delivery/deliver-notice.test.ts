import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import type { MessageId } from '#channel/messenger.ts';
import type { OperatorChannel } from '#channel/operator-channel.ts';
import { welcomeOperator } from '#channel/operator-channel.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { newNotice, type Tidings } from '#delivery/notice.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { DAY_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Log, LogFields } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { after, longAtWork, NOON } from './owed.ts';
import { type Script, scriptedMessenger } from './scripted-messenger.ts';

const tidings: Tidings = {
  about: 'parked:feed:noon',
  line: [{ kind: 'text', text: 'Held back: 30 articles.' }],
  actions: [{ label: 'Release', command: 'feed release courier' }],
};

let folder: string;
let database: SqliteLedger;
let now: Date;
let logged: { readonly event: string; readonly fields?: LogFields | undefined }[];

beforeEach(async () => {
  now = NOON;
  logged = [];
  folder = await mkdtemp(join(tmpdir(), 'readout-notice-'));
  database = await openSqliteLedger({ file: join(folder, 'readout.db') });
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const log: Log = {
  info: (event, fields) => void logged.push({ event, fields }),
  warn: (event, fields) => void logged.push({ event, fields }),
  error: (event, fields) => void logged.push({ event, fields }),
};

const welcome = (operator: OperatorChannel) =>
  welcomeOperator(operator, { languages: ['en'], zone: 'UTC' }, database.ledger.workspaces);

const owe = (told = tidings) => database.ledger.transaction((stores) => oweNotice(told, stores, now));

function deliverWith(script: Script = {}) {
  const { messenger, log: said } = scriptedMessenger(script);
  const deliver = () =>
    deliverDue({
      ledger: database.ledger,
      messengers: new Map([['discord', messenger]]),
      clock: () => now,
      settling: longAtWork(() => now),
      random: () => 0.5,
      log,
      metrics: silentMetrics,
    });
  return { deliver, said };
}

const stored = () => database.ledger.notices.find(newNotice(tidings, now).key);

describe("in the operator's channel", () => {
  beforeEach(() => welcome({ platform: 'discord', address: '4242' }));

  test('a notice is said once, with what can be done about it, however often it is owed', async () => {
    const { deliver, said } = deliverWith();
    expect(await owe()).toBe(true);
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(await owe()).toBe(false);
    await deliver();
    expect(said).toEqual(['say Held back: 30 articles. [Release]']);
    expect(await stored()).toMatchObject({ state: 'sent' });
  });

  test('one whose answer was lost is not taken for that of yesterday in the same words', async () => {
    await owe();
    await deliverWith().deliver();
    const yesterdays = await stored();

    const told: (readonly MessageId[] | undefined)[] = [];
    const { deliver } = deliverWith({
      say: () => ({ kind: 'unknown', detail: 'no answer' }),
      find: (said) => {
        told.push(said?.others);
        return { kind: 'absent' };
      },
    });
    await owe({ ...tidings, about: 'parked:feed:a-day-later' });
    await deliver();
    now = after(MINUTE_MS);
    await deliver();
    expect(yesterdays?.message).toBeDefined();
    expect(told).toEqual([[yesterdays?.message]]);
  });

  test('one that may or may not have arrived is looked for, and not said twice', async () => {
    let isLost = true;
    const { deliver, said } = deliverWith({
      say: () => (isLost ? { kind: 'unknown', detail: 'no answer' } : undefined),
      find: () => ({ kind: 'found', message: 'm-1' as never }),
    });
    await owe();
    await deliver();
    isLost = false;
    now = after(MINUTE_MS);
    await deliver();
    expect(said).toEqual(['looks for Held back: 30 articles.']);
    expect(await stored()).toMatchObject({ state: 'sent', message: 'm-1' });
  });

  test('one that the platform does not take now is said later', async () => {
    let isBusy = true;
    const { deliver, said } = deliverWith({
      say: () => (isBusy ? { kind: 'later', detail: 'busy' } : undefined),
    });
    await owe();
    expect(await deliver()).toMatchObject({ waiting: 1 });
    isBusy = false;
    now = after(5 * MINUTE_MS);
    await deliver();
    expect(said).toEqual(['say Held back: 30 articles. [Release]']);
  });

  test('what could not be said for three days is not said any more', async () => {
    await owe();
    now = after(4 * DAY_MS);
    const { deliver, said } = deliverWith();
    await deliver();
    expect(said).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'expired' });
  });

  test('what is owed follows when the setting names another channel', async () => {
    await owe();
    await welcome({ platform: 'terminal', address: '' });
    await deliverWith().deliver();
    expect(logged.map(({ event }) => event)).toEqual(['notice.told']);
  });
});

test('where no channel is set a notice stands in the log, with the command that goes with it', async () => {
  await welcome({ platform: 'terminal', address: '' });
  await owe();
  await deliverWith().deliver();
  expect(logged).toMatchObject([
    { event: 'notice.told', fields: { text: 'Held back: 30 articles.', todo: 'feed release courier' } },
  ]);
});
