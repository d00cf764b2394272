import { describe, expect, test } from 'vitest';
import { openRest } from '#adapters/discord/open-rest.ts';
import { forumMessenger } from '#adapters/discord/sending/forum-messenger.ts';
import { knownChannels } from '#adapters/discord/sending/known-channels.ts';
import { messengerByChannel } from '#adapters/discord/sending/messenger-by-channel.ts';
import { composeDigest } from '#card/compose-digest.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { idOf } from '#kernel/id.ts';
import { Secret } from '#kernel/secret.ts';
import { aCard } from '../../../delivery/owed.ts';
import { shownBody } from '../../../simulators/discord/message.ts';
import { bitsOf } from '../../../simulators/discord/permission.ts';
import { aForum, channelRef } from '../a-newsroom.ts';

const key: DeliveryKey = idOf('card');
const lineKey: DeliveryKey = idOf('line');
const view = { language: 'en', zone: 'UTC' };
const spoke = [{ kind: 'text', text: 'Syldavia has spoken.' } as const];
const HEADLINE = 'Ruritania and Syldavia hold talks';
const BEGIN = 'POST /channels/:channel/threads';
const SAY = 'POST /channels/:channel/messages';

type Forum = Awaited<ReturnType<typeof aForum>>;

const longAgo = ({ discord }: Forum): Date => new Date(discord.clock.now().getTime() - HOUR_MS);

async function post({ messenger, channel }: Forum): Promise<MessageId> {
  const created = await messenger.create(channel, aCard(), key);
  if (created.kind !== 'sent') throw new Error(`not sent: ${created.kind}`);
  return created.message;
}

function letManageThreads(discord: Forum['discord'], deny = 0n): void {
  const stories = discord.channel('stories');
  const allow = bitsOf(['MANAGE_THREADS']);
  const overwrites = [{ id: discord.world.bot.id, kind: 'member', allow, deny }] as const;
  discord.world.channels.set(stories.id, { ...stories, overwrites });
}

describe('a card in a forum', () => {
  test('is a post named by its headline, begun with the plain sentence and edited into the card', async () => {
    await using forum = await aForum();
    const message = await post(forum);
    const [thread, ...others] = forum.posts();
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ id: message, name: HEADLINE });
    const [opening] = forum.discord.messagesIn(HEADLINE);
    expect(opening?.revisions.map(({ content }) => content)).toEqual([
      'Ruritania and Syldavia hold talks · World Wire · one side so far',
      '',
    ]);
    expect(await forum.seen()).toContain(`### ${HEADLINE}`);
  });

  test('has a name of a hundred characters at most, without what turns the reading round', async () => {
    await using forum = await aForum();
    const headline = `\u202e${'Ruritania and Syldavia hold talks '.repeat(9)}`;
    await forum.messenger.create(forum.channel, aCard({ headline }), key);
    const [thread] = forum.posts();
    expect(thread?.name).toMatch(/^Ruritania .*…$/);
    expect(thread?.name.length).toBeLessThanOrEqual(100);
  });

  test('calls the watch’s role and nobody else', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const role = [...discord.world.guilds.values()][0]?.roles.find(({ name }) => name === 'Moderators')?.id;
    await messenger.create(channel, aCard({ plain: '@everyone talks' }), key, `<@&${role}>`);
    expect(discord.messagesIn(HEADLINE)[0]?.pings).toEqual([role]);
  });

  test('goes to a forum of which Discord has told nothing after asking what it is, once', async () => {
    await using forum = await aForum();
    const { discord, channel } = forum;
    const rest = openRest({ token: new Secret(discord.token), apiUrl: discord.apiUrl });
    const messenger = messengerByChannel(rest, discord.world.bot);
    const desk = channelRef(discord, 'desk');
    for (const [index, at] of [channel, channel, desk, desk].entries())
      expect(await messenger.create(at, aCard(), idOf('card', String(index)))).toMatchObject({
        kind: 'sent',
      });
    expect(discord.served.filter(({ route }) => route === 'GET /channels/:channel')).toHaveLength(2);
    expect(forum.posts()).toHaveLength(2);
    expect(discord.messagesIn('desk')).toHaveLength(2);
  });

  test('waits where Discord does not say what the channel is', async () => {
    await using forum = await aForum();
    const { discord, channel } = forum;
    const rest = openRest({ token: new Secret(discord.token), apiUrl: discord.apiUrl });
    const messenger = messengerByChannel(rest, discord.world.bot);
    const broken = { kind: 'answer', status: 503, on: 'GET /channels/:channel' } as const;
    discord.faults.add({ ...broken, times: 2 });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'later' });
    expect(await messenger.findByKey(channel, key, longAgo(forum))).toMatchObject({ kind: 'later' });
    expect(forum.posts()).toEqual([]);
  });
});

