import type { Platform } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import type { Config } from '#config/read-config.ts';
import { silentLog } from '#kernel/log.ts';

/**
 * A messenger that only posts, beside a running program; absent where the platform has no token. Throws where the
 * platform does not let it in.
 */
export async function openMessenger(
  platform: Platform,
  { settings }: Config,
): Promise<Messenger | undefined> {
  const { discord, slack } = settings;
  if (platform === 'discord' && discord !== undefined) {
    const { openMessenger: openDiscord } = await import('#adapters/discord/sending/open-messenger.ts');
    return openDiscord(discord);
  }
  if (platform === 'slack' && slack !== undefined) {
    const { slackClient } = await import('#adapters/slack/slack-client.ts');
    const { slackLogger } = await import('#adapters/slack/slack-logger.ts');
    const { slackMessenger } = await import('#adapters/slack/sending/slack-messenger.ts');
    return slackMessenger(slackClient(slack.botToken, slackLogger(silentLog), slack.apiUrl));
  }
  return undefined;
}
