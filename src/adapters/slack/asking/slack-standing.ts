import type { SlackManagers } from '#adapters/slack/asking/slack-inbound.ts';
import type { SlackDirectory } from '#adapters/slack/slack-directory.ts';
import type { Standing } from '#command/standing.ts';

/** Whom it is asked about, in which channel, by Slack's ids. */
type Asked = { readonly user: string; readonly channel: string };

/**
 * What somebody is in a channel, under the policy of the settings: by `channel-members` whoever is in it manages it, by
 * `admins` an admin who sees it. `unknown`, where Slack does not tell, as of a private channel that we are not in.
 */
export async function slackStanding(
  { user, channel }: Asked,
  directory: SlackDirectory,
  managers: SlackManagers,
): Promise<Standing | 'unknown'> {
  const [sight, isIn] = await Promise.all([directory.sight(user, channel), directory.isIn(user, channel)]);
  if (sight !== 'sees') return sight;
  if (managers === 'admins' && (await directory.person(user))?.isAdmin === true) return 'manages';
  if (!isIn) return 'sees';
  return managers === 'channel-members' ? 'manages' : 'takes-part';
}