describe('a forum that demands a tag', () => {
  test.each([
    { name: 'tagged', wanted: ['Questions'], why: 'the first that is for everybody' },
    { name: 'ours', wanted: ['readout'], why: 'the one that is called as the bot is' },
    { name: 'stories', wanted: [], why: 'none where none is demanded' },
  ])('is given one with each post: in #$name $why', async ({ name, wanted }) => {
    await using forum = await aForum();
    const { discord, messenger } = forum;
    expect(await messenger.create(channelRef(discord, name), aCard(), key)).toMatchObject({ kind: 'sent' });
    const { tags = [] } = discord.channel(name);
    const applied = discord.channel(HEADLINE).appliedTags;
    expect(applied?.map((id) => tags.find((tag) => tag.id === id)?.name)).toEqual(wanted);
  });

  test('is asked for its tags each time where Discord has not told of them: people change them', async () => {
    await using forum = await aForum();
    const { discord } = forum;
    const rest = openRest({ token: new Secret(discord.token), apiUrl: discord.apiUrl });
    const messenger = messengerByChannel(rest, discord.world.bot);
    const tagged = channelRef(discord, 'tagged');
    expect(await messenger.create(tagged, aCard(), idOf('card', '1'))).toMatchObject({ kind: 'sent' });
    const { world } = discord;
    const before = discord.channel('tagged');
    world.channels.set(before.id, {
      ...before,
      tags: before.tags?.filter(({ name }) => name === 'News') ?? [],
    });
    expect(await messenger.create(tagged, aCard(), idOf('card', '2'))).toMatchObject({ kind: 'sent' });
  });
});

describe('a post whose answer is lost', () => {
  test('is found by its key, open or closed, after a restart too, and is not posted again', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    discord.faults.add({ kind: 'drop-after', on: BEGIN });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'unknown' });
    const bare = { kind: 'found', message: forum.posts()[0]?.id, isBare: true };
    const again = await forum.restarted();
    expect(await again.findByKey(channel, key, longAgo(forum))).toEqual(bare);
    discord.closeThread(HEADLINE);
    expect(await again.findByKey(channel, key, longAgo(forum))).toEqual(bare);
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'sent' });
    expect(forum.posts()).toHaveLength(1);
  });

  test('is begun anew where it had not arrived', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    discord.faults.add({ kind: 'drop-before', on: BEGIN });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'unknown' });
    expect(await messenger.findByKey(channel, key, longAgo(forum))).toEqual({ kind: 'absent' });
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'sent' });
    expect(forum.posts()).toHaveLength(1);
  });

  test('stays in doubt, and is not posted again, while nobody can look', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    discord.faults.add({ kind: 'drop-after', on: BEGIN });
    await messenger.create(channel, aCard(), key);
    discord.denyBot('stories', ['READ_MESSAGE_HISTORY']);
    expect(await messenger.create(channel, aCard(), key)).toMatchObject({ kind: 'unknown' });
    expect(await messenger.findByKey(channel, key, longAgo(forum))).toMatchObject({ kind: 'cannot-know' });
    expect(forum.posts()).toHaveLength(1);
  });

  test('is not mistaken for another post of the bot, nor for somebody else’s', async () => {
    await using forum = await aForum();
    const { messenger, channel } = forum;
    await messenger.create(channel, aCard(), idOf('another'));
    expect(await messenger.findByKey(channel, key, longAgo(forum))).toEqual({ kind: 'absent' });
  });

  test('holds also for a digest and for a line that answers nothing', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const occasion = { kind: 'list', cardsAnHour: 6 } as const;
    const digest = composeDigest({ ...view, occasion, stories: [] });
    discord.faults.add({ kind: 'drop-after', on: BEGIN, times: 2 });
    expect(await messenger.digest(channel, digest, key)).toMatchObject({ kind: 'unknown' });
    expect(await messenger.say(channel, { line: spoke, actions: [] }, lineKey, view)).toMatchObject({
      kind: 'unknown',
    });
    expect(await messenger.digest(channel, digest, key)).toMatchObject({ kind: 'sent' });
    expect(await messenger.say(channel, { line: spoke, actions: [] }, lineKey, view)).toMatchObject({
      kind: 'sent',
    });
    expect(forum.posts()).toHaveLength(2);
  });
});

