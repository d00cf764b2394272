import { describe, expect, test } from 'vitest';
import type { Environment } from '#config/read-secret.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Message } from '../simulators/discord/message.ts';
import type { Seen } from '../simulators/discord/people.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const BEN = { user: 'Ben', channel: 'desk' };
const BORIS = { user: 'U0BORIS', channel: 'C0DESK' };

/** The program with both platforms, each in a simulator of its own. A violation of their rules fails the test. */
async function bothPlatforms(changes: Environment = {}) {
  const discord = await startDiscordSimulator();
  const slack = await startSlackSimulator();
  const room = await aNewsroom({ ...tokensOf(discord, slack), ...changes });
  return {
    discord,
    slack,
    room,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await slack[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect([...discord.violations(), ...slack.violations()]).toEqual([]);
    },
  };
}

const tokensOf = (discord: DiscordSimulator, slack: SlackSimulator): Environment => ({
  DISCORD_TOKEN: discord.token,
  READOUT_DISCORD_API: discord.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  READOUT_SLACK_API: slack.apiUrl,
});

type Both = Awaited<ReturnType<typeof bothPlatforms>>;

/** What a person in Slack sees in answer, as it arrives. */
async function slash({ slack }: Both, words: string): Promise<string> {
  const said = await slack.people.slash(words, BORIS);
  const [reply] = await slack.until(() => said.replies().length > 0 && said.replies());
  return JSON.stringify(reply && contentOf(reply));
}

/** Watches the topic on both platforms, and lets a report of the call be published. */
async function watchAndReport(both: Both): Promise<void> {
  await both.room.round();
  const watched = await both.discord.people.slash('watch add', { topic: TOPIC }, BEN);
  expect(watched).toMatchObject({ kind: 'message' });
  await slash(both, `watch add ${TOPIC}`);
  both.room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await both.room.round();
}

const cardsOnSlack = ({ slack }: Both) =>
  slack.messages('C0DESK').filter(({ visibleTo }) => visibleTo === undefined);

const lastOf = (messages: readonly Message[]): Message => {
  const last = messages.at(-1);
  if (last === undefined) throw new Error('nothing stands in the channel');
  return last;
};

type SlackButton = { readonly action_id: string };

/** Presses the button of that label, on whichever message Boris sees it, as soon as one has it. */
async function pressOnSlack({ slack }: Both, label: string): Promise<void> {
  const found = await slack.until(() => {
    const seen = slack.messages('C0DESK').flatMap((message) =>
      (contentOf(message).blocks ?? [])
        .flatMap((block) => (Array.isArray(block['elements']) ? (block['elements'] as unknown[]) : []))
        .filter((element) => JSON.stringify(element).includes(`"text":"${label}"`))
        .map((element) => ({ action: (element as SlackButton).action_id, ts: message.ts })),
    );
    return seen.length > 0 && seen;
  });
  const { action, ts } = found.at(-1)!;
  await slack.people.press(action, { ...BORIS, ts });
}

function shown(seen: Seen): { readonly id: string; readonly text: string } {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return { id: seen.message.id, text: seen.text };
}

const platformEvents = ({ logged }: Newsroom) => logged.filter((event) => event.startsWith('platform.'));

describe('with both platforms', () => {
  test('one report becomes one card in each channel that watches, also after a restart', async () => {
    await using both = await bothPlatforms();
    await watchAndReport(both);
    await both.room.restart();
    await both.room.round();
    expect(both.discord.readChannel('desk').split(`### ${CALL}`)).toHaveLength(2);
    const cards = cardsOnSlack(both);
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards[0] && contentOf(cards[0]))).toContain(CALL);
  });

  test('the button of a card tells why it stands there', async () => {
    await using both = await bothPlatforms();
    await watchAndReport(both);
    const card = lastOf(both.discord.messagesIn('desk'));
    const seen = await both.discord.people.press(card.id, 'Why?', BEN);
    expect(seen).toMatchObject({
      kind: 'message',
      text: expect.stringContaining(`Topic “${TOPIC}”, watched since`) as string,
    });

    const [onSlack] = cardsOnSlack(both);
    const pressed = await both.slack.people.press('why', { ...BORIS, ts: onSlack?.ts ?? '' });
    const [reply] = await both.slack.until(() => pressed.replies().length > 0 && pressed.replies());
    expect(JSON.stringify(reply && contentOf(reply))).toContain('“spoke by phone” (phone call)');
  });

  test('a card is removed for everybody by its menu, and what its story brings later stays away', async () => {
    await using both = await bothPlatforms();
    await watchAndReport(both);
    const { people } = both.discord;
    const card = lastOf(both.discord.messagesIn('desk'));
    const menu = shown(await people.press(card.id, 'More…', BEN));
    const asked = shown(await people.press(menu.id, 'Remove this card', BEN));
    expect(asked.text).toContain('**Remove this card from #desk?**');
    expect(shown(await people.press(asked.id, 'Remove it', BEN)).text).toContain('The card goes from #desk');

    for (const label of ['More…', 'Remove this card', 'Remove it']) await pressOnSlack(both, label);
    await both.slack.until(() =>
      both.slack
        .messages('C0DESK')
        .some((message) => JSON.stringify(contentOf(message)).includes('The card goes from')),
    );

    await both.room.wait(1);
    expect(both.discord.readChannel('desk')).not.toContain(CALL);
    expect(cardsOnSlack(both)).toEqual([]);
    both.room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
    await both.room.round();
    expect(both.discord.readChannel('desk')).not.toContain(CALL);
    expect(cardsOnSlack(both)).toEqual([]);
  });

  test('a watch on one is no watch on the other', async () => {
    await using both = await bothPlatforms();
    await both.discord.people.slash('watch add', { topic: TOPIC }, BEN);
    expect(await slash(both, 'watch list')).toContain('watches nothing yet');
    expect(await slash(both, 'status')).toContain('Discord: connected.');
  });
});

test('a platform that cannot be connected is told, and the other works', async () => {
  await using both = await bothPlatforms({ DISCORD_TOKEN: 'no.such.token' });
  expect(platformEvents(both.room).toSorted()).toEqual(['platform.connected', 'platform.not_connected']);
  const status = await slash(both, 'status');
  expect(status).toContain('Discord: not connected');
  expect(status).not.toContain('no.such.token');
});
