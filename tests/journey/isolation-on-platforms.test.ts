import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Environment } from '#config/read-secret.ts';
import { channelRef } from '../adapters/discord/a-newsroom.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { COMPONENTS, type Message } from '../simulators/discord/message.ts';
import type { Place as Seat, Seen } from '../simulators/discord/people.ts';
import { NEWSROOM } from '../simulators/discord/world.ts';
import { addMessage } from '../simulators/discord/write-message.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { CHANGING, LOOKING, linesOf } from './tenant-table.ts';
import { filled, type Place, type Tenants, twoTenants } from './two-tenants.ts';

/** Olga owns another server, on which the bot is too. */
const OLGA: Seat = { user: 'Olga', channel: 'lobby', guild: 'Elsewhere' };
/** Cleo is on the server of the watches, and may only look. */
const CLEO: Seat = { user: 'Cleo', channel: 'desk', guild: 'Newsroom' };
const BORIS = { user: 'U0BORIS', channel: 'C0DESK' };
/** Fewer than the look-ups that a person has in a minute. */
const A_MINUTES_WORTH = 8;

const world = {
  guilds: [
    ...NEWSROOM.guilds,
    { name: 'Elsewhere', channels: [{ name: 'lobby' }], members: [{ name: 'Olga' }] },
  ],
};

let discord: DiscordSimulator;
let slack: SlackSimulator;
let tenants: Tenants;
let pressed = 0;

beforeAll(async () => {
  discord = await startDiscordSimulator({ world, patienceMs: 2_000 });
  // More is pressed here in a minute than a person presses.
  const often = { burst: 999, everyMs: 1, per: 'team' } as const;
  slack = await startSlackSimulator({ rates: { 'views.publish': often, 'views.open': often } });
  tenants = await twoTenants(deskOf(discord), tokensOf());
}, 120_000);
afterAll(async () => {
  await tenants[Symbol.asyncDispose]();
  await slack[Symbol.asyncDispose]();
  await discord[Symbol.asyncDispose]();
});

