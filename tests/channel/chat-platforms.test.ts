import { describe, expect, test } from 'vitest';
import type { Platform } from '#channel/channel.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import { ChatPlatforms } from '#channel/chat-platforms.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { desk } from '../delivery/owed.ts';
import { type Script, scriptedMessenger } from '../delivery/scripted-messenger.ts';

/** Platforms that connect as told; `events` is what was logged and disposed. */
function platforms(connects: Partial<Record<Platform, () => Promise<unknown>>>) {
  const events: string[] = [];
  const connected = (platform: Platform): ChatPlatform => ({
    messenger: scriptedMessenger().messenger,
    [Symbol.asyncDispose]: async () => void events.push(`${platform} disposed`),
  });
  const log = {
    ...silentLog,
    info: (event: string) => void events.push(event),
    error: (event: string) => void events.push(event),
  };
  const named = Object.entries(connects) as [Platform, () => Promise<unknown>][];
  const open = named.map(([platform, connect]) => {
    return [platform, () => connect().then(() => connected(platform))] as const;
  });
  return { chat: new ChatPlatforms(new Map(open), log), events };
}

describe('a platform that cannot be connected', () => {
  test('stops no other, and is told', async () => {
    const { chat } = platforms({
      discord: () => Promise.reject(new Error('the token is refused')),
      slack: () => Promise.resolve(),
    });
    await chat.connect();
    expect([...chat.messengers.keys()]).toEqual(['slack']);
    expect(chat.states()).toEqual([
      { platform: 'discord', problem: 'the token is refused' },
      { platform: 'slack' },
    ]);
  });

  test('is tried again, and logged once as long as nothing changes', async () => {
    let tries = 0;
    const { chat, events } = platforms({
      slack: () => {
        tries += 1;
        return tries < 3 ? Promise.reject(new Error('no network')) : Promise.resolve();
      },
    });
    for (let time = 0; time < 4; time += 1) await chat.connect();
    expect(tries).toBe(3);
    expect(events).toEqual(['platform.not_connected', 'platform.connected']);
    expect(chat.states()).toEqual([{ platform: 'slack' }]);
  });
});

