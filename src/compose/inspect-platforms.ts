import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';
import { slackTokens } from '#compose/slack-tokens.ts';
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
  for (const tokens of slackTokens(settings)) {
    const { inspectSlack } = await import('#adapters/slack/inspect-slack.ts');
    const findings = await inspectSlack({ ...slack, ...tokens, channels: on('slack') });
    found.push({ platform: 'slack', findings });
  }
  return found;
}
