import type { App } from '@slack/bolt';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';

/**
 * Hears when the workspace takes the app out, or its bot token back: the set holds the workspace until then. Only a new
 * token lets the program in again, and with it a new connection begins.
 */
export function hearRemoval(app: App, home: SlackHome, log: Log): ReadonlySet<WorkspaceId> {
  const workspaces = new Set([home.id]);
  const leave = (why: string): void => {
    workspaces.delete(home.id);
    log.warn('slack.removed', { why });
  };
  app.event('app_uninstalled', ({ body }) => {
    if (body.team_id === home.team) leave('app_uninstalled');
    return Promise.resolve();
  });
  app.event('tokens_revoked', ({ body, event }) => {
    if (body.team_id === home.team && event.tokens.bot?.includes(home.botUser)) leave('tokens_revoked');
    return Promise.resolve();
  });
  return workspaces;
}
