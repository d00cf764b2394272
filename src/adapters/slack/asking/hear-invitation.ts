import type { App } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { channelRef, nameOf } from '#adapters/slack/asking/slack-inbound.ts';
import type { WorkspaceNotes } from '#adapters/slack/asking/workspace-notes.ts';
import { replyLanguageOf, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { Meeting } from '#command/greet.ts';
import { idOf } from '#kernel/id.ts';

type Invited = { readonly channel: string; readonly inviter?: string };

/**
 * Hears when somebody invites us: what a channel watches, and what waits there, need nobody to ask again; and whoever
 * does so first is greeted. Slack tells no app of one workspace who installed it: who invites it comes nearest.
 */
export function hearInvitation(
  app: App,
  answering: Answering,
  { letIn, greet }: Pick<WorkspaceNotes, 'letIn' | 'greet'>,
): void {
  const { home, log } = answering;
  app.event('member_joined_channel', async ({ event, body }) => {
    if (body.team_id !== home.team || event.user !== home.botUser) return;
    try {
      await letIn(idOf('channel', 'slack', home.team, event.channel));
      log.info('slack.let_in', { channel: event.channel });
    } catch (fault) {
      log.error('slack.not_let_in', { channel: event.channel }, fault);
    }
    const meeting = await meetingOf(event, answering);
    if (meeting !== undefined) await greet(meeting);
  });
}

/** Where a greeting goes: to whoever invites, alone; where Slack names nobody, into the channel, but never #general. */
async function meetingOf(
  { channel, inviter }: Invited,
  { home, directory, languages }: Answering,
): Promise<Meeting | undefined> {
  if (inviter === undefined) {
    const place = await directory.place(channel);
    const language = replyLanguageOf(languages);
    const name = nameOf({}, place, slackWordsIn(language));
    return place?.isGeneral === false ? { channel: channelRef(home, channel, name), language } : undefined;
  }
  const person = await directory.person(inviter);
  if (person?.team !== home.team) return undefined;
  const language = replyLanguageOf([
    ...(person.language === undefined ? [] : [person.language]),
    ...languages,
  ]);
  // Slack opens the conversation with a person by their id.
  return { channel: channelRef(home, inviter, slackWordsIn(language).aConversation), language };
}
