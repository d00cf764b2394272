import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { configFolder } from '../config/small-config.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
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
