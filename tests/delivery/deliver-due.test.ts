import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteLedger, type SqliteLedger } from '#adapters/database/sqlite.ts';
import type { Change } from '#card/change.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId, SendOutcome } from '#channel/messenger.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import type { Delivering } from '#delivery/delivering.ts';
import { pointerKey } from '#delivery/delivery-key.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { dropped } from '#delivery/owed-message.ts';
import { openSettling, type Settling } from '#delivery/settling.ts';
import { openBell } from '#kernel/bell.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { TopicId } from '#topic/topic.ts';
import { aCard, after, desk, longAtWork, NOON, talks } from './owed.ts';
import { type Script, scriptedMessenger } from './scripted-messenger.ts';

const night: ChannelRef = { ...desk, id: 'night' as ChannelId, address: 'night', name: '#night' };
const watch: Subscription = {
  id: subscriptionId(desk.id, 'topic' as TopicId),
  workspace: desk.workspace,
  channel: desk.id,
  topic: 'topic' as TopicId,
  name: 'talks',
  createdAt: NOON.toISOString(),
  createdBy: 'ana',
  isPaused: false,
};
const spoke: Change = {
  key: 'side-spoke',
  kind: 'side-spoke',
  line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
};

let folder: string;
let database: SqliteLedger;
let now: Date;
let settling: Settling;

