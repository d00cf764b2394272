import { type Answer, done, invalidForm, REFUSALS, refused } from './answer.ts';
import type { Discord } from './discord.ts';
import type { Json } from './message.ts';
import { standing } from './message-routes.ts';
import { messageProblems, SETTABLE_FLAGS } from './message-rules.ts';
import { bitsOf } from './permission.ts';
import { reachChannel } from './reach-channel.ts';
import type { RestRequest, Route } from './route.ts';
import { bySnowflake, type Snowflake } from './snowflake.ts';
import { channelPayload, messagePayload } from './wire.ts';
import { type Channel, memberOf, type ThreadState, type World } from './world.ts';
import { addMessage, bodyFrom, isEmptyBody, pingsOf } from './write-message.ts';

/** Docs: topics/threads, and resources/channel from "Modify Channel" to "List Public Archived Threads". */
export function threadRoutes(discord: Discord): readonly Route[] {
  const bot = { access: 'bot' } as const;
  const path = '/channels/:channel';
  return [
    {
      ...bot,
      method: 'POST',
      path: `${path}/messages/:message/threads`,
      body: 'thread',
      answer: (request) => startThread(discord, request),
    },
    {
      ...bot,
      method: 'POST',
      path: `${path}/threads`,
      body: 'forum-post',
      answer: (request) => startPost(discord, request),
    },
    { ...bot, method: 'PATCH', path, body: 'thread-edit', answer: (request) => editThread(discord, request) },
    { ...bot, method: 'DELETE', path, answer: (request) => deleteThread(discord, request) },
    {
      ...bot,
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      answer: (request) => activeThreads(discord, request),
    },
    {
      ...bot,
      method: 'GET',
      path: `${path}/threads/archived/public`,
      answer: (request) => archivedThreads(discord, request),
    },
  ];
}

/** A thread has its first message's id (docs: resources/channel, "Start Thread from Message"). */
function startThread(discord: Discord, { params, body }: RestRequest): Answer {
  const { world } = discord;
  const reach = reachChannel(world, params['channel'] ?? '', ['CREATE_PUBLIC_THREADS']);
  if (reach.kind === 'refused') return reach.answer;
  const message = standing(world, reach.channel.id, params['message'] ?? '');
  if (!message) return REFUSALS.unknownMessage;
  if (world.channels.has(message.id))
    return refused(400, 160004, 'A thread has already been created for this message');
  const thread = addThread(discord, reach.channel, message.id, String(body['name']));
  return { status: 201, body: channelPayload(thread, world.bot) };
}

/**
 * A thread and its first message in one, with one id; the right to send is enough, and no nonce is looked at: two
 * requests are two posts (docs: "Start Thread in Forum or Media Channel"; appwrite/grafana-oncall, pull request 23).
 */
function startPost(discord: Discord, { params, body: request }: RestRequest): Answer {
  const { world } = discord;
  const reach = reachChannel(world, params['channel'] ?? '', ['SEND_MESSAGES']);
  if (reach.kind === 'refused') return reach.answer;
  const { channel: forum, permissions } = reach;
  if (forum.kind !== 'forum') return invalidForm([{ path: 'message', message: 'only in a forum' }]);
  const appliedTags = (request['applied_tags'] ?? []) as readonly Snowflake[];
  const untaggable = refusalOfTags(forum, appliedTags, permissions);
  if (untaggable !== undefined) return untaggable;
  const said = request['message'] as Json;
  const body = bodyFrom(said);
  if (isEmptyBody(body)) return REFUSALS.emptyMessage;
  const problems = messageProblems({ request: said, result: body, settableFlags: SETTABLE_FLAGS.post });
  if (problems.length > 0) return invalidForm(problems);

  const thread = addThread(discord, forum, world.newId(), String(request['name']), appliedTags);
  const message = addMessage(world, {
    id: thread.id,
    channel: thread.id,
    author: world.bot.id,
    body,
    pings: pingsOf(world, body, said, { permissions, guild: forum.guild }),
  });
  return {
    status: 201,
    body: { ...channelPayload(thread, world.bot), message: messagePayload(world, message) },
  };
}

/** Docs: resources/channel, "Start Thread in Forum or Media Channel" and "Forum Tag Object". */
function refusalOfTags(
  { needsTag, tags = [] }: Channel,
  applied: readonly string[],
  permissions: bigint,
): Answer | undefined {
  if (needsTag && applied.length === 0) return REFUSALS.tagNeeded;
  const found = applied.map((id) => tags.find((tag) => tag.id === id));
  if (found.includes(undefined)) return REFUSALS.unknownTag;
  const mayModerate = (permissions & bitsOf(['MANAGE_THREADS'])) !== 0n;
  return found.some((tag) => tag?.isModerated && !mayModerate) ? REFUSALS.missingPermissions : undefined;
}

