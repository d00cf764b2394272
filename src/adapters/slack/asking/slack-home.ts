import type { webApi } from '@slack/bolt';
import { idOf, type WorkspaceId } from '#kernel/id.ts';

/** The workspace that installed Readout, and who Readout is in it; by Slack's answer to `auth.test`. */
export type SlackHome = {
  readonly id: WorkspaceId;
  readonly team: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
  /** What is typed behind the @ to mention or invite us. */
  readonly botName: string;
  /** What the installation allows. */
  readonly scopes: readonly string[];
  /** Where its messages are linked to, such as https://desk.slack.com/. */
  readonly url?: string;
};

/** Asks Slack whose token this is. Throws Slack's own error where it is none, or Slack does not answer. */
export async function readHome(client: webApi.WebClient): Promise<SlackHome> {
  const told = await client.auth.test();
  const { team_id: team, user_id: botUser, bot_id: botId } = told;
  if (team === undefined || botUser === undefined || botId === undefined)
    throw new Error('Slack does not say whose bot this token belongs to: it must be a bot token, xoxb-…');
  return {
    id: idOf('workspace', 'slack', told.enterprise_id ?? '', team),
    team,
    name: told.team ?? team,
    botUser,
    botId,
    botName: told.user ?? 'Readout',
    scopes: told.response_metadata?.scopes ?? [],
    ...(told.url !== undefined && { url: told.url }),
  };
}