function deskOf(discord: DiscordSimulator): Place {
  const channel = channelRef(discord, 'desk');
  const { workspace: id, platform } = channel;
  return { channel, workspace: { id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' } };
}

const tokensOf = (): Environment => ({
  DISCORD_TOKEN: discord.token,
  READOUT_DISCORD_API: discord.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  READOUT_SLACK_API: slack.apiUrl,
});

/** A message with a button that holds what no button of ours would: as one who sends Discord what they like. */
function forgedButton(line: string, { channel, guild = '' }: Seat): Message {
  const home = [...discord.world.guilds.values()].find(({ name }) => name === guild);
  const found = [...discord.world.channels.values()].find(
    (one) => one.name === channel && one.guild === home?.id,
  );
  const button = { type: COMPONENTS.BUTTON, style: 2, label: 'Forged', custom_id: `do:${line}` };
  return addMessage(discord.world, {
    channel: found?.id ?? '',
    author: discord.world.bot.id,
    pings: [],
    body: {
      content: '',
      embeds: [],
      flags: 0,
      components: [{ type: COMPONENTS.ACTION_ROW, components: [button] }],
    },
  });
}

/** All that this person gets to see for pressing a button that holds the line. */
async function pressing(line: string, seat: Seat): Promise<string> {
  await aMomentLater();
  const words = filled(line, tenants.names);
  const seen = await discord.people.press(forgedButton(words, seat).id, 'Forged', seat);
  return JSON.stringify(shownTo(seen)).toLowerCase();
}

function shownTo(seen: Seen): unknown {
  switch (seen.kind) {
    case 'message':
      return seen.message;
    case 'form':
      return seen.form;
    case 'still-thinking':
      // What is shown to all stands below, and the private answer is taken away.
      return discord.people.followUps(seen.interaction);
    case 'choices':
    case 'no-response':
      throw new Error(`A button gave ${seen.kind}.`);
  }
}

async function typing(line: string): Promise<string> {
  await aMomentLater();
  const said = await slack.people.slash(filled(line, tenants.names), BORIS);
  // A slow machine says “One moment …” first, which has no blocks.
  const reply = await slack.until(() => said.replies().find((one) => contentOf(one).blocks !== undefined));
  return JSON.stringify(contentOf(reply)).toLowerCase();
}

/** All that this person gets to see for pressing a button of their Home tab that holds the line, in the window and in the channel. */
async function pressingAtHome(line: string): Promise<string> {
  await aMomentLater();
  const { views } = slack.world;
  if (views.every(({ shown }) => shown.type !== 'home')) await slack.people.openHome(BORIS.user);
  const home = await slack.until(() => views.find(({ shown }) => shown.type === 'home'));
  const value = filled(line, tenants.names);
  const button = { type: 'button', action_id: 'do-0', text: { type: 'plain_text', text: 'Forged' }, value };
  const row = { type: 'actions', block_id: `at:${BORIS.channel}:0`, elements: [button] };
  home.shown = { ...home.shown, blocks: [row] };
  const [opened, posted] = [views.length, slack.messages(BORIS.channel).length];
  await slack.people.pressInView('do-0', { view: home.id });
  const window = await slack.until(() => views[opened]);
  // The tab is shown anew when the answer stands.
  await slack.until(() => !JSON.stringify(home.shown).includes('Forged'));
  const told = slack.messages(BORIS.channel).slice(posted).map(contentOf);
  return JSON.stringify([window.shown, home.shown, told]).toLowerCase();
}

/** Lets a minute go by for whoever has asked much. */
async function aMomentLater(): Promise<void> {
  pressed += 1;
  if (pressed % A_MINUTES_WORTH === 0) await tenants.room.wait(1);
}

/** Rows of the watched server that are gone since then; its posts are sent meanwhile as they would be anyhow. */
function lostSince(before: readonly string[]): readonly string[] {
  const has = new Set(tenants.room.everyRow());
  const { channel, workspace } = tenants.theirs;
  return before.filter(
    (row) =>
      !has.has(row) &&
      !/^(?:posts|pointers) /.test(row) &&
      (row.includes(channel.id) || row.includes(workspace.id)),
  );
}

function expectNothingOfTheirs(said: string, line: string): void {
  const typed = filled(line, tenants.names).toLowerCase();
  const unknown = tenants.secrets.filter((secret) => !typed.includes(secret));
  expect(unknown.filter((secret) => said.includes(secret))).toEqual([]);
  expect(said).not.toContain('zembla reader');
}

describe('over the real SDKs', () => {
  test('the card stands on the server that watches, and is told of there', async () => {
    expect(discord.readChannel('desk')).toContain('a Zembla reader writes');
    expect(await pressing('story sources STORY', CLEO)).toContain('zembla');
  });

  test.each([...linesOf(LOOKING), ...linesOf(CHANGING)])(
    'a button that holds “%s” tells and changes nothing on another server',
    async (line) => {
      const before = tenants.room.everyRow();
      expectNothingOfTheirs(await pressing(line, OLGA), line);
      expect(lostSince(before)).toEqual([]);
    },
  );

  test.each([...linesOf(LOOKING), ...linesOf(CHANGING)])(
    '“/readout %s” tells and changes nothing on Slack',
    async (line) => {
      const before = tenants.room.everyRow();
      expectNothingOfTheirs(await typing(line), line);
      expect(lostSince(before)).toEqual([]);
    },
  );

  test.each([...linesOf(LOOKING), ...linesOf(CHANGING)])(
    'a button of the Home tab that holds “%s” tells and changes nothing on Slack',
    async (line) => {
      const before = tenants.room.everyRow();
      expectNothingOfTheirs(await pressingAtHome(line), line);
      expect(lostSince(before)).toEqual([]);
    },
  );

  test.each(linesOf(CHANGING))(
    'a button that holds “%s” changes nothing for a member who may only look',
    async (line) => {
      const before = tenants.room.everyRow();
      const said = await pressing(line, CLEO);
      expect(lostSince(before)).toEqual([]);
      expect(said).not.toContain('zembla reader');
    },
  );
});
