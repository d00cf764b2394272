import type { Answer, Call, Methods } from './method.ts';
import { isSet, missingScope, pageOf, refused } from './method.ts';
import { repliesTo, shownMessage } from './shown-message.ts';
import { inWords } from './value-rules.ts';
import type { Channel, Message } from './world.ts';
import { directChannel, findChannel, findMessage } from './world.ts';

const WINDOW = ['channel', 'cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'];

/** `conversations.*`. Their scopes go by kind of channel, so each asks for its own. */
export const conversationMethods: Methods = {
  'conversations.history': { takes: WINDOW, run: (call) => inChannel(call, 'history', history) },
  'conversations.replies': { takes: [...WINDOW, 'ts'], run: (call) => inChannel(call, 'history', replies) },
  'conversations.info': {
    takes: ['channel', 'include_num_members', 'include_locale'],
    run: (call) =>
      inChannel(call, 'read', (channel) => ({ ok: true, channel: shownChannel(channel, call) }), false),
  },
  'conversations.members': {
    takes: ['channel', 'cursor', 'limit'],
    run: (call) => inChannel(call, 'read', members, false),
  },
  'conversations.list': {
    takes: ['types', 'exclude_archived', 'limit', 'cursor', 'team_id'],
    run: list,
  },
  'conversations.join': { scope: 'channels:join', takes: ['channel'], run: join },
  'conversations.open': { scope: 'im:write', takes: ['users', 'channel', 'return_im'], run: open },
};

const SCOPE_OF_KIND = { public: 'channels', private: 'groups', direct: 'im' } as const;

function inChannel(
  call: Call,
  right: 'history' | 'read',
  then: (channel: Channel, call: Call) => Answer,
  mustBeMember = true,
): Answer {
  const channel = findChannel(call.world, call.team.id, call.args['channel']);
  const isMember = channel?.members.includes(call.team.botUser) ?? false;
  if (channel === undefined || (channel.kind === 'private' && !isMember)) return refused('channel_not_found');
  const missing = missingScope(call.team, `${SCOPE_OF_KIND[channel.kind]}:${right}`);
  if (missing) return missing;
  return mustBeMember && !isMember ? refused('not_in_channel') : then(channel, call);
}

function history(channel: Channel, call: Call): Answer {
  const standing = channel.messages.filter(
    ({ deletedAt, threadTs, isBroadcast, visibleTo }) =>
      deletedAt === undefined && visibleTo === undefined && (threadTs === undefined || isBroadcast),
  );
  return messagesOf(standing.toReversed(), channel, call, 100);
}

function replies(channel: Channel, call: Call): Answer {
  const asked = findMessage(channel, call.args['ts']);
  const parent = asked?.threadTs === undefined ? asked : findMessage(channel, asked.threadTs);
  if (parent === undefined) return refused('thread_not_found');
  return messagesOf([parent, ...repliesTo(parent.ts, channel)], channel, call, 999);
}

function messagesOf(messages: readonly Message[], channel: Channel, call: Call, usual: number): Answer {
  const paged = pageOf(messages.filter(isWithin(call)), call.args, usual);
  if (paged === undefined) return refused('invalid_cursor');
  const withMetadata = isSet(call.args['include_all_metadata']);
  return {
    ok: true,
    messages: paged.page.map((message) => shownMessage(message, { ...call, channel }, withMetadata)),
    has_more: paged.next !== '',
    ...(paged.next !== '' && { response_metadata: { next_cursor: paged.next } }),
  };
}

function isWithin({ args }: Call): (message: Message) => boolean {
  const oldest = Number(args['oldest'] ?? 0);
  const latest = Number(args['latest'] ?? Number.POSITIVE_INFINITY);
  const isInclusive = isSet(args['inclusive']);
  return ({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest));
  };
}

function members(channel: Channel, call: Call): Answer {
  const paged = pageOf(channel.members, call.args, 100);
  if (paged === undefined) return refused('invalid_cursor');
  return { ok: true, members: paged.page, response_metadata: { next_cursor: paged.next } };
}

function list(call: Call): Answer {
  const { args, world, team } = call;
  const types = inWords(args['types'] ?? 'public_channel').split(',');
  const kinds = { public: 'public_channel', private: 'private_channel', direct: 'im' } as const;
  const wanted = Object.entries(kinds).filter(([, type]) => types.includes(type));
  for (const [kind] of wanted) {
    const missing = missingScope(team, `${SCOPE_OF_KIND[kind as Channel['kind']]}:read`);
    if (missing) return missing;
  }
  const seen = world.channels.filter(
    ({ kind, team: home, members, isArchived }) =>
      home === team.id &&
      wanted.some(([name]) => name === kind) &&
      (kind === 'public' || members.includes(team.botUser)) &&
      !(isArchived && isSet(args['exclude_archived'])),
  );
  const paged = pageOf(seen, args, 100);
  if (paged === undefined) return refused('invalid_cursor');
  return {
    ok: true,
    channels: paged.page.map((channel) => shownChannel(channel, call)),
    response_metadata: { next_cursor: paged.next },
  };
}

function join(call: Call): Answer {
  const { world, team, args } = call;
  const channel = findChannel(world, team.id, args['channel']);
  if (channel === undefined) return refused('channel_not_found');
  if (channel.kind !== 'public') return refused('method_not_supported_for_channel_type');
  if (channel.isArchived) return refused('is_archived');
  if (!channel.members.includes(team.botUser)) channel.members.push(team.botUser);
  return { ok: true, channel: shownChannel(channel, call) };
}

function open({ world, team, args }: Call): Answer {
  const user = world.users.find(({ id, team: home }) => id === args['users'] && home === team.id);
  if (user === undefined) return refused('user_not_found');
  return { ok: true, channel: { id: directChannel(world, team, user.id).id } };
}

const shownChannel = (channel: Channel, { team }: Call): Readonly<Record<string, unknown>> => ({
  id: channel.id,
  name: channel.name,
  is_channel: channel.kind === 'public',
  is_general: channel.isGeneral === true,
  is_group: false,
  is_im: channel.kind === 'direct',
  is_mpim: false,
  is_private: channel.kind !== 'public',
  is_archived: channel.isArchived,
  is_member: channel.members.includes(team.botUser),
  is_ext_shared: false,
  context_team_id: team.id,
  num_members: channel.members.length,
});
