import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { idOf } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import { configFolder } from '../config/small-config.ts';
import { aCard } from '../delivery/owed.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { startProgram } from './readout-process.ts';

test('the program connects both platforms before it is ready, and ends at once when it is asked to', async () => {
  // Feeds that are never reached: nothing listens there.
  using config = configFolder();
  await using discord = await startDiscordSimulator();
  await using slack = await startSlackSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'readout-platforms-'));
  const child = startProgram([], {
    READOUT_CONFIG: config.path,
    READOUT_DATABASE: join(folder, 'readout.sqlite'),
    DISCORD_TOKEN: discord.token,
    READOUT_DISCORD_API: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  });
  // Also when the test gives up waiting.
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const events: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const { event } = JSON.parse(line) as { readonly event: string };
    events.push(event);
    expect(line).not.toContain(discord.token);
    if (event === 'program.ready') child.kill('SIGTERM');
  }
  expect(events.filter((one) => one === 'platform.connected')).toHaveLength(2);
  expect(events.lastIndexOf('platform.connected')).toBeLessThan(events.indexOf('program.ready'));
  expect(events.at(-1)).toBe('program.stopped');
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect([...discord.violations(), ...slack.violations()]).toEqual([]);
});

test('what is being sent when it is asked to end is brought home, and nothing more is begun', async () => {
  using config = configFolder();
  await using discord = await startDiscordSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'readout-ending-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'readout.sqlite');
  const stories = ['first', 'second'].map((id) => id as StoryId);
  const desk = await oweDesk(file, discord, stories);
  discord.faults.add({ kind: 'delay', ms: 2_000, on: SENDING });

  const child = startProgram([], {
    READOUT_CONFIG: config.path,
    READOUT_DATABASE: file,
    DISCORD_TOKEN: discord.token,
    READOUT_DISCORD_API: discord.apiUrl,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stderr.resume();
  const sent = () => discord.served.filter(({ route }) => route === SENDING);
  await using database = await openSqliteLedger({ file });
  const { deliveries } = database.ledger;
  const states = () =>
    Promise.all(stories.map(async (story) => (await deliveries.findPost(desk.id, story))?.state));
  await expect.poll(states, { timeout: 30_000, interval: 20 }).toContain('sending');
  expect(sent()).toEqual([]);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);

  expect(sent()).toHaveLength(1);
  const left = Map.groupBy(await states(), (state) => state);
  expect(new Set(left.keys())).toEqual(new Set(['pending', 'sent']));
  expect(await database.lease.current()).toBeUndefined();
});

const SENDING = 'POST /channels/:channel/messages';

/** Owes #desk a card for each of these stories. */
async function oweDesk(
  file: string,
  { world }: DiscordSimulator,
  stories: readonly StoryId[],
): Promise<ChannelRef> {
  const found = [...world.channels.values()].find(({ name }) => name === 'desk');
  if (found === undefined) throw new Error('There is no #desk.');
  const desk: ChannelRef = {
    id: idOf('channel', 'discord', found.guild, found.id),
    workspace: idOf('workspace', 'discord', found.guild),
    platform: 'discord',
    address: found.id,
    name: '#desk',
  };
  await using database = await openSqliteLedger({ file });
  await database.ledger.transaction(async ({ workspaces, deliveries }) => {
    const { workspace: id, platform } = desk;
    await workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
    await workspaces.saveChannel(desk);
    for (const story of stories) {
      const card = aCard({ headline: `What the ${story} story tells` });
      await oweCard(deliveries, { channel: desk, story, card, cardHash: 'x', changes: [], now: new Date() });
    }
  });
  return desk;
}
