import type { Platform } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { messengerByWorkspace } from '#channel/messenger-by-workspace.ts';
import { slackTokens } from '#compose/slack-tokens.ts';
import type { Config } from '#config/read-config.ts';
import type { SlackTokens } from '#config/settings.ts';
import type { WorkspaceId } from '#kernel/id.ts';
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
    const { readHome } = await import('#adapters/slack/asking/slack-home.ts');
    const open = ({ botToken }: SlackTokens) => slackClient(botToken, slackLogger(silentLog), slack.apiUrl);
    if (slack.others === undefined) return slackMessenger(open(slack));
    const messengers = new Map<WorkspaceId, Messenger>();
    for (const client of slackTokens(settings).map(open))
      messengers.set((await readHome(client)).id, slackMessenger(client));
    return messengerByWorkspace('slack', (workspace) => messengers.get(workspace));
  }
  return undefined;
}
