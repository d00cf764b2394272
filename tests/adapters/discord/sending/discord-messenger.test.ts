import { describe, expect, test } from 'vitest';
import { openRest } from '#adapters/discord/open-rest.ts';
import { discordMessenger } from '#adapters/discord/sending/discord-messenger.ts';
import type { Card } from '#card/card.ts';
import { composeDigest, type DigestMatter } from '#card/compose-digest.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { idOf } from '#kernel/id.ts';
import { Secret } from '#kernel/secret.ts';
import { aCard } from '../../../delivery/owed.ts';
import { allComponents, readAloud, shownBody } from '../../../simulators/discord/message.ts';
import { aNewsroom } from '../a-newsroom.ts';

const key: DeliveryKey = idOf('card');
const lineKey: DeliveryKey = idOf('line');
const view = { language: 'en', zone: 'UTC' };
const spoke = [{ kind: 'text', text: 'Syldavia has spoken.' } as const];
const CREATE = 'POST /channels/:channel/messages';
const EDIT = 'PATCH /channels/:channel/messages/:message';

type Newsroom = Awaited<ReturnType<typeof aNewsroom>>;

const post = async ({ messenger, channel }: Newsroom, card: Card = aCard()): Promise<MessageId> => {
  const created = await messenger.create(channel, card, key);
  if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
  return created.message;
};

const since = (newsroom: Newsroom): Date => newsroom.discord.clock.now();
const onlyMessage = ({ discord }: Newsroom) => {
  const [message, ...others] = discord.messagesIn('desk');
  if (message === undefined || others.length > 0) throw new Error('one message was expected');
  return message;
};

const digestOf = (message: MessageId): DigestMatter => ({
  language: 'en',
  zone: 'UTC',
  occasion: {
    kind: 'digest',
    span: { at: '2026-03-03T08:00:00.000Z', since: '2026-03-02T08:00:00.000Z', topics: 1 },
    nothingOn: [],
    reading: { feeds: 1, read: 1, outages: [] },
  },
  stories: [{ card: aCard(), hasCard: true, message, news: [], isTakenBack: false }],
});

describe('a digest on Discord', () => {
  test('has its buttons in one row, and leads to the card where its server is known', async () => {
    await using newsroom = await aNewsroom();
    const { discord, channel } = newsroom;
    const { id, guild } = discord.channel('desk');
    const rest = openRest({ token: new Secret(discord.token), apiUrl: discord.apiUrl });
    const messenger = discordMessenger(rest, discord.world.bot.id, () => guild);
    await messenger.digest(channel, composeDigest(digestOf('77' as MessageId)), key);
    const [revision] = onlyMessage(newsroom).revisions;
    expect(revision?.content).toContain(`](<https://discord.com/channels/${guild}/${id}/77>)`);
    expect(allComponents(revision?.components ?? []).flatMap(({ label }) => label ?? [])).toEqual([
      'Why?',
      'That story',
      'Cards for a topic',
      'Change',
    ]);
  });
});

