import { describe, expect, test } from 'vitest';
import type { Platform } from '#channel/channel.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import { ChatPlatforms } from '#channel/chat-platforms.ts';
import { silentLog } from '#kernel/log.ts';
import { scriptedMessenger } from '../delivery/scripted-messenger.ts';

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
  const chat = new ChatPlatforms(new Map([['discord', connect]]), silentLog);
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
