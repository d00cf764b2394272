import { describe, expect, test } from 'vitest';
import type { Reply } from '#command/command.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { type Message, readAloud, shownBody } from '../../simulators/discord/message.ts';
import type { Seen } from '../../simulators/discord/people.ts';
import { aConnectedNewsroom, type Deciding } from './a-connected-newsroom.ts';

/** On a busy machine. */
const SOON = { timeout: 15_000 };
const ana = { user: 'Ana', channel: 'desk' };
const ANNOUNCE = 'POST /interactions/:interaction/:token/callback';
const ANSWER = 'PATCH /webhooks/:application/:token/messages/:message';
const NOT_ANSWERED = 'got no answer within 3 s';

type Newsroom = Awaited<ReturnType<typeof aConnectedNewsroom>>;

const reply = (text: string): Reply => ({ kind: 'answer', lines: [[{ kind: 'text', text }]] });
/** Answers the first question when it is told to, and each after it at once. */
function slowAtFirst(next: Reply) {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  let asked = 0;
  const receive = (): Promise<Reply> => {
    asked += 1;
    return asked === 1 ? promise : Promise.resolve(next);
  };
  return { receive, resolve };
}

const latest = ({ discord }: Newsroom): Promise<Seen> => discord.people.slash('news latest', {}, ana);
const textOf = (seen: Seen): string => (seen.kind === 'message' ? seen.text : seen.kind);
const events = ({ logged }: Newsroom): readonly string[] => logged.map(([event]) => event);
const answers = ({ discord }: Newsroom): readonly string[] =>
  [...discord.world.messages.values()].map((message: Message) => readAloud(shownBody(message)));

/** People wait for as long as a busy machine needs. */
const patient = (deciding: Deciding = {}) => aConnectedNewsroom({ patienceMs: 60_000, ...deciding });

describe('the connection that brings what people ask', () => {
  test('is taken up again where Discord asks to reconnect, and who asks then is answered', async () => {
    await using newsroom = await patient();
    newsroom.discord.gateway.askToReconnect();
    await expect.poll(() => events(newsroom), SOON).toContain('discord.resumed');
    expect(textOf(await latest(newsroom))).toBe('answered');
    expect(newsroom.platform.problem?.()).toBeUndefined();
  });

  test('is begun anew where Discord refuses to resume it, and who asks then is answered', async () => {
    await using newsroom = await patient();
    const { discord, platform } = newsroom;
    const before = discord.gateway.identifiesLeft;
    discord.faults.add({ kind: 'refuse-resume' });
    discord.gateway.terminate();
    await expect.poll(() => discord.gateway.identifiesLeft, SOON).toBe(before - 1);
    await expect.poll(() => discord.gateway.connections, SOON).toBe(1);
    expect(textOf(await latest(newsroom))).toBe('answered');
    expect(platform.problem?.()).toBeUndefined();
  });

  test('is given up and taken up again where Discord’s side has gone silent', async () => {
    await using newsroom = await patient({ heartbeatMs: 400 });
    newsroom.discord.faults.add({ kind: 'no-heartbeat-ack', times: 2 });
    await expect.poll(() => events(newsroom), SOON).toContain('discord.resumed');
    expect(textOf(await latest(newsroom))).toBe('answered');
  });

  test('may bring a command after one that was typed later: both are answered', async () => {
    await using newsroom = await patient();
    const { discord, inbounds } = newsroom;
    discord.faults.add({ kind: 'send-later', on: 'INTERACTION_CREATE' });
    const first = latest(newsroom);
    const second = discord.people.slash('readout help', {}, ana);
    expect(textOf(await second)).toBe('answered');
    expect(textOf(await first)).toBe('answered');
    expect(inbounds.map(({ asked }) => 'path' in asked && asked.path.join(' '))).toEqual([
      'help',
      'news latest',
    ]);
  });

  test('keeps a server in an outage among those that the bot is in, and answers there afterwards', async () => {
    await using newsroom = await patient();
    const { discord, platform } = newsroom;
    discord.setGuildAvailable('Newsroom', false);
    discord.setGuildAvailable('Newsroom', true);
    expect(textOf(await latest(newsroom))).toBe('answered');
    expect(platform.workspaces?.().size).toBe(1);
  });
});

describe('an answer', () => {
  test('is announced again where Discord fails for a moment', async () => {
    await using newsroom = await patient();
    newsroom.discord.faults.add({ kind: 'answer', status: 503, on: ANNOUNCE });
    expect(textOf(await latest(newsroom))).toBe('answered');
    expect(newsroom.inbounds).toHaveLength(1);
  });

  test('waits where Discord asks to wait for a moment', async () => {
    await using newsroom = await patient();
    newsroom.discord.faults.add({ kind: 'limit', scope: 'shared', retryAfterMs: 30, on: ANSWER });
    expect(textOf(await latest(newsroom))).toBe('answered');
  });

  test('is given once where what Discord said of it is lost', async () => {
    await using newsroom = await patient();
    newsroom.discord.faults.add({ kind: 'drop-after', on: ANSWER });
    expect(textOf(await latest(newsroom))).toBe('answered');
    expect(newsroom.inbounds).toHaveLength(1);
  });

  test('that would come too late changes nothing: Discord has told the person that nobody responded', async () => {
    await using newsroom = await patient({ refusedRightly: NOT_ANSWERED });
    const { discord, inbounds } = newsroom;
    const body = { code: 10_062, message: 'Unknown interaction' };
    discord.faults.add({ kind: 'answer', status: 404, body, on: ANNOUNCE });
    const asking = discord.people.slash('watch add', { topic: 'talks' }, ana);
    await expect.poll(() => events(newsroom), SOON).toContain('discord.answer_not_announced');
    discord.clock.moveBy(4 * SECOND_MS);
    expect((await asking).kind).toBe('no-response');
    expect(inbounds).toEqual([]);
  });

  test('that takes more than a quarter of an hour is lost; the next one is not', async () => {
    const { receive, resolve } = slowAtFirst(reply('in time'));
    await using newsroom = await aConnectedNewsroom({ patienceMs: 50, receive });
    const { discord, logged } = newsroom;
    expect((await latest(newsroom)).kind).toBe('still-thinking');
    discord.clock.moveBy(16 * MINUTE_MS);
    resolve(reply('far too late'));
    await expect.poll(() => events(newsroom), SOON).toContain('discord.interaction_failed');
    expect(JSON.stringify(logged)).not.toContain('interaction-token');
    await discord.people.slash('readout help', {}, ana);
    await expect.poll(() => answers(newsroom), SOON).toContain('in time');
    expect(answers(newsroom)).not.toContain('far too late');
  });

  test('whose place the person has dismissed fails alone', async () => {
    const { receive, resolve } = slowAtFirst(reply('the next'));
    await using newsroom = await aConnectedNewsroom({ patienceMs: 50, receive });
    const { discord } = newsroom;
    await latest(newsroom);
    for (const { id } of discord.world.messages.values()) discord.deleteMessage(id);
    resolve(reply('nobody looks'));
    await expect.poll(() => events(newsroom), SOON).toContain('discord.interaction_failed');
    await discord.people.slash('readout help', {}, ana);
    await expect.poll(() => answers(newsroom), SOON).toContain('the next');
  });
});