describe('a card on Discord', () => {
  test('begins as one plain sentence and becomes the card by an edit, with the same button', async () => {
    await using newsroom = await aNewsroom();
    await post(newsroom);
    const { revisions } = onlyMessage(newsroom);
    expect(revisions.map(({ content }) => content)).toEqual([
      'Ruritania and Syldavia hold talks · World Wire · one side so far',
      '',
    ]);
    const buttons = revisions.map(({ components }) =>
      allComponents(components).flatMap(({ custom_id: id, label }) =>
        id === undefined ? [] : [[label, id]],
      ),
    );
    const why = ['Why?', `why:${key}`];
    expect(buttons).toEqual([[why], [why, ['More…', `do:card ${key}`]]]);
    expect(await newsroom.seen()).toContain('### Ruritania and Syldavia hold talks');
  });

  test('calls the watch’s role once, and nobody else whatever it says', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const role = [...discord.world.guilds.values()][0]?.roles.find(({ name }) => name === 'Moderators')?.id;
    const card = aCard({ plain: `@everyone <@&${role}> talks`, headline: '@everyone talks' });
    await messenger.create(channel, card, key, `<@&${role}>`);
    await messenger.edit(channel, onlyMessage(newsroom).id as MessageId, card, key);
    expect(onlyMessage(newsroom).pings).toEqual([role]);
    expect(onlyMessage(newsroom).revisions[0]?.content).toBe(
      `<@&${role}> ${String.raw`\@everyone \<\@&`}${role}> talks`,
    );
  });

  test('O13 is found also by a look that begins later than Discord’s own clock says it is', async () => {
    await using newsroom = await aNewsroom();
    const { messenger, channel } = newsroom;
    await messenger.create(channel, aCard(), key);
    const hoursAhead = new Date(since(newsroom).getTime() + 7 * HOUR_MS);
    expect(await messenger.findByKey(channel, key, hoursAhead)).toMatchObject({ kind: 'found' });
    expect(await messenger.findByKey(channel, idOf('another'), hoursAhead)).toEqual({ kind: 'absent' });
  });

  test('stands bare where only its edit failed, and is found so', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'answer', status: 502, on: EDIT });
    const created = await messenger.create(channel, aCard(), key);
    const { id } = onlyMessage(newsroom);
    expect(created).toEqual({ kind: 'sent', message: id, isBare: true, mayChange: true });
    expect(await messenger.findByKey(channel, key, since(newsroom))).toEqual({
      kind: 'found',
      message: id,
      isBare: true,
    });
    await messenger.edit(channel, id as MessageId, aCard(), key);
    expect(await messenger.findByKey(channel, key, since(newsroom))).toEqual({ kind: 'found', message: id });
  });
});

describe('a request that goes wrong', () => {
  test('with the answer to its edit lost, the card stands, and may change still', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'drop-after', on: EDIT });
    const created = await messenger.create(channel, aCard(), key);
    const message = onlyMessage(newsroom).id;
    expect(created).toEqual({ kind: 'sent', message, isBare: true, mayChange: true });
  });

  test('with its answer lost after Discord took it may have arrived, and is found once', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'drop-after', on: CREATE });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'unknown' });
    expect(await messenger.findByKey(channel, key, since(newsroom))).toEqual({
      kind: 'found',
      message: onlyMessage(newsroom).id,
      isBare: true,
    });
  });

  test('with the socket broken before may have arrived as well, and is found absent', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'drop-before', on: CREATE });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'unknown' });
    expect(await messenger.findByKey(channel, key, since(newsroom))).toEqual({ kind: 'absent' });
  });

  test('with 5xx is asked once: it may have arrived', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'answer', status: 503, on: CREATE, times: 5 });
    expect(await messenger.create(channel, aCard(), key)).toEqual({
      kind: 'unknown',
      detail: 'Discord answered 503',
    });
    expect(discord.served.filter(({ route }) => route === CREATE)).toHaveLength(1);
  });

  test.each(['user', 'global', 'shared'] as const)(
    'with a limit of scope %s comes later, when Discord says',
    async (scope) => {
      await using newsroom = await aNewsroom();
      const { discord, messenger, channel } = newsroom;
      discord.faults.add({ kind: 'limit', scope, retryAfterMs: 42_000, on: CREATE });
      const outcome = await messenger.create(channel, aCard(), key);
      expect(outcome).toMatchObject({ kind: 'later', detail: 'Discord asks to wait' });
      expect(outcome.kind === 'later' && outcome.retryAfterMs).toBeGreaterThanOrEqual(42_000);
      expect(outcome.kind === 'later' && outcome.isEverywhere).toBe(scope === 'global' ? true : undefined);
      expect(discord.messagesIn('desk')).toEqual([]);
    },
  );

  test('with a limit of less than a moment waits for it', async () => {
    await using newsroom = await aNewsroom();
    newsroom.discord.faults.add({ kind: 'limit', scope: 'user', retryAfterMs: 20, on: CREATE });
    await post(newsroom);
    expect(onlyMessage(newsroom).revisions).toHaveLength(2);
  });

  test('with a limit that names no wait is not repeated at once', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'answer', status: 429, body: {}, times: 9, on: CREATE });
    expect(await messenger.create(channel, aCard(), key)).toEqual({
      kind: 'later',
      detail: 'Discord asks to wait',
    });
    expect(discord.served).toHaveLength(1);
  });

  test.each(['user', 'global'] as const)(
    'with short limits of scope %s again and again is asked for three times at most',
    async (scope) => {
      await using newsroom = await aNewsroom();
      const { discord, messenger, channel } = newsroom;
      discord.faults.add({ kind: 'limit', scope, retryAfterMs: 20, times: 9, on: CREATE });
      const outcome = await messenger.create(channel, aCard(), key);
      expect(outcome).toMatchObject({ kind: 'later', retryAfterMs: expect.any(Number) });
      expect(discord.served).toHaveLength(3);
    },
  );

  test('to a Discord that cannot be reached comes later: nothing has left', async () => {
    const newsroom = await aNewsroom();
    const { messenger, channel } = newsroom;
    await newsroom[Symbol.asyncDispose]();
    expect(await messenger.create(channel, aCard(), key)).toEqual({
      kind: 'later',
      detail: 'Discord cannot be reached: ECONNREFUSED',
    });
  });

  test('for want of a right is refused, with Discord’s words', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.denyBot('desk', ['SEND_MESSAGES']);
    expect(await messenger.create(channel, aCard(), key)).toEqual({
      kind: 'refused',
      reason: 'not-allowed',
      detail: 'Missing Permissions (50013)',
    });
  });

  test('after the token was revoked asks Discord no second time', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'answer', status: 401, body: { code: 0, message: '401: Unauthorized' } });
    const refused = { kind: 'refused', reason: 'not-authorised' };
    expect(await messenger.create(channel, aCard(), key)).toMatchObject(refused);
    expect(await messenger.create(channel, aCard(), key)).toMatchObject(refused);
    expect(discord.served).toHaveLength(1);
  });

  test('to a channel that was deleted finds it gone', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.deleteChannel('desk');
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ reason: 'channel-gone' });
  });
});

