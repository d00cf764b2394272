import type { Channel, Message, Team, World } from './world.ts';
import { contentOf } from './world.ts';

/** A message as the Web API and payloads show it; `metadata` only where it is asked for. */
export function shownMessage(
  message: Message,
  { team, world, channel }: { readonly team: Team; readonly world: World; readonly channel: Channel },
  withMetadata = false,
): Readonly<Record<string, unknown>> {
  const { text, blocks, metadata } = contentOf(message);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text,
    team: team.id,
    ...(message.user === team.botUser && { bot_id: team.botId, app_id: world.appId }),
    ...(blocks && { blocks }),
    ...(metadata && withMetadata && { metadata }),
    ...(isMarkedEdited(message) && { edited: { user: message.user, ts: message.ts } }),
    ...threadOf(message, channel),
  };
}

/** docs.slack.dev, chat.update: a message edited by `blocks` is not marked as edited. */
const isMarkedEdited = ({ versions }: Message): boolean =>
  versions.length > 1 && versions.at(-1)?.blocks === undefined;

function threadOf(message: Message, channel: Channel): Readonly<Record<string, unknown>> {
  if (message.threadTs !== undefined) {
    const subtype = message.isBroadcast ? { subtype: 'thread_broadcast' } : {};
    return { thread_ts: message.threadTs, ...subtype };
  }
  const replies = repliesTo(message.ts, channel);
  const latest = replies.at(-1);
  return latest === undefined
    ? {}
    : { thread_ts: message.ts, reply_count: replies.length, latest_reply: latest.ts };
}

/** The replies of a thread that still stand, oldest first. */
export const repliesTo = (ts: string, channel: Channel): readonly Message[] =>
  channel.messages.filter(
    ({ threadTs, deletedAt, visibleTo }) =>
      threadTs === ts && deletedAt === undefined && visibleTo === undefined,
  );