function addThread(
  { world, dispatch }: Discord,
  parent: Channel,
  id: Snowflake,
  name: string,
  appliedTags?: readonly Snowflake[],
): Channel {
  const thread: Channel = {
    id,
    guild: parent.guild,
    name,
    kind: 'thread',
    parent: parent.id,
    overwrites: [],
    ...(appliedTags && { appliedTags }),
    thread: { owner: world.bot.id, isArchived: false, isLocked: false, archivedAt: world.clock() },
  };
  world.channels.set(id, thread);
  dispatch('THREAD_CREATE', { ...channelPayload(thread, world.bot), newly_created: true });
  return thread;
}

/** Opens an archived thread again: who may write in it may, and in a locked one who manages threads (docs: "Modify Channel"). */
function editThread({ world, dispatch, violate }: Discord, { params, body }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', ['SEND_MESSAGES_IN_THREADS']);
  if (reach.kind === 'refused') return reach.answer;
  const { channel } = reach;
  if (channel.thread === undefined || Object.keys(body).join() !== 'archived')
    violate('PATCH /channels/:channel: only threads are simulated, opened or archived');
  if (channel.thread?.isLocked && reachChannel(world, channel.id, ['MANAGE_THREADS']).kind === 'refused')
    return REFUSALS.missingPermissions;
  const changed = withState(world, channel, { isArchived: body['archived'] === true });
  dispatch('THREAD_UPDATE', channelPayload(changed, world.bot));
  return done(channelPayload(changed, world.bot));
}

/** The thread as it stands otherwise from now on. */
export function withState(
  world: World,
  channel: Channel,
  state: Partial<Pick<ThreadState, 'isArchived' | 'isLocked'>>,
): Channel {
  const before = channel.thread ?? { owner: world.bot.id, isArchived: false, isLocked: false };
  const changed = { ...channel, thread: { ...before, ...state, archivedAt: world.clock() } };
  world.channels.set(changed.id, changed);
  return changed;
}

/** Docs: "Delete/Close Channel": a thread is deleted by who manages threads, not by who began it. */
function deleteThread({ world, dispatch, violate }: Discord, { params }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', ['MANAGE_THREADS']);
  if (reach.kind === 'refused') return reach.answer;
  const { channel } = reach;
  if (channel.kind !== 'thread') violate('DELETE /channels/:channel: the bot deletes a whole channel');
  world.channels.delete(channel.id);
  dispatch('THREAD_DELETE', channelPayload(channel, world.bot));
  return done(channelPayload(channel, world.bot));
}

/** Docs: resources/guild, "List Active Guild Threads": those that the bot sees, the newest first. */
function activeThreads({ world }: Discord, { params }: RestRequest): Answer {
  const guild = params['guild'] ?? '';
  if (!memberOf(world, guild, world.bot.id)) return REFUSALS.missingAccess;
  const threads = [...world.channels.values()]
    .filter((channel) => channel.guild === guild && channel.thread?.isArchived === false)
    .filter(({ id }) => reachChannel(world, id, []).kind === 'reached')
    .toSorted((a, b) => bySnowflake(b.id, a.id));
  return done({ threads: threads.map((thread) => channelPayload(thread, world.bot)), members: [] });
}

/** Docs: "List Public Archived Threads": those archived last come first. */
function archivedThreads({ world }: Discord, { params, query }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', ['READ_MESSAGE_HISTORY']);
  if (reach.kind === 'refused') return reach.answer;
  const before = query.get('before');
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 2 && limit <= 100)) return invalidForm([{ path: 'limit', message: '2 to 100' }]);
  const all = [...world.channels.values()]
    .filter(({ parent, thread }) => parent === reach.channel.id && thread?.isArchived === true)
    .filter(({ thread }) => before === null || archivedMs(thread) < Date.parse(before))
    .toSorted((a, b) => archivedMs(b.thread) - archivedMs(a.thread));
  return done({
    threads: all.slice(0, limit).map((thread) => channelPayload(thread, world.bot)),
    members: [],
    has_more: all.length > limit,
  });
}

const archivedMs = (thread: ThreadState | undefined): number => thread?.archivedAt.getTime() ?? 0;
