import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import type { Change } from '#card/change.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Refusal, SendOutcome } from '#channel/messenger.ts';
import { welcomeOperator } from '#channel/operator-channel.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { tryPlatformsAgain } from '#delivery/try-platforms-again.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { StoryId } from '#story/story.ts';
import { aCard, after, desk as atTerminal, longAtWork, NOON } from './owed.ts';
import { scriptedMessenger } from './scripted-messenger.ts';

const desk: ChannelRef = { ...atTerminal, platform: 'slack' };
const night: ChannelRef = { ...desk, id: 'night' as ChannelId, address: 'night', name: '#night' };

let folder: string;
let database: SqliteLedger;
let now: Date;
/** How many messages the platform was asked to take, and in which channels. */
let asked: string[];
let refusalIn: (channel: ChannelRef) => Refusal | undefined;
let told: string[];

beforeEach(async () => {
  now = NOON;
  asked = [];
  told = [];
  refusalIn = () => undefined;
  folder = await mkdtemp(join(tmpdir(), 'readout-stops-'));
  database = await openSqliteLedger({ file: join(folder, 'readout.db') });
  const { workspaces } = database.ledger;
  const view = { languages: ['en'], zone: 'UTC' };
  await workspaces.save({ id: desk.workspace, platform: 'slack', name: 'Newsroom', ...view });
  await workspaces.saveChannel(desk);
  await workspaces.saveChannel(night);
  await welcomeOperator({ platform: 'terminal', address: 'log' }, view, workspaces);
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const owe = (story: string, channel: ChannelRef = desk) =>
  oweCard(database.ledger.deliveries, {
    channel,
    story: story as StoryId,
    card: aCard({ headline: story }),
    cardHash: story,
    changes: [],
    now,
  });

async function deliver({ isConnected = true } = {}): Promise<void> {
  const { messenger } = scriptedMessenger({
    create: (channel): Promise<SendOutcome> | undefined => {
      asked.push(channel.name);
      const reason = refusalIn(channel);
      return reason && Promise.resolve({ kind: 'refused', reason, detail: 'so it says' });
    },
  });
  const log = {
    ...silentLog,
    warn: (event: string, fields: Readonly<Record<string, unknown>> = {}) => {
      if (event === 'notice.told') told.push([fields['text'], fields['todo']].join(' | '));
    },
  };
  await deliverDue({
    ledger: database.ledger,
    messengers: new Map(isConnected ? [['slack', { ...messenger, platform: 'slack' }]] : []),
    clock: () => now,
    settling: longAtWork(() => now),
    random: () => 0.5,
    log,
    metrics: silentMetrics,
  });
}

const sentIn = async (stories: readonly string[]) =>
  (await Promise.all(stories.map((story) => database.ledger.deliveries.postsOf(story as StoryId))))
    .flat()
    .filter(({ state }) => state === 'sent').length;

describe('a channel that refuses', () => {
  test('is asked once for five cards, told of once, and tried rarely until it takes them all', async () => {
    const stories = Array.from({ length: 5 }, (_, number) => `story ${number}`);
    refusalIn = () => 'not-in-channel';
    for (const story of stories) await owe(story);
    await deliver();
    await deliver();
    expect(asked).toEqual(['#desk']);
    expect(told).toEqual([
      'Nothing can be posted in #desk (Newsroom): not-in-channel: so it says. Readout stops sending there, and tries one message after 5 minutes, after 30, then once an hour. | readout-admin deliveries --replay desk',
    ]);

    now = after(6 * MINUTE_MS);
    await deliver();
    now = after(20 * MINUTE_MS);
    await deliver();
    expect(asked).toHaveLength(2);
    expect(told).toHaveLength(1);

    refusalIn = () => undefined;
    now = after(HOUR_MS);
    await deliver();
    expect(await sentIn(stories)).toBe(5);
    expect(await database.ledger.stops.list()).toEqual([]);
  });

  test('holds up no other', async () => {
    refusalIn = ({ name }) => (name === '#desk' ? 'not-allowed' : undefined);
    await owe('one');
    await owe('two', night);
    await deliver();
    expect(asked.toSorted()).toEqual(['#desk', '#night']);
    expect((await database.ledger.deliveries.findPost(night.id, 'two' as StoryId))?.state).toBe('sent');
  });
});

test('a token that was revoked stops its whole platform after one answer, but for one try an hour', async () => {
  refusalIn = () => 'not-authorised';
  await owe('one');
  await deliver();
  await owe('two', night);
  await owe('three');
  now = after(50 * MINUTE_MS);
  await deliver();
  expect(asked).toHaveLength(1);
  now = after(HOUR_MS + SECOND_MS);
  await deliver();
  expect(asked).toHaveLength(2);
  expect(told).toEqual([expect.stringMatching(/^Slack does not accept Readout’s token/)]);
});

test('a program that is started anew sends at once what the token before had refused', async () => {
  refusalIn = () => 'not-authorised';
  await owe('one');
  await deliver();
  refusalIn = () => undefined;
  now = after(MINUTE_MS);
  await deliver();
  expect(asked).toHaveLength(1);
  await tryPlatformsAgain(database.ledger, now);
  await deliver();
  expect(await sentIn(['one'])).toBe(1);
});

describe('a platform that is not connected', () => {
  /** The program beats for so many hours without it. */
  async function passWithout(hours: number): Promise<void> {
    const end = now.getTime() + hours * HOUR_MS;
    while (now.getTime() < end) {
      now = new Date(now.getTime() + 15 * MINUTE_MS);
      await deliver({ isConnected: false });
    }
  }

  test('costs a card no try: it is posted when the platform is back within twelve hours', async () => {
    await owe('one');
    await passWithout(11);
    now = new Date(now.getTime() + MINUTE_MS);
    await deliver();
    expect(asked).toEqual(['#desk']);
    expect(await sentIn(['one'])).toBe(1);
  });

  test('costs a card that stands none of its edits', async () => {
    await owe('one');
    await deliver();
    now = after(HOUR_MS);
    const { deliveries } = database.ledger;
    const edited = { channel: desk, story: 'one' as StoryId, card: aCard({ headline: 'newer' }) };
    await oweCard(deliveries, { ...edited, cardHash: 'newer', changes: [], now });
    await passWithout(24);
    now = new Date(now.getTime() + MINUTE_MS);
    await deliver();
    const post = await deliveries.findPost(desk.id, 'one' as StoryId);
    expect(post).toMatchObject({ state: 'sent', shown: 2, wanted: 2 });
  });

  test('is asked about for all that waits there at once, not for each', async () => {
    const stories = Array.from({ length: 5 }, (_, number) => `story ${number}`);
    for (const story of stories) await owe(story);
    await deliver({ isConnected: false });
    const posts = await Promise.all(
      stories.map((story) => database.ledger.deliveries.findPost(desk.id, story as StoryId)),
    );
    expect(posts.filter((post) => post?.reason !== undefined)).toHaveLength(1);
  });
});

test('a story whose card came too late is told when something material is new', async () => {
  const spoke: Change = { key: 'spoke', kind: 'side-spoke', line: [] };
  const news = (headline: string, changes: readonly Change[]) =>
    oweCard(database.ledger.deliveries, {
      channel: desk,
      story: 'one' as StoryId,
      card: aCard({ headline }),
      cardHash: headline,
      changes,
      now,
    });
  refusalIn = () => 'not-authorised';
  await owe('one');
  await deliver();
  now = after(13 * HOUR_MS);
  await deliver();
  refusalIn = () => undefined;
  await database.ledger.stops.lift({ platform: 'slack' });
  await news('one more outlet', []);
  await deliver();
  expect(await sentIn(['one'])).toBe(0);
  await news('a side has spoken', [spoke]);
  await deliver();
  expect(await sentIn(['one'])).toBe(1);
});

test('a message that a platform will never take is given up, and told once a day', async () => {
  refusalIn = () => 'invalid';
  await owe('one');
  await owe('two');
  await deliver();
  await deliver();
  expect(told).toEqual([
    'Given up in #desk (Newsroom): invalid: so it says. The message is kept, and can be sent again. | readout-admin deliveries dead',
  ]);
});

test('a program that is started anew asks a platform again whose token was refused, and no channel sooner', async () => {
  const { stops } = database.ledger;
  const refused = {
    kind: 'refused',
    since: NOON.toISOString(),
    until: NOON.toISOString(),
    refusals: 1,
  } as const;
  await stops.save({ platform: 'slack', reason: 'token_revoked', ...refused });
  await stops.save({ channel: desk.id, reason: 'not-in-channel', ...refused });
  await tryPlatformsAgain(database.ledger, NOON);
  expect((await stops.list()).map(({ channel }) => channel)).toEqual([desk.id]);
});
