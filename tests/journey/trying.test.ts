import { describe, expect, test } from 'vitest';
import type { Environment } from '#config/read-secret.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Seen } from '../simulators/discord/people.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { aNewsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const BEN = { user: 'Ben', channel: 'desk' };
const BORIS = { user: 'U0BORIS', channel: 'C0DESK' };

/** A newsroom in whose archive a call stands, and a report that only names both, before anybody watches anything. */
async function anArchive(environment: Environment) {
  const room = await aNewsroom(environment);
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  room.stand.publish('courier', 'c2', 'Freedonia and Sylvania share a river', 'It is long.');
  await room.round();
  return room;
}

async function onDiscord() {
  const discord = await startDiscordSimulator();
  const room = await anArchive({ DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl });
  return {
    discord,
    room,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect(discord.violations()).toEqual([]);
    },
  };
}

async function onSlack() {
  const slack = await startSlackSimulator();
  const room = await anArchive({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  });
  const seenAfter = async (asked: Promise<Awaited<ReturnType<typeof slack.people.slash>>>) => {
    const said = await asked;
    const [reply] = await slack.until(() => said.replies().length > 0 && said.replies());
    if (reply === undefined) throw new Error('nothing was answered');
    return reply;
  };
  return {
    slack,
    room,
    slash: (words: string) => seenAfter(slack.people.slash(words, BORIS)),
    press: (button: string, ts: string) => seenAfter(slack.people.press(button, { ...BORIS, ts })),
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await slack[Symbol.asyncDispose]();
      expect(slack.violations()).toEqual([]);
    },
  };
}

function messageIn(seen: Seen): Extract<Seen, { readonly kind: 'message' }> {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen;
}

describe('a topic is tried on the archive', () => {
  test('on Discord, watched, and shown by a sample that tells why it stands there', async () => {
    await using at = await onDiscord();
    const { people } = at.discord;
    const tried = messageIn(await people.slash('watch test', { topic: TOPIC }, BEN));
    expect(tried.text).toContain('1 story, 1 article');
    expect(tried.text).toContain(
      'Missed narrowly: 1 article names Freedonia and Sylvania, but no phone call.',
    );
    expect(tried.text).toContain('“spoke by phone” (phone call)');

    const watched = messageIn(await people.press(tried.message.id, 'Yes, watch that', BEN));
    expect(watched.text).toContain(`now watches “${TOPIC}”`);
    expect(at.discord.readChannel('desk')).not.toContain(`### ${CALL}`);

    const posted = messageIn(await people.press(watched.message.id, 'Post it here as a sample', BEN));
    expect(posted.text).toContain('as a sample');
    await at.room.wait(1);
    const [card] = at.discord.messagesIn('desk').slice(-1);
    const read = at.discord.readChannel('desk');
    expect(read).toContain(CALL);
    expect(read).toContain('A sample of what this topic brings');

    const link = `https://discord.com/channels/1/${card?.channel}/${card?.id}`;
    const why = messageIn(await people.slash('story why', { link }, BEN));
    expect(why.text).toContain(`Topic “${TOPIC}”, watched since`);
  });

  test('on Slack, watched, and shown by a sample', async () => {
    await using at = await onSlack();
    const tried = await at.slash(`watch test ${TOPIC}`);
    expect(JSON.stringify(contentOf(tried))).toContain('1 story, 1 article');
    const watched = await at.press('do-0', tried.ts);
    expect(JSON.stringify(contentOf(watched))).toContain('now watches');
    const posted = await at.press('do-1', watched.ts);
    expect(JSON.stringify(contentOf(posted))).toContain('as a sample');
    await at.room.wait(1);
    const cards = at.slack.messages('C0DESK').filter(({ visibleTo }) => visibleTo === undefined);
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards[0] && contentOf(cards[0]))).toContain('A sample of what this topic brings');

    const link = `https://desk.slack.com/archives/C0DESK/p${cards[0]?.ts.replace('.', '')}`;
    expect(JSON.stringify(contentOf(await at.slash(`story why ${link}`)))).toContain('watched since');
  });
});

test('news of a story that was shown as a sample changes its one card, which is none any more', async () => {
  await using room = await anArchive({});
  const found = await room.ask('news search "spoke by phone"');
  const name = found.actions?.[0]?.command.replace('story show ', '');
  expect((await room.ask(`watch sample ${name}`)).kind).toBe('done');
  expect(await room.wait(1)).toContain('A sample of what this topic brings');

  room.stand.publish('courier', 'c3', `${CALL} for an hour`, `${CALL} on Tuesday, both capitals said.`);
  const printed = await room.round();
  expect(printed).toContain(CALL);
  expect(printed).not.toContain('A sample of');
  const { posts } = await room.readout().ledger.deliveries.countStates();
  expect(posts).toEqual({ sent: 1 });
  expect(await room.readout().ledger.subscriptions.countUnaccounted()).toBe(0);
});
