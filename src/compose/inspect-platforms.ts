import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';
import type { Config } from '#config/read-config.ts';

/** What looking at one platform showed. */
export type PlatformFindings = {
  readonly platform: Platform;
  readonly findings: readonly SetUpFinding[];
};

/** Looks at each platform that has a token, and at our rights in these channels; opens no connection and posts nothing. */
export async function inspectPlatforms(
  { settings }: Config,
  channels: readonly ChannelRef[],
): Promise<readonly PlatformFindings[]> {
  const { discord, slack } = settings;
  const on = (platform: Platform) => channels.filter((channel) => channel.platform === platform);
  const found: PlatformFindings[] = [];
  if (discord !== undefined) {
    const { inspectDiscord } = await import('#adapters/discord/inspect-discord.ts');
    const findings = await inspectDiscord({ ...discord, channels: on('discord') });
    found.push({ platform: 'discord', findings });
  }
  if (slack !== undefined) {
    const { inspectSlack } = await import('#adapters/slack/inspect-slack.ts');
    found.push({ platform: 'slack', findings: await inspectSlack({ ...slack, channels: on('slack') }) });
  }
  return found;
}