describe('a post that is edited', () => {
  test('is opened where it was closed', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    discord.closeThread(HEADLINE);
    const newer = aCard({ status: [{ kind: 'text', text: 'DENIED' }] });
    expect(await messenger.edit(channel, message, newer, key)).toEqual({ kind: 'sent', message });
    expect(await forum.seen()).toContain('DENIED');
    expect(forum.posts()[0]?.thread?.isArchived).toBe(false);
  });

  test('stays as it is where people locked it, and that is said; the forum takes others', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    discord.closeThread(HEADLINE, true);
    const locked = 'the post is locked, and only who manages threads may change that';
    expect(await messenger.edit(channel, message, aCard(), key)).toEqual({
      kind: 'window-closed',
      detail: locked,
    });
    expect(await messenger.reply(channel, message, spoke, lineKey, view)).toEqual({
      kind: 'refused',
      reason: 'invalid',
      detail: locked,
    });
  });

  test.each(['post', 'first message'])('is gone where a person deleted its %s', async (part) => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    if (part === 'post') discord.deleteChannel(HEADLINE);
    else discord.deleteMessage(message);
    expect(await messenger.edit(channel, message, aCard(), key)).toEqual({ kind: 'message-gone' });
  });
});

describe('a line about a post', () => {
  test('stands in it, opens it where it was closed, and is found again there', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    discord.closeThread(HEADLINE);
    discord.faults.add({ kind: 'drop-after', on: SAY });
    expect(await messenger.reply(channel, message, spoke, lineKey, view)).toMatchObject({ kind: 'unknown' });
    expect(forum.posts()).toHaveLength(1);
    expect(discord.messagesIn(HEADLINE).map((said) => shownBody(said).content)).toEqual([
      '',
      'Syldavia has spoken.',
    ]);
    const said = { answers: message, line: spoke, view };
    expect(await messenger.findByKey(channel, lineKey, longAgo(forum), said)).toMatchObject({
      kind: 'found',
    });
    expect(await messenger.reply(channel, message, spoke, lineKey, view)).toMatchObject({ kind: 'sent' });
    expect(discord.messagesIn(HEADLINE)).toHaveLength(2);
  });

  test('is said nowhere where the post was deleted', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    discord.deleteChannel(HEADLINE);
    expect(await messenger.reply(channel, message, spoke, lineKey, view)).toEqual({
      kind: 'refused',
      reason: 'invalid',
      detail: 'its post was deleted',
    });
    expect(forum.posts()).toEqual([]);
  });
});

