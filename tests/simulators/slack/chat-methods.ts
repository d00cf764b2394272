import type { Answer, Call, Methods } from './method.ts';
import { isSet, refused } from './method.ts';
import { readContent } from './read-content.ts';
import { repliesTo, shownMessage } from './shown-message.ts';
import { inWords, lengthOf } from './value-rules.ts';
import type { Channel, Content, Message } from './world.ts';
import { contentOf, directChannel, findChannel, findMessage, momentOfTs, nextTs } from './world.ts';

const CONTENT = ['text', 'blocks', 'metadata', 'parse', 'link_names'];

/** `chat.*`: docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
export const chatMethods: Methods = {
  'chat.postMessage': {
    scope: 'chat:write',
    takes: [
      ...CONTENT,
      'channel',
      'thread_ts',
      'reply_broadcast',
      'unfurl_links',
      'unfurl_media',
      'mrkdwn',
      'client_msg_id',
    ],
    run: postMessage,
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    takes: [...CONTENT, 'channel', 'user', 'thread_ts'],
    run: postEphemeral,
  },
  'chat.update': {
    scope: 'chat:write',
    takes: [...CONTENT, 'channel', 'ts', 'reply_broadcast', 'unfurl_links', 'unfurl_media'],
    run: update,
  },
  'chat.delete': { scope: 'chat:write', takes: ['channel', 'ts'], run: remove },
  'chat.getPermalink': { takes: ['channel', 'message_ts'], run: permalink },
};

function postMessage(call: Call): Answer {
  const { args, world, team } = call;
  const target = channelToPostIn(call);
  if ('error' in target) return target;
  const reading = readContent(args);
  if (reading.kind === 'refused') return refusedContent(call, reading.error, reading.details);
  sayWhatIsUnkind(call, reading.content);
  const threadTs = threadFor(call, target);

  const message = newMessage(call, reading.content, {
    ...(threadTs !== undefined && { threadTs }),
    isBroadcast: threadTs !== undefined && isSet(args['reply_broadcast']),
  });
  target.messages.push(message);
  const shown = shownMessage(message, { team, world, channel: target }, true);
  return { ok: true, channel: target.id, ts: message.ts, message: shown };
}

function postEphemeral(call: Call): Answer {
  const target = channelToPostIn(call);
  if ('error' in target) return target;
  const user = String(call.args['user']);
  if (!target.members.includes(user)) return refused('user_not_in_channel');
  const reading = readContent(call.args);
  if (reading.kind === 'refused') return refusedContent(call, reading.error, reading.details);
  const message = newMessage(call, reading.content, { isBroadcast: false, visibleTo: user });
  target.messages.push(message);
  return { ok: true, message_ts: message.ts };
}

function update(call: Call): Answer {
  const { args, team, world, now } = call;
  const found = messageToChange(call, 'cant_update_message');
  if ('error' in found) return found;
  const { channel, message } = found;
  if (channel.isArchived) return refused('is_inactive');
  const ageMs = now.getTime() - momentOfTs(message.ts).getTime();
  if (team.editWindowMs !== undefined && ageMs > team.editWindowMs) return refused('edit_window_closed');

  const before = contentOf(message);
  const reading = readContent(withWhatStays(args, before));
  if (reading.kind === 'refused') return refusedContent(call, reading.error, reading.details);
  sayWhatIsUnkind(call, reading.content);
  message.versions.push({ ...reading.content, at: now.toISOString() });
  const shown = shownMessage(message, { team, world, channel }, true);
  return { ok: true, channel: channel.id, ts: message.ts, text: reading.content.text, message: shown };
}

/** docs.slack.dev, chat.update: blocks stay only where no text is sent, metadata wherever none is sent. */
const withWhatStays = (args: Call['args'], before: Content): Call['args'] => ({
  ...args,
  metadata: args['metadata'] ?? before.metadata,
  ...(args['blocks'] === undefined && args['text'] === undefined && { ...before }),
});

function remove(call: Call): Answer {
  const found = messageToChange(call, 'cant_delete_message');
  if ('error' in found) return found;
  found.message.deletedAt = call.now.toISOString();
  return { ok: true, channel: found.channel.id, ts: found.message.ts };
}

function permalink(call: Call): Answer {
  const channel = visibleChannel(call);
  if (channel === undefined) return refused('channel_not_found');
  const message = findMessage(channel, call.args['message_ts']);
  if (message === undefined) return refused('message_not_found');
  const link = `https://${call.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  return { ok: true, channel: channel.id, permalink: link };
}

/** A private channel without the app is, to the app, not there. */
function visibleChannel({ world, team, args }: Call): Channel | undefined {
  const channel = findChannel(world, team.id, args['channel']);
  const isHidden = channel?.kind === 'private' && !channel.members.includes(team.botUser);
  return isHidden ? undefined : channel;
}

function channelToPostIn(call: Call): Channel | (Answer & { readonly error: string }) {
  const { world, team, args } = call;
  const user = world.users.find(({ id, team: home }) => id === args['channel'] && home === team.id);
  const channel = user ? directChannel(world, team, user.id) : visibleChannel(call);
  if (channel === undefined) return { ok: false, error: 'channel_not_found' };
  if (channel.isArchived) return { ok: false, error: 'is_archived' };
  const mayPost = channel.members.includes(team.botUser) || team.scopes.includes('chat:write.public');
  return mayPost ? channel : { ok: false, error: 'not_in_channel' };
}

function messageToChange(
  call: Call,
  notOurs: string,
): { readonly channel: Channel; readonly message: Message } | (Answer & { readonly error: string }) {
  const channel = visibleChannel(call);
  if (channel === undefined) return { ok: false, error: 'channel_not_found' };
  const message = findMessage(channel, call.args['ts']);
  if (message === undefined) return { ok: false, error: 'message_not_found' };
  const isOurs = message.user === call.team.botUser && message.visibleTo === undefined;
  return isOurs ? { channel, message } : { ok: false, error: notOurs };
}

/**
 * The thread that a post goes to. A parent that was deleted before anybody answered has none: Slack then refuses
 * nothing and posts into the channel, with no `thread_ts` in its answer (slack-go/slack#1571, PostHog/posthog#83601).
 */
function threadFor(call: Call, channel: Channel): string | undefined {
  const asked = call.args['thread_ts'];
  if (asked === undefined) return undefined;
  const ts = inWords(asked);
  if (findMessage(channel, ts)?.threadTs !== undefined)
    call.violate('thread_ts of a reply, not of its parent');
  const isThread = findMessage(channel, ts) !== undefined || repliesTo(ts, channel).length > 0;
  return isThread ? ts : undefined;
}

const newMessage = (
  { world, team, now }: Call,
  content: Content,
  more: Pick<Message, 'isBroadcast'> & Partial<Message>,
): Message => ({
  ts: nextTs(world, now),
  user: team.botUser,
  versions: [{ ...content, at: now.toISOString() }],
  ...more,
});

function refusedContent(call: Call, error: string, details: readonly string[]): Answer {
  call.violate([error, ...details].join('; '));
  return refused(error, {
    errors: details,
    response_metadata: { messages: details.map((detail) => `[ERROR] ${detail}`) },
  });
}

/** What Slack takes and people should not get: blocks that no notification and no screen reader can say. */
function sayWhatIsUnkind(call: Call, { text }: Content): void {
  if (text.trim() === '') call.violate('no text beside the blocks: notifications and screen readers read it');
  if (lengthOf(text) > 4000) call.violate('text of more than 4000 characters: Slack advises less');
}
