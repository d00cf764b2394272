import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aHost, type Host } from '../faults/a-host.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';

const LIST_MODULES = new URL('../faults/list-modules.ts', import.meta.url).href;
const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The npm packages of which the running program loads anything until it is ready, with these tokens. */
async function packagesLoaded(tokens: Host['environment']): Promise<ReadonlySet<string | undefined>> {
  await using host = aHost({ courier: 'https://courier.example/feed' });
  const file = `${host.database}.modules`;
  const instance = host.start({
    ...tokens,
    NODE_OPTIONS: `--import=${LIST_MODULES}`,
    MODULES_FILE: file,
  });
  const log = await instance.log.until('program.ready');
  const connected = log.split('platform.connected').length - 1;
  expect(connected).toBe(Object.keys(tokens).filter((name) => name.endsWith('_API')).length);
  await instance.end();
  const modules = readFileSync(file, 'utf8').split('\n');
  return new Set(modules.map((module) => PACKAGE.exec(module)?.[1]));
}

describe.concurrent('the running program loads', { timeout: 40_000 }, () => {
  test('no SDK where no platform has its tokens', async () => {
    const packages = await packagesLoaded({});
    expect(packages).toContain('kysely');
    expect(packages).not.toContain('discord.js');
    expect(packages).not.toContain('@slack/bolt');
  });

  test('only the SDK of Discord where only Discord has its token', async () => {
    await using discord = await startDiscordSimulator();
    const packages = await packagesLoaded({
      DISCORD_TOKEN: discord.token,
      READOUT_DISCORD_API: discord.apiUrl,
    });
    expect(packages).toContain('discord.js');
    expect(packages).not.toContain('@slack/bolt');
  });

  test('only the SDK of Slack where only Slack has its tokens', async () => {
    await using slack = await startSlackSimulator();
    const packages = await packagesLoaded({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      READOUT_SLACK_API: slack.apiUrl,
    });
    expect(packages).toContain('@slack/bolt');
    expect(packages).not.toContain('discord.js');
  });
});