/** A connection to one workspace, whose messenger does as told. */
const connecting = (
  workspace: WorkspaceId,
  script: Script = {},
): readonly [Platform, () => Promise<ChatPlatform>] => [
  'slack',
  () =>
    Promise.resolve({
      messenger: scriptedMessenger(script).messenger,
      workspaces: () => new Set([workspace]),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
];

describe('several workspaces of one platform', () => {
  const [ours, theirs] = ['ours', 'theirs'] as unknown as readonly [WorkspaceId, WorkspaceId];
  const key = 'key' as DeliveryKey;
  const say = (chat: ChatPlatforms, workspace: WorkspaceId) =>
    chat.messengers
      .get('slack')
      ?.say({ ...desk, workspace }, { line: [], actions: [] }, key, { language: 'en', zone: 'UTC' });
  const refused = { kind: 'refused', reason: 'not-authorised', detail: 'token_revoked' } as const;

  test('are each written to by their own connection', async () => {
    const chat = new ChatPlatforms([connecting(ours), connecting(theirs, { say: () => refused })], silentLog);
    await chat.connect();
    expect(await say(chat, ours)).toMatchObject({ kind: 'sent' });
    // A platform that refuses its token would be stopped as a whole.
    expect(await say(chat, theirs)).toEqual({ ...refused, reason: 'not-allowed' });
    expect(chat.present().get('slack')).toEqual(new Set([ours, theirs]));
  });

  test('do without one that cannot be connected: what is for it waits, and none is taken for left', async () => {
    const failing = ['slack', () => Promise.reject(new Error('invalid_auth'))] as const;
    const chat = new ChatPlatforms([connecting(ours), failing], silentLog);
    await chat.connect();
    expect(await say(chat, ours)).toMatchObject({ kind: 'sent' });
    // Asked for by when it comes back, it is not given up after some tries.
    expect(await say(chat, theirs)).toMatchObject({ kind: 'later', retryAfterMs: 30_000 });
    expect(chat.present().has('slack')).toBe(false);
    expect(chat.states()).toEqual([{ platform: 'slack' }, { platform: 'slack', problem: 'invalid_auth' }]);
  });

  test('are asked to wait one by one', async () => {
    const busy = { kind: 'later', isEverywhere: true, detail: 'ratelimited' } as const;
    const chat = new ChatPlatforms([connecting(ours, { say: () => busy }), connecting(theirs)], silentLog);
    await chat.connect();
    expect(await say(chat, ours)).toEqual({ kind: 'later', detail: 'ratelimited' });
  });
});

const refusing = (setting?: string) => () =>
  Promise.reject(new TokenRefused('invalid_auth', setting === undefined ? {} : { setting }));
const deaf = async (): Promise<ChatPlatform> => ({
  messenger: scriptedMessenger().messenger,
  deafFor: () => 'APP_TOKEN_3',
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

test('a refused token is named by the setting that holds it, also where another lets cards go out', async () => {
  const chat = new ChatPlatforms(
    [
      ['discord', refusing(), 'THE_TOKEN'],
      ['slack', refusing('APP_TOKEN_2'), 'BOT_TOKEN_2'],
      ['slack', deaf, 'BOT_TOKEN_3'],
    ],
    silentLog,
  );
  await chat.connect();
  expect(chat.states()).toEqual([
    { platform: 'discord', problem: 'invalid_auth', refusedToken: 'THE_TOKEN' },
    { platform: 'slack', problem: 'invalid_auth', refusedToken: 'APP_TOKEN_2' },
    { platform: 'slack', refusedToken: 'APP_TOKEN_3' },
  ]);
});

test('a platform whose connection ended for good is told, and connected anew', async () => {
  const { messenger } = scriptedMessenger();
  const ended: string[] = [];
  let connected = 0;
  const connect = (): Promise<ChatPlatform> => {
    connected += 1;
    const own = connected;
    return Promise.resolve({
      messenger,
      problem: () => (ended.length >= own ? ended[own - 1] : undefined),
      [Symbol.asyncDispose]: () => Promise.reject(new Error('it cannot even be closed')),
    });
  };
  const chat = new ChatPlatforms([['discord', connect]], silentLog);
  await chat.connect();
  expect(chat.states()).toEqual([{ platform: 'discord' }]);

  ended.push('the token was reset');
  expect(chat.states()).toEqual([{ platform: 'discord', problem: 'the token was reset' }]);
  await chat.connect();
  expect(chat.states()).toEqual([{ platform: 'discord' }]);
  expect(connected).toBe(2);
});

test('a platform is connected once, however often that is asked for meanwhile', async () => {
  let tries = 0;
  const { chat } = platforms({ slack: async () => void (tries += 1) });
  await Promise.all([chat.connect(), chat.connect()]);
  await chat.connect();
  expect(tries).toBe(1);
});

describe('the end of the program', () => {
  test('disconnects what is connected', async () => {
    const { chat, events } = platforms({ discord: () => Promise.resolve(), slack: () => Promise.resolve() });
    await chat.connect();
    await chat[Symbol.asyncDispose]();
    expect(events.filter((event) => event.endsWith('disposed'))).toEqual([
      'discord disposed',
      'slack disposed',
    ]);
    expect(chat.messengers.size).toBe(0);
  });

  test('also ends a connection that comes too late', async () => {
    const opening = Promise.withResolvers<void>();
    const { chat, events } = platforms({ discord: () => opening.promise });
    const connecting = chat.connect();
    await chat[Symbol.asyncDispose]();
    opening.resolve();
    await connecting;
    expect(events).toEqual(['discord disposed']);
  });
});
