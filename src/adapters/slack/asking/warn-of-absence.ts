import { invitation } from '#adapters/slack/asking/invitation.ts';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { Reply } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';

/**
 * A reply that says first that no card can come to a channel in which we are not: what was changed there is saved all
 * the same, and is taken up when somebody invites us. Who watched something can ask whether we are there now.
 */
export function warnOfAbsence(
  reply: Reply,
  { asked, channel }: Pick<Inbound, 'asked' | 'channel'>,
  { home, words }: { readonly home: SlackHome; readonly words: SlackWords },
): Reply {
  const wanted = topicToWatch(asked);
  const isOfConcern = reply.kind === 'done' || (wanted !== undefined && reply.kind === 'answer');
  if (!isOfConcern) return reply;
  const again = wanted === undefined ? [] : [{ label: words.tryAgain, command: `watch add ${wanted.line}` }];
  return {
    ...reply,
    lines: [invitation(channel.name, home, words), ...reply.lines],
    actions: [...again, ...(reply.actions ?? [])],
  };
}
