import type { App } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import type { WorkspaceNotes } from '#adapters/slack/asking/workspace-notes.ts';
import type { TokenStanding } from '#adapters/slack/token-standing.ts';

/**
 * Hears when the workspace takes the app out, or its bot token back. Only a new token lets the program in again, and
 * with it a new connection begins; until then the workspace counts as left.
 */
export function hearRemoval(
  app: App,
  { home, log }: Pick<Answering, 'home' | 'log'>,
  { standing, leave }: Pick<WorkspaceNotes, 'leave'> & { readonly standing: TokenStanding },
): void {
  const hear = async (why: string): Promise<void> => {
    if (standing.refuse(why)) log.warn('slack.removed', { why });
    try {
      await leave(home.id);
    } catch (fault) {
      log.error('workspace.not_left', { workspace: home.id, platform: 'slack' }, fault);
    }
  };
  app.event('app_uninstalled', async ({ body }) => {
    if (body.team_id === home.team) await hear('app_uninstalled');
  });
  app.event('tokens_revoked', async ({ body, event }) => {
    if (body.team_id === home.team && event.tokens.bot?.includes(home.botUser)) await hear('tokens_revoked');
  });
}