describe('an edit', () => {
  test('of a card that a person deleted finds it gone', async () => {
    await using newsroom = await aNewsroom();
    const message = await post(newsroom);
    newsroom.discord.deleteMessage(message);
    expect(await newsroom.messenger.edit(newsroom.channel, message, aCard(), key)).toEqual({
      kind: 'message-gone',
    });
    expect(await newsroom.messenger.create(newsroom.channel, aCard(), key)).toEqual({
      kind: 'message-gone',
    });
  });

  test('of a card older than an hour, once too often, finds the window closed at once', async () => {
    await using newsroom = await aNewsroom({ oldEdits: { limit: 1, windowMs: HOUR_MS } });
    const { discord, messenger, channel } = newsroom;
    const message = await post(newsroom);
    discord.clock.moveBy(HOUR_MS + MINUTE_MS);
    expect(await messenger.edit(channel, message, aCard(), key)).toEqual({ kind: 'sent', message });
    expect(await messenger.edit(channel, message, aCard({ headline: 'newer' }), key)).toEqual({
      kind: 'window-closed',
      detail: 'Maximum number of edits to messages older than 1 hour reached. Try again later. (30046)',
    });
    expect(await newsroom.seen()).not.toContain('newer');
  });
});

describe('a line below a card', () => {
  test('answers the card, and is found again by what it answers and says', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.faults.add({ kind: 'drop-after', on: CREATE });
    expect(await messenger.reply(channel, card, spoke, lineKey, view)).toMatchObject({ kind: 'unknown' });
    const line = discord.messagesIn('desk')[1];
    expect(line?.answers).toBe(card);
    const said = { answers: card, line: spoke, view };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toEqual({
      kind: 'found',
      message: line?.id,
    });
    const other = { ...said, line: [{ kind: 'text', text: 'Ruritania has spoken.' } as const] };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), other)).toEqual({ kind: 'absent' });
  });

  test('is said also where the card is gone, or may not be answered', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.denyBot('desk', ['READ_MESSAGE_HISTORY']);
    expect(await messenger.reply(channel, card, spoke, lineKey, view)).toMatchObject({ kind: 'sent' });
    discord.denyBot('desk', []);
    discord.deleteMessage(card);
    expect(await messenger.reply(channel, card, spoke, idOf('second'), view)).toMatchObject({ kind: 'sent' });
    expect(await newsroom.seen()).toBe('Syldavia has spoken.\nSyldavia has spoken.');
  });

  test('is found again where its card was deleted, or could not be answered, though it answers nothing then', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.deleteMessage(card);
    discord.faults.add({ kind: 'drop-after', on: CREATE });
    expect(await messenger.reply(channel, card, spoke, lineKey, view)).toMatchObject({ kind: 'unknown' });
    const [line] = discord.messagesIn('desk');
    expect(line?.answers).toBeUndefined();
    const said = { answers: card, line: spoke, view };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toEqual({
      kind: 'found',
      message: line?.id,
    });
  });

  test('is not taken for another line of the same words', async () => {
    await using newsroom = await aNewsroom();
    const { messenger, channel } = newsroom;
    const yesterdays = await messenger.say(channel, { line: spoke, actions: [] }, idOf('earlier'), view);
    if (yesterdays.kind !== 'sent') throw new Error(`not sent: ${yesterdays.kind}`);
    const said = { line: spoke, view, others: [yesterdays.message] };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toEqual({ kind: 'absent' });
    const todays = await messenger.say(channel, { line: spoke, actions: [] }, lineKey, view);
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toEqual({
      kind: 'found',
      message: todays.kind === 'sent' && todays.message,
    });
  });

  test('shows times as tokens for the reader’s own zone', async () => {
    await using newsroom = await aNewsroom();
    const card = await post(newsroom);
    const line = [...spoke, { kind: 'time', at: '2026-03-02T12:00:00.000Z', shape: 'time' } as const];
    await newsroom.messenger.reply(newsroom.channel, card, line, lineKey, view);
    expect(await newsroom.seen()).toContain('Syldavia has spoken.<t:1772452800:t>');
  });
});

