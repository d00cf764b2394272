import type { App } from '@slack/bolt';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import { type ChannelId, idOf } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';

/** Told when we are let into a channel. */
export type LetIn = (channel: ChannelId) => Promise<void>;

/** Hears when somebody invites us: what a channel watches, and what waits there, need nobody to ask again. */
export function hearInvitation(
  app: App,
  home: SlackHome,
  { letIn, log }: { readonly letIn: LetIn; readonly log: Log },
): void {
  app.event('member_joined_channel', async ({ event, body }) => {
    if (body.team_id !== home.team || event.user !== home.botUser) return;
    try {
      await letIn(idOf('channel', 'slack', home.team, event.channel));
      log.info('slack.let_in', { channel: event.channel });
    } catch (fault) {
      log.error('slack.not_let_in', { channel: event.channel }, fault);
    }
  });
}