describe('a forum that takes no post', () => {
  test('for want of a right, or of a tag, is told in Discord’s words', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    discord.denyBot('stories', ['SEND_MESSAGES']);
    const refused = { kind: 'refused', reason: 'not-allowed' };
    expect(await messenger.create(channel, aCard(), key)).toMatchObject(refused);
    expect(await messenger.create(channelRef(discord, 'untaggable'), aCard(), key)).toEqual({
      ...refused,
      detail: 'A tag is required to create a forum post in this channel (40067)',
    });
  });

  test('because the tag that it was to have was just taken away is tried again', async () => {
    await using forum = await aForum();
    const body = { code: 10_087, message: 'Unknown Tag' };
    forum.discord.faults.add({ kind: 'answer', status: 404, body, on: BEGIN });
    const refused = await forum.messenger.create(channelRef(forum.discord, 'tagged'), aCard(), key);
    expect(refused).toMatchObject({ kind: 'later' });
  });

  test('because nobody said which tags it has is tried again: nothing was posted', async () => {
    await using forum = await aForum();
    const { discord } = forum;
    const rest = openRest({ token: new Secret(discord.token), apiUrl: discord.apiUrl });
    const { id: botId, name: botName } = discord.world.bot;
    const known = knownChannels(rest, () => undefined);
    const messenger = forumMessenger({ rest, botId, botName, known });
    discord.faults.add({ kind: 'answer', status: 502, on: 'GET /channels/:channel', times: 9 });
    expect(await messenger.create(channelRef(discord, 'tagged'), aCard(), key)).toEqual({
      kind: 'later',
      detail: 'Discord answered 502',
    });
    expect(forum.posts()).toEqual([]);
  });

  test('because its server holds as many open posts as may be is tried again in ten minutes', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const body = { code: 160_006, message: 'Maximum number of active threads reached' };
    discord.faults.add({ kind: 'answer', status: 400, body, on: BEGIN });
    expect(await messenger.create(channel, aCard(), key)).toEqual({
      kind: 'later',
      retryAfterMs: 600_000,
      detail: 'Maximum number of active threads reached (160006)',
    });
  });

  test('because it was deleted is gone', async () => {
    await using forum = await aForum();
    forum.discord.deleteChannel('stories');
    expect(await forum.messenger.create(forum.channel, aCard(), key)).toMatchObject({ kind: 'refused' });
  });
});

describe('a post that is to be taken away', () => {
  test('goes whole where the bot manages threads', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    letManageThreads(discord);
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'removed' });
    expect(forum.posts()).toEqual([]);
  });

  test('leaves what people wrote in it, though the bot manages threads', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    const line = await messenger.reply(channel, message, spoke, lineKey, view);
    if (line.kind !== 'sent') throw new Error(`not sent: ${line.kind}`);
    discord.people.say('I was there.', { user: 'Ana', channel: HEADLINE });
    letManageThreads(discord);
    expect(await messenger.remove(channel, line.message, message)).toEqual({ kind: 'removed' });
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'removed' });
    expect(discord.readChannel(HEADLINE)).toBe('I was there.');
  });

  test('loses its first message alone where nobody can know who wrote in it', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    letManageThreads(discord, bitsOf(['READ_MESSAGE_HISTORY']));
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'removed' });
    expect(forum.posts()).toHaveLength(1);
    expect(discord.messagesIn(HEADLINE)).toEqual([]);
  });

  test('is opened where it was closed, so that its first message can go', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    discord.closeThread(HEADLINE);
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'removed' });
    expect(discord.messagesIn(HEADLINE)).toEqual([]);
  });

  test('goes by its first message where the bot does not', async () => {
    await using forum = await aForum();
    const { discord, messenger, channel } = forum;
    const message = await post(forum);
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'removed' });
    expect(discord.messagesIn(HEADLINE)).toEqual([]);
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'message-gone' });
    discord.deleteChannel(HEADLINE);
    expect(await messenger.remove(channel, message)).toEqual({ kind: 'message-gone' });
  });
});