describe('a line in a thread of its card', () => {
  const threaded = { ...view, thread: 'Ruritania and Syldavia hold talks '.repeat(5) };
  const START = `${CREATE}/:message/threads`;

  test('begins the thread, and goes into the same one afterwards', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    expect(await messenger.reply(channel, card, spoke, lineKey, threaded)).toMatchObject({ kind: 'sent' });
    expect(await messenger.reply(channel, card, spoke, idOf('next'), threaded)).toMatchObject({
      kind: 'sent',
    });
    const thread = discord.world.channels.get(card);
    expect(thread).toMatchObject({ kind: 'thread' });
    expect(thread?.name.length).toBeLessThanOrEqual(100);
    expect(discord.readChannel(thread?.name ?? '')).toBe('Syldavia has spoken.\nSyldavia has spoken.');
    expect(discord.messagesIn('desk')).toHaveLength(1);
  });

  test('is found again there after its answer was lost', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.faults.add({ kind: 'drop-after', on: CREATE });
    expect(await messenger.reply(channel, card, spoke, lineKey, threaded)).toMatchObject({ kind: 'unknown' });
    const said = { answers: card, line: spoke, view: threaded };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toMatchObject({
      kind: 'found',
    });
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), { ...said, line: [] })).toEqual({
      kind: 'absent',
    });
  });

  test.each([false, true])(
    'is taken out of it with the card, though it may be closed: %s',
    async (isClosed) => {
      await using newsroom = await aNewsroom();
      const { discord, messenger, channel } = newsroom;
      const card = await post(newsroom);
      const line = await messenger.reply(channel, card, spoke, lineKey, threaded);
      if (line.kind !== 'sent') throw new Error(`not sent: ${line.kind}`);
      const { name } = discord.world.channels.get(card)!;
      discord.people.say('I was there.', { user: 'Ana', channel: name });
      if (isClosed) discord.closeThread(name);
      expect(await messenger.remove(channel, line.message, card)).toEqual({ kind: 'removed' });
      expect(discord.readChannel(name)).toBe('I was there.');
      expect(await messenger.remove(channel, line.message, card)).toEqual({ kind: 'message-gone' });
    },
  );

  test('answers the card in the channel where no thread may be begun, and is found there', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.denyBot('desk', ['CREATE_PUBLIC_THREADS']);
    expect(await messenger.reply(channel, card, spoke, lineKey, threaded)).toMatchObject({ kind: 'sent' });
    expect(discord.messagesIn('desk')[1]).toMatchObject({ answers: card });
    const said = { answers: card, line: spoke, view: threaded };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toMatchObject({
      kind: 'found',
    });
  });

  test('comes later where Discord’s answer to the thread is lost: nothing was said yet', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.faults.add({ kind: 'drop-after', on: START });
    expect(await messenger.reply(channel, card, spoke, lineKey, threaded)).toMatchObject({ kind: 'later' });
    expect(await messenger.reply(channel, card, spoke, lineKey, threaded)).toMatchObject({ kind: 'sent' });
    expect(discord.readChannel(discord.world.channels.get(card)?.name ?? '')).toBe('Syldavia has spoken.');
  });
});

