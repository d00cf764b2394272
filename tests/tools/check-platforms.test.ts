import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { idOf } from '#kernel/id.ts';
import { configFolder } from '../config/small-config.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { type Run, runProgram } from './readout-process.ts';

const config = configFolder();
const folder = mkdtempSync(join(tmpdir(), 'readout-check-'));
const database = join(folder, 'readout.sqlite');
let discord: DiscordSimulator;
let slack: SlackSimulator;

beforeAll(async () => {
  discord = await startDiscordSimulator();
  slack = await startSlackSimulator();
  const { id, guild } = discord.channel('desk');
  await using opened = await openSqliteLedger({ file: database });
  await know(opened.ledger.workspaces, channelOf('discord', guild, id, '#desk'));
  await know(opened.ledger.workspaces, channelOf('slack', 'T0DESK', 'C0DESK', '#news'));
  await know(opened.ledger.workspaces, channelOf('slack', 'T0DESK', 'C0NEWSROOM', '#newsroom'));
});

afterAll(async () => {
  await discord[Symbol.asyncDispose]();
  await slack[Symbol.asyncDispose]();
  config[Symbol.dispose]();
  rmSync(folder, { recursive: true });
  expect([...discord.violations(), ...slack.violations()]).toEqual([]);
});

const channelOf = (
  platform: 'discord' | 'slack',
  home: string,
  address: string,
  name: string,
): ChannelRef => ({
  id: idOf('channel', platform, home, address),
  // A workspace of Slack is named with the enterprise that it may belong to.
  workspace: platform === 'slack' ? idOf('workspace', platform, '', home) : idOf('workspace', platform, home),
  platform,
  address,
  name,
});

type Workspaces = Awaited<ReturnType<typeof openSqliteLedger>>['ledger']['workspaces'];

async function know(workspaces: Workspaces, channel: ChannelRef): Promise<void> {
  const { workspace: id, platform } = channel;
  await workspaces.save({ id, platform, name: 'The Desk', languages: ['en'], zone: 'UTC' });
  await workspaces.saveChannel(channel);
}

/** Runs `readout check --post …`, which visits no feeds. */
const post = (channel: string, changes: Readonly<Record<string, string>> = {}): Promise<Run> =>
  runProgram(['check', '--post', channel], {
    environment: {
      READOUT_CONFIG: config.path,
      READOUT_DATABASE: database,
      DISCORD_TOKEN: discord.token,
      READOUT_DISCORD_API: discord.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      READOUT_SLACK_API: slack.apiUrl,
      ...changes,
    },
  });

describe('check --post', () => {
  test('tells how each platform is set up, and posts a marked card to the channel called so', async () => {
    const { status, output, complaint } = await post('desk');
    expect(output).toContain('✓ discord: The Discord token is that of Readout.');
    expect(output).toContain('✓ discord: The bot may post in #desk.');
    expect(output).toContain('✓ slack: Socket Mode is on');
    expect(output).toContain('✗ slack: The bot is not in #newsroom.\n  → Type /invite @readout there.');
    expect(output).toContain('✓ test card: a test card stands in #desk');
    expect(discord.readChannel('desk')).toContain('Test card: Readout can post here');
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  });

  test('knows a channel by the id of its platform', async () => {
    const { status, output } = await post('C0DESK');
    expect(output).toContain('✓ test card: a test card stands in #news');
    const [card] = slack.messages('C0DESK');
    expect(card && contentOf(card).text).toContain('TEST');
    expect(status).toBe(0);
  });

  test('says why a channel did not get the card', async () => {
    const { status, output } = await post('#newsroom');
    expect(output).toMatch(/✗ test card: not posted in #newsroom: .*\(not-in-channel\)\n {2}→ /);
    expect(status).toBe(1);
  });

  test('names the channels that are known where the one meant is not', async () => {
    const { status, output } = await post('#nowhere');
    expect(output).toContain('✗ test card: No channel called #nowhere is known.');
    expect(output).toContain('#news (C0DESK)');
    expect(status).toBe(1);
  });

  test('says of a token that is refused where to get another, and never prints it', async () => {
    const { status, output, complaint } = await post('desk', { DISCORD_TOKEN: 'no.such.token' });
    expect(output).toMatch(/✗ discord: Discord does not accept the token\.\n {2}→ Copy a new one/);
    expect(output).toContain('✗ test card: discord does not let us in.');
    expect(`${output}${complaint}`).not.toContain('no.such.token');
    expect(status).toBe(1);
  });
});