beforeEach(async () => {
  now = NOON;
  settling = longAtWork(() => now);
  folder = await mkdtemp(join(tmpdir(), 'readout-delivery-'));
  database = await openSqliteLedger({ file: join(folder, 'readout.db') });
  const { workspaces, subscriptions, topics } = database.ledger;
  await workspaces.save({
    id: desk.workspace,
    platform: 'terminal',
    name: 'Newsroom',
    languages: ['en'],
    zone: 'UTC',
  });
  await workspaces.saveChannel(desk);
  await workspaces.saveChannel(night);
  await topics.save({
    id: watch.topic,
    canonical: 'talks',
    written: 'talks',
    parts: [],
    excluded: [],
    restrictions: [],
  });
  await subscriptions.add(watch);
  await subscriptions.setStoryState(watch.id, talks, 'posted', NOON);
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const owe = (
  headline: string,
  owed: { channel?: ChannelRef; story?: StoryId; changes?: readonly Change[]; mention?: string } = {},
) =>
  oweCard(database.ledger.deliveries, {
    channel: owed.channel ?? desk,
    story: owed.story ?? talks,
    card: aCard({ headline }),
    cardHash: headline,
    changes: owed.changes ?? [],
    mention: owed.mention,
    now,
  });

const platform = (script?: Script, around?: Partial<Delivering>) => {
  const { messenger, log } = scriptedMessenger(script);
  const deliver = () =>
    deliverDue({
      ledger: database.ledger,
      messengers: new Map([['terminal', messenger]]),
      clock: () => now,
      settling,
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
      ...around,
    });
  return { deliver, log };
};

const stands = async () => (await database.ledger.deliveries.findPost(desk.id, talks))?.state;
const account = () => database.ledger.subscriptions.countStoryStates();

describe('a card that is owed', () => {
  test('is posted once, then edited to the newest card with one line for what moved', async () => {
    const { deliver, log } = platform();
    await owe('first');
    expect(await deliver()).toEqual({ sent: 1, waiting: 0, ended: 0, failed: 0 });
    now = after(MINUTE_MS);
    await owe('second');
    await owe('third', { changes: [spoke] });
    await owe('third', { changes: [spoke] });
    now = after(MINUTE_MS + 10 * SECOND_MS);
    await deliver();
    await deliver();
    expect(log.toSorted()).toEqual(['#desk first', 'edit third', 'reply Syldavia has spoken.']);
    expect(await stands()).toBe('sent');
  });

  test('calls again those whom it called when it is taken back', async () => {
    const { deliver, log } = platform();
    await owe('first', { mention: '@night-desk' });
    await deliver();
    const denied: Change = { key: 'denied:s', kind: 'denied', line: [{ kind: 'text', text: 'DENIED.' }] };
    await owe('second', { changes: [denied] });
    now = after(MINUTE_MS);
    await deliver();
    expect(log).toContain('reply @night-desk DENIED.');
  });

  test('is not posted again by a program that was started anew', async () => {
    const { deliver, log } = platform();
    await owe('first');
    await deliver();
    await database[Symbol.asyncDispose]();
    database = await openSqliteLedger({ file: join(folder, 'readout.db') });
    now = after(HOUR_MS);
    await owe('first');
    await deliver();
    expect(log).toEqual(['#desk first']);
  });

  test('goes out in the order in which it was planned', async () => {
    const { deliver, log } = platform();
    await owe('first');
    now = after(SECOND_MS);
    await owe('second', { story: 'another' as StoryId });
    await deliver();
    expect(log).toEqual(['#desk first', '#desk second']);
  });

  test('does not wait for another channel that hangs', async () => {
    const hanging = Promise.withResolvers<void>();
    const { deliver, log } = platform({
      create: async ({ name }) => {
        if (name === '#desk') await hanging.promise;
        return { kind: 'later', detail: 'slow' };
      },
    });
    await owe('first');
    await owe('first', { channel: night });
    const delivered = deliver();
    await expect
      .poll(async () => (await database.ledger.deliveries.findPost(night.id, talks))?.attempts)
      .toBe(1);
    hanging.resolve();
    expect(await delivered).toMatchObject({ waiting: 2 });
    expect(log).toEqual([]);
  });
});

test('a card that becomes due while another channel hangs is sent before that one answers', {
  timeout: 60_000,
}, async () => {
  const hanging = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const bell = openBell();
  const create = async ({ name }: ChannelRef) => {
    if (name !== '#desk') return { kind: 'sent', message: 'm' as MessageId } as const;
    asked.resolve();
    await hanging.promise;
    return { kind: 'later', detail: 'slow' } as const;
  };
  const { deliver } = platform({ create }, { woken: bell.next });
  await owe('first');
  const delivered = deliver();
  await asked.promise;
  await owe('second', { channel: night });
  await expect
    .poll(
      async () => {
        bell.ring();
        return (await database.ledger.deliveries.findPost(night.id, talks))?.state;
      },
      { timeout: 30_000 },
    )
    .toBe('sent');
  hanging.resolve();
  expect(await delivered).toMatchObject({ sent: 1, waiting: 1 });
});

test('what ends within one moment is followed by one claim', async () => {
  for (const channel of [desk, night]) {
    await owe('first', { channel });
    await owe('second', { channel, story: 'another' as StoryId });
  }
  const gathering = Promise.withResolvers<void>();
  const { deliveries } = database.ledger;
  const claimed: number[] = [];
  const claimPosts: typeof deliveries.claimPosts = async (...asked) => {
    const posts = await deliveries.claimPosts(...asked);
    if (posts.length > 0) claimed.push(posts.length);
    return posts;
  };
  const create = async ({ name }: ChannelRef) => {
    if (name === '#night') await gathering.promise;
    return { kind: 'sent', message: 'm' as MessageId } as const;
  };
  const gather = async () => {
    gathering.resolve();
    await expect
      .poll(async () => (await database.ledger.deliveries.findPost(night.id, talks))?.state)
      .toBe('sent');
  };
  const ledger = { ...database.ledger, deliveries: { ...deliveries, claimPosts } };
  await platform({ create }, { ledger, gather }).deliver();
  expect(claimed).toEqual([2, 2]);
});

test('a card that is owed while a round looks for the last time is sent by that round', async () => {
  const bell = openBell();
  const { notices } = database.ledger;
  let isOwed = false;
  const claim: typeof notices.claim = async (...asked) => {
    if (!isOwed) {
      isOwed = true;
      await owe('late');
      bell.ring();
    }
    return notices.claim(...asked);
  };
  const ledger = { ...database.ledger, notices: { ...notices, claim } };
  const { deliver, log } = platform({}, { ledger, woken: bell.next });
  await deliver();
  expect(await stands()).toBe('sent');
  expect(log).toHaveLength(1);
});

test('an edit that got no answer is not overtaken by the next one, however the clock is set', async () => {
  let hasAnswer = false;
  const { deliver, log } = platform({
    edit: () =>
      hasAnswer ? { kind: 'sent', message: 'm' as MessageId } : { kind: 'unknown', detail: 'none' },
  });
  await owe('first');
  await deliver();
  await owe('second');
  let watchMs = HOUR_MS;
  settling = openSettling(
    () => watchMs,
    () => now,
  );
  now = after(HOUR_MS);
  await deliver();
  hasAnswer = true;
  await owe('third', { changes: [spoke] });
  now = after(2 * HOUR_MS);
  watchMs += 20 * SECOND_MS;
  await deliver();
  expect(log).not.toContain('edit third');
  watchMs += 10 * SECOND_MS;
  now = after(2 * HOUR_MS + 10 * SECOND_MS);
  await deliver();
  expect(log).toContain('edit third');
  expect(await stands()).toBe('sent');
});

describe('a card of which only the sentence stands', () => {
  test('is made whole by an edit in the same round', async () => {
    const { deliver, log } = platform({ create: () => 'bare' });
    await owe('first');
    await deliver();
    expect(log).toEqual(['#desk first', 'edit first']);
    expect(await stands()).toBe('sent');
  });

  test('is made whole also when it was found after a crash', async () => {
    const { deliver, log } = platform({
      create: () => 'lost',
      find: () => ({ kind: 'found', message: 'm' as MessageId, isBare: true }),
    });
    await owe('first');
    await deliver();
    now = after(MINUTE_MS);
    await deliver();
    expect(log).toEqual(['#desk first', 'edit first']);
  });
});

describe('a card whose answer was lost', () => {
  test('is looked for, found, and not posted twice', async () => {
    const { deliver, log } = platform({ create: () => 'lost' });
    await owe('first');
    await deliver();
    expect(await stands()).toBe('unknown');
    now = after(30 * SECOND_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
    expect(await stands()).toBe('sent');
  });

  test('is posted when the platform can say that it never came', async () => {
    let isFirst = true;
    const { deliver, log } = platform({
      create: () => {
        if (!isFirst) return 'lost';
        isFirst = false;
        return { kind: 'unknown', detail: 'the connection broke' };
      },
    });
    await owe('first');
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
  });

  const unreadable = { find: () => ({ kind: 'cannot-know', detail: 'no right to read' }) as const };
  const skipping = () =>
    database.ledger.subscriptions.saveSettings({ ...calmSettings(desk.id), whenUncertain: 'skip' });

  test('is sent again when the platform cannot say, and is known to stand twice perhaps', async () => {
    let isFirst = true;
    const losingOnce = () => {
      const answer = isFirst ? ('lost' as const) : undefined;
      isFirst = false;
      return answer;
    };
    const { deliver, log } = platform({ create: losingOnce, ...unreadable });
    await owe('first');
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    expect(log).toEqual(['#desk first', '#desk first']);
    const post = await database.ledger.deliveries.findPost(desk.id, talks);
    expect(post).toMatchObject({ state: 'sent', repeats: 1 });
  });

  test('is left to people when the platform cannot say, where the channel wants that', async () => {
    await skipping();
    const { deliver, log } = platform({ create: () => 'lost', ...unreadable });
    await owe('first');
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    now = after(24 * HOUR_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
    expect(await stands()).toBe('uncertain');
    expect(await account()).toEqual({ uncertain: 1 });
  });

  test('is told anew, as a card of its own, when what it said is taken back', async () => {
    await skipping();
    let isFirst = true;
    const { deliver, log } = platform({ create: () => (isFirst ? 'lost' : undefined), ...unreadable });
    await owe('first', { mention: '@night-desk' });
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    expect(await stands()).toBe('uncertain');
    isFirst = false;
    const denied: Change = { key: 'denied:s', kind: 'denied', line: [{ kind: 'text', text: 'DENIED.' }] };
    now = after(HOUR_MS);
    await owe('counts only');
    await owe('denied', { changes: [denied] });
    await deliver();
    expect(log).toEqual(['#desk first', '#desk denied']);
    const post = await database.ledger.deliveries.findPost(desk.id, talks);
    expect(post).toMatchObject({ state: 'sent', repeats: 1, mention: '@night-desk' });
    expect(await account()).toEqual({ posted: 1 });
  });

  test('is sent again without a look while its platform takes its key for the same message', async () => {
    let isFirst = true;
    const { deliver, log } = platform({
      keyHoldsForMs: MINUTE_MS,
      create: () => {
        if (!isFirst) return undefined;
        isFirst = false;
        return { kind: 'unknown', detail: 'no answer' };
      },
      find: () => ({ kind: 'cannot-know', detail: 'no right to read' }),
    });
    await owe('first');
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
    const post = await database.ledger.deliveries.findPost(desk.id, talks);
    expect(post).toMatchObject({ state: 'sent' });
    expect(post?.repeats).toBeUndefined();
  });
});

test.each<[string, SendOutcome]>([
  ['asks to wait', { kind: 'later', detail: 'too many', retryAfterMs: 5 * SECOND_MS }],
  ['asks to come again', { kind: 'later', detail: 'answered 503' }],
  ['lets nobody in', { kind: 'refused', reason: 'not-allowed', detail: 'no right to post' }],
])(
  'what may have arrived is not taken for missing since its platform %s when it is sent again',
  async (_, then) => {
    let tries = 0;
    const { deliver, log } = platform({
      keyHoldsForMs: MINUTE_MS,
      create: () => {
        tries += 1;
        return tries === 1 ? 'lost' : then;
      },
    });
    await owe('first');
    await deliver();
    now = after(30 * SECOND_MS);
    await deliver();
    expect(tries).toBe(2);
    expect(await stands()).toBe('unknown');
    now = after(HOUR_MS);
    await deliver();
    expect(tries).toBe(2);
    expect(log).toEqual(['#desk first']);
    expect(await stands()).toBe('sent');
  },
);

test('a line whose answer was lost is looked for below its card, by its words', async () => {
  const { deliver, log } = platform();
  await owe('first');
  await deliver();
  await owe('second', { changes: [spoke] });
  now = after(MINUTE_MS);
  await deliver();
  const { deliveries } = database.ledger;
  const said = await deliveries.findPointer(pointerKey(desk, talks, spoke.key));
  if (said === undefined) throw new Error('no pointer was owed');
  await deliveries.savePointer({ ...said, state: 'unknown', dueAt: now.toISOString() });
  now = after(2 * MINUTE_MS);
  await deliver();
  const card = (await deliveries.findPost(desk.id, talks))?.message;
  expect(log.at(-1)).toBe(`looks below ${card} for Syldavia has spoken.`);
  expect((await deliveries.findPointer(said.key))?.state).toBe('sent');
});

test('a crash between sending and writing it down posts nothing twice', async () => {
  const { deliver, log } = platform();
  await owe('first');
  const crashing = { ...database.ledger, transaction: () => Promise.reject(new Error('the power is gone')) };
  const { messenger, log: sent } = scriptedMessenger();
  const means = {
    messengers: new Map([['terminal' as const, messenger]]),
    clock: () => now,
    settling,
    random: () => 0.5,
  };
  const crashed = await deliverDue({ ...means, ledger: crashing, log: silentLog, metrics: silentMetrics });
  expect(crashed).toEqual({ sent: 0, waiting: 0, ended: 0, failed: 1 });
  expect(sent).toEqual(['#desk first']);

  now = after(30 * SECOND_MS);
  await deliverDue({ ...means, ledger: database.ledger, log: silentLog, metrics: silentMetrics });
  expect(await stands()).toBe('sending');
  now = after(MINUTE_MS);
  await deliverDue({ ...means, ledger: database.ledger, log: silentLog, metrics: silentMetrics });
  expect(sent).toEqual(['#desk first']);
  expect(await stands()).toBe('sent');
  await deliver();
  expect(log).toEqual([]);
});

test.each([
  ['came to an end', 'channel-gone', 'delivery.ended', 'dead'],
  ['waits for a right', 'not-in-channel', 'delivery.waiting', 'pending'],
] as const)('the operator is told of a delivery that %s', async (_, reason, event, state) => {
  const warned: unknown[] = [];
  const log: Log = {
    ...silentLog,
    warn: (event, fields) => void warned.push([event, fields?.['state'], fields?.['reason']]),
  };
  const { messenger } = scriptedMessenger({
    create: () => ({ kind: 'refused', reason, detail: 'so it says' }),
  });
  await owe('first');
  const messengers = new Map([['terminal' as const, messenger]]);
  const ledger = database.ledger;
  const around = { clock: () => now, settling, random: () => 0.5 };
  await deliverDue({ ledger, messengers, ...around, log, metrics: silentMetrics });
  expect(warned).toEqual([[event, state, `${reason}: so it says`]]);
});

describe('a card that does not get through', () => {
  test('is dead at once when its channel is gone, and the account says so', async () => {
    const { deliver } = platform({
      create: () => ({ kind: 'refused', reason: 'channel-gone', detail: 'archived' }),
    });
    await owe('first');
    expect(await deliver()).toMatchObject({ ended: 1 });
    expect(await stands()).toBe('dead');
    expect(await account()).toEqual({ dead: 1 });
  });

  test('comes once the bot is invited', async () => {
    let isInvited = false;
    const { deliver, log } = platform({
      create: () =>
        isInvited ? undefined : { kind: 'refused', reason: 'not-in-channel', detail: 'not invited' },
    });
    await owe('first');
    expect(await deliver()).toMatchObject({ waiting: 1 });
    now = after(5 * MINUTE_MS);
    await deliver();
    isInvited = true;
    now = after(HOUR_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
    expect(await stands()).toBe('sent');
  });

  test('is given up after nine tries, and comes after all with the next that must not be missed', async () => {
    let isWell = false;
    const { deliver, log } = platform({
      create: () => (isWell ? undefined : { kind: 'later', detail: 'answered 503' }),
    });
    await owe('first');
    for (let tries = 0; tries < 9; tries += 1) {
      const post = await database.ledger.deliveries.findPost(desk.id, talks);
      now = new Date(post?.dueAt ?? now);
      await deliver();
    }
    expect(await stands()).toBe('dead');
    isWell = true;
    await owe('second');
    await deliver();
    expect(log).toEqual([]);
    await owe('third', { changes: [spoke] });
    await deliver();
    expect(log).toEqual(['#desk third']);
    expect(await account()).toEqual({ posted: 1 });
  });

  test('that a person dropped does not come back', async () => {
    const { deliver, log } = platform();
    await owe('first');
    const { deliveries } = database.ledger;
    const post = await deliveries.findPost(desk.id, talks);
    const gone = post && dropped(post, 'Ana');
    if (gone === undefined) throw new Error('nothing was owed');
    await deliveries.savePost(gone);
    await owe('second', { changes: [spoke] });
    await deliver();
    expect(log).toEqual([]);
  });

  test('is given up after twelve hours of refusals, and says why', async () => {
    const { deliver } = platform({
      create: () => ({ kind: 'refused', reason: 'not-allowed', detail: 'no right' }),
    });
    await owe('first');
    await deliver();
    now = after(12 * HOUR_MS + 1);
    expect(await deliver()).toMatchObject({ ended: 1 });
    expect((await database.ledger.deliveries.findPost(desk.id, talks))?.reason).toBe(
      'it could not be posted within 12 hours: not-allowed: no right',
    );
    expect(await account()).toEqual({ expired: 1 });
  });

  test('waits as long as the platform asks', async () => {
    let isBusy = true;
    const { deliver, log } = platform({
      create: () => (isBusy ? { kind: 'later', retryAfterMs: 90_000, detail: 'slow down' } : 'lost'),
    });
    await owe('first');
    await deliver();
    isBusy = false;
    now = after(89_000);
    await deliver();
    expect(log).toEqual([]);
    now = after(90_000);
    await deliver();
    expect(log).toEqual(['#desk first']);
  });

  test('is not news any more after twelve hours', async () => {
    const { deliver, log } = platform();
    await owe('first');
    now = after(12 * HOUR_MS + 1);
    await deliver();
    expect(log).toEqual([]);
    expect(await account()).toEqual({ expired: 1 });
  });

  test('is looked for when its messenger broke down', async () => {
    const { deliver } = platform({
      create: () => {
        throw new Error('a bug');
      },
    });
    await owe('first');
    expect(await deliver()).toMatchObject({ waiting: 1, failed: 0 });
    expect(await stands()).toBe('unknown');
  });
});

describe('what takes back a card that was seen', () => {
  const denied: Change = { key: 'denied:s', kind: 'denied', line: [{ kind: 'text', text: 'DENIED.' }] };
  const refused = { kind: 'refused', reason: 'not-in-channel', detail: 'removed' } as const;

  test('is edited in and said below once the bot is let in again, also a day later', async () => {
    let isOut = false;
    const { deliver, log } = platform({
      edit: () => (isOut ? refused : { kind: 'sent', message: 'm' as MessageId }),
      reply: () => (isOut ? refused : undefined),
    });
    await owe('first');
    await deliver();
    isOut = true;
    await owe('second', { changes: [spoke] });
    now = after(HOUR_MS);
    await deliver();
    await owe('third', { changes: [denied] });
    now = after(2 * HOUR_MS);
    await deliver();
    isOut = false;
    now = after(24 * HOUR_MS);
    await deliver();
    expect(log.toSorted()).toEqual(['#desk first', 'edit third', 'reply DENIED.']);
  });

  test('is tried also after an edit that was given up', async () => {
    let isInvalid = true;
    const { deliver, log } = platform({
      edit: () =>
        isInvalid
          ? { kind: 'refused', reason: 'invalid', detail: 'too long' }
          : { kind: 'sent', message: 'm' as MessageId },
    });
    await owe('first');
    await deliver();
    await owe('second', { changes: [spoke] });
    now = after(MINUTE_MS);
    await deliver();
    expect(await stands()).toBe('dead');
    isInvalid = false;
    await owe('third', { changes: [denied] });
    now = after(HOUR_MS);
    await deliver();
    expect(log).toContain('edit third');
    expect(log).toContain('reply DENIED.');
  });
});

test('O19 a program that is to end brings home what it sends, and begins nothing more', async () => {
  const stopping = new AbortController();
  const { deliver, log } = platform(
    {
      create: () => {
        stopping.abort();
        return undefined;
      },
    },
    { stopping: stopping.signal },
  );
  await owe('first');
  await owe('second', { story: 'another' as StoryId });
  expect(await deliver()).toMatchObject({ sent: 1 });
  expect(log).toEqual(['#desk first']);
  const { deliver: deliverLater, log: later } = platform();
  await deliverLater();
  expect(later).toEqual(['#desk second']);
});

describe('a card that people or the platform will not have edited', () => {
  test('is left alone, and its story with it, once a person deleted it', async () => {
    const { deliver, log } = platform({ edit: () => ({ kind: 'message-gone' }) });
    await owe('first');
    await deliver();
    await owe('second');
    now = after(HOUR_MS);
    await deliver();
    await owe('third', { changes: [spoke] });
    now = after(2 * HOUR_MS);
    await deliver();
    expect(log).toEqual(['#desk first']);
    expect(await stands()).toBe('cancelled');
    expect(await account()).toEqual({ muted: 1 });
  });

  test('says once in a line below where it would stand', async () => {
    const { deliver, log } = platform({ edit: () => ({ kind: 'window-closed', detail: 'too old' }) });
    await owe('first');
    await deliver();
    for (const [hours, headline] of [
      [1, 'second'],
      [3, 'third'],
    ] as const) {
      now = after(hours * HOUR_MS);
      await owe(headline);
      now = after((hours + 1) * HOUR_MS);
      await deliver();
    }
    expect(log).toEqual([
      '#desk first',
      'reply The card above can be edited no more. It now stands at: ONE SIDE SO FAR',
    ]);
  });
});