describe('looking for a card', () => {
  test('without the right to read the history cannot know', async () => {
    await using newsroom = await aNewsroom();
    await post(newsroom);
    newsroom.discord.denyBot('desk', ['READ_MESSAGE_HISTORY']);
    expect(await newsroom.messenger.findByKey(newsroom.channel, key, since(newsroom))).toEqual({
      kind: 'cannot-know',
      detail: 'no right to look: ReadMessageHistory',
    });
  });

  test('finds it among more messages than Discord returns at once', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const start = since(newsroom);
    for (let said = 0; said < 150; said += 1) discord.people.say('talk', { user: 'Ana', channel: 'desk' });
    await messenger.create(channel, aCard(), key);
    expect(await messenger.findByKey(channel, key, start)).toMatchObject({ kind: 'found' });
  });

  test('whose time is later than all that was said begins with what was said last', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    for (let said = 0; said < 1_100; said += 1) discord.people.say('talk', { user: 'Ana', channel: 'desk' });
    const aheadOfAll = new Date(since(newsroom).getTime() + 3 * HOUR_MS);
    expect(await messenger.findByKey(channel, key, aheadOfAll)).toEqual({ kind: 'absent' });
    const sent = await messenger.create(channel, aCard(), key);
    expect(await messenger.findByKey(channel, key, aheadOfAll)).toMatchObject({
      kind: 'found',
      message: sent.kind === 'sent' && sent.message,
    });
    const daysLater = new Date(aheadOfAll.getTime() + 24 * HOUR_MS);
    expect(await messenger.findByKey(channel, key, daysLater)).toEqual({ kind: 'absent' });
  });

  test('does not take another’s message for its own', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    const card = await post(newsroom);
    discord.people.say('Syldavia has spoken.', { user: 'Ana', channel: 'desk' });
    const said = { answers: card, line: spoke, view };
    expect(await messenger.findByKey(channel, lineKey, since(newsroom), said)).toEqual({ kind: 'absent' });
  });

  test('is to look later where Discord fails or the connection breaks', async () => {
    await using newsroom = await aNewsroom();
    const { discord, messenger, channel } = newsroom;
    discord.faults.add({ kind: 'answer', status: 500 });
    expect(await messenger.findByKey(channel, key, since(newsroom))).toEqual({
      kind: 'later',
      detail: 'Discord answered 500',
    });
    discord.faults.add({ kind: 'drop-before' });
    expect(await messenger.findByKey(channel, key, since(newsroom))).toMatchObject({
      kind: 'later',
      detail: expect.stringContaining('no answer'),
    });
  });
});

test('what people read of a card is what its parts say', async () => {
  await using newsroom = await aNewsroom();
  await post(newsroom);
  expect(readAloud(shownBody(onlyMessage(newsroom))).split('\n')).toEqual([
    '### Ruritania and Syldavia hold talks',
    '-# R-7K2Q · Headline: World Wire',
    '**ONE SIDE SO FAR**',
    String.raw`The two ministers met on Monday. \[1\]`,
    'Why?',
    'More…',
  ]);
});
