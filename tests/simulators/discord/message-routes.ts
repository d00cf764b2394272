import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { type Answer, done, invalidForm, REFUSALS, refused } from './answer.ts';
import type { Discord } from './discord.ts';
import { type Json, type Message, shownBody } from './message.ts';
import { messageProblems, SETTABLE_FLAGS } from './message-rules.ts';
import { type Limit, limitedAnswer } from './rate-limits.ts';
import { reachChannel, rightToSend } from './reach-channel.ts';
import type { RestRequest, Route } from './route.ts';
import { bySnowflake, type Snowflake } from './snowflake.ts';
import { messagePayload } from './wire.ts';
import type { Channel, World } from './world.ts';
import { addMessage, bodyFrom, isEmptyBody, pingsOf, reviseMessage } from './write-message.ts';

/** "The past few minutes" of Create Message, taken short: a bot that needs longer is wrong already. */
const NONCE_MS = 3 * MINUTE_MS;

/** Docs: resources/message, "Create Message" to "Delete Message". */
export function messageRoutes(discord: Discord): readonly Route[] {
  const path = '/channels/:channel/messages';
  const bot = { access: 'bot' } as const;
  const editsAt: EditTimes = new Map();
  return [
    { ...bot, method: 'GET', path, answer: (request) => listMessages(discord, request) },
    { ...bot, method: 'POST', path, body: 'message', answer: (request) => createMessage(discord, request) },
    { ...bot, method: 'GET', path: `${path}/:message`, answer: (request) => getMessage(discord, request) },
    {
      ...bot,
      method: 'PATCH',
      path: `${path}/:message`,
      body: 'message-edit',
      answer: (request) => editMessage(discord, editsAt, request),
    },
    {
      ...bot,
      method: 'DELETE',
      path: `${path}/:message`,
      answer: (request) => deleteMessage(discord, request),
    },
  ];
}

function createMessage(discord: Discord, { params, body: request }: RestRequest): Answer {
  const { world } = discord;
  const id = params['channel'] ?? '';
  const reach = reachChannel(world, id, [rightToSend(world, id)]);
  if (reach.kind === 'refused') return reach.answer;

  const { channel, permissions } = reach;
  if (channel.kind === 'forum') return REFUSALS.notForMessages;
  if (channel.thread?.isLocked && !mayManageThreads(world, id)) return REFUSALS.threadLocked;
  const body = bodyFrom(request);
  if (isEmptyBody(body)) return REFUSALS.emptyMessage;
  const problems = messageProblems({ request, result: body, settableFlags: SETTABLE_FLAGS.create });
  if (problems.length > 0) return invalidForm(problems);
  const known = findByNonce(world, request);
  if (known) return known.isDeleted ? REFUSALS.unknownMessage : done(messagePayload(world, known));

  const reference = referenceOf(discord, request, channel);
  if (reference.kind === 'refused') return reference.answer;
  const { answered } = reference;
  // Sending opens an archived thread again (docs: topics/threads, "Active & Archived Threads").
  if (channel.thread?.isArchived) world.channels.set(id, opened(channel, world));
  const nonce = request['nonce'] as string | number | null | undefined;
  const message = addMessage(world, {
    channel: channel.id,
    author: world.bot.id,
    body,
    pings: pingsOf(world, body, request, {
      permissions,
      guild: channel.guild,
      ...(answered && { answered }),
    }),
    ...(nonce !== undefined && nonce !== null && { nonce }),
    ...(answered && { answers: answered.id }),
  });
  return done(messagePayload(world, message));
}

const mayManageThreads = (world: World, id: Snowflake): boolean =>
  reachChannel(world, id, ['MANAGE_THREADS']).kind === 'reached';

const opened = (channel: Channel, world: World): Channel => ({
  ...channel,
  ...(channel.thread && { thread: { ...channel.thread, isArchived: false, archivedAt: world.clock() } }),
});

/** With `enforce_nonce`, what the same author sent with the same nonce is returned; in whatever channel it stands. */
function findByNonce(world: World, { nonce, enforce_nonce: isEnforced }: Json): Message | undefined {
  if (isEnforced !== true || nonce === undefined || nonce === null) return undefined;
  const since = world.clock().getTime() - NONCE_MS;
  return [...world.messages.values()].find(
    (message) => message.author === world.bot.id && message.nonce === nonce && message.at.getTime() >= since,
  );
}

type Reference =
  | { readonly kind: 'found'; readonly answered: Message | undefined }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Docs: resources/message, "Create Message": a reply needs the right to read history, and its message must be there. */
function referenceOf(discord: Discord, request: Json, channel: Channel): Reference {
  const reference = request['message_reference'] as
    | { readonly message_id: Snowflake; readonly fail_if_not_exists?: boolean }
    | null
    | undefined;
  if (!reference) return { kind: 'found', answered: undefined };
  if (reachChannel(discord.world, channel.id, ['READ_MESSAGE_HISTORY']).kind === 'refused') {
    const answer = refused(403, 160002, 'Cannot reply without permission to read message history');
    return { kind: 'refused', answer };
  }
  const answered = standing(discord.world, channel.id, reference.message_id);
  if (answered || reference.fail_if_not_exists === false) return { kind: 'found', answered };
  return {
    kind: 'refused',
    answer: invalidForm([{ path: 'message_reference', message: 'Unknown message' }]),
  };
}

/** When a channel's old messages were edited, so far as it still counts. */
type EditTimes = Map<Snowflake, readonly Date[]>;

function editMessage(discord: Discord, editsAt: EditTimes, { params, body: request }: RestRequest): Answer {
  const { world, oldEdits } = discord;
  const reach = reachChannel(world, params['channel'] ?? '', []);
  if (reach.kind === 'refused') return reach.answer;
  const message = standing(world, reach.channel.id, params['message'] ?? '');
  if (!message) return REFUSALS.unknownMessage;
  if (message.author !== world.bot.id) return REFUSALS.notTheAuthor;
  const { channel } = reach;
  if (channel.thread?.isArchived) return REFUSALS.threadArchived;
  if (channel.thread?.isLocked && !mayManageThreads(world, channel.id)) return REFUSALS.threadLocked;

  const tooMany = refuseOldEdit(world, editsAt, message, oldEdits);
  if (tooMany) return tooMany;
  const before = shownBody(message);
  const result = bodyFrom(request, before);
  const problems = messageProblems({ request, result, before, settableFlags: SETTABLE_FLAGS.edit });
  if (problems.length > 0) return invalidForm(problems);
  if (isEmptyBody(result)) return REFUSALS.emptyMessage;
  return done(messagePayload(world, reviseMessage(world, message, result)));
}

/** Code 30046 (docs: topics/opcodes-and-status-codes); how many are allowed is not published. */
function refuseOldEdit(
  world: World,
  editsAt: EditTimes,
  message: Message,
  { limit, windowMs }: Limit,
): Answer | undefined {
  const now = world.clock();
  if (now.getTime() - message.at.getTime() <= HOUR_MS) return undefined;
  const recent = (editsAt.get(message.channel) ?? []).filter((at) => now.getTime() - at.getTime() < windowMs);
  const [oldest] = recent;
  if (oldest && recent.length >= limit) {
    return limitedAnswer('user', oldest.getTime() + windowMs - now.getTime(), {
      message: 'Maximum number of edits to messages older than 1 hour reached. Try again later.',
      code: 30046,
    });
  }
  editsAt.set(message.channel, [...recent, now]);
  return undefined;
}

function deleteMessage({ world }: Discord, { params }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', []);
  if (reach.kind === 'refused') return reach.answer;
  if (reach.channel.thread?.isArchived) return REFUSALS.threadArchived;
  const message = standing(world, reach.channel.id, params['message'] ?? '');
  if (!message) return REFUSALS.unknownMessage;
  const isOwn = message.author === world.bot.id;
  if (!isOwn && reachChannel(world, reach.channel.id, ['MANAGE_MESSAGES']).kind === 'refused')
    return REFUSALS.missingPermissions;
  world.messages.set(message.id, { ...message, isDeleted: true });
  return done();
}

function getMessage({ world }: Discord, { params }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', ['READ_MESSAGE_HISTORY']);
  if (reach.kind === 'refused') return reach.answer;
  const message = standing(world, reach.channel.id, params['message'] ?? '');
  return message ? done(messagePayload(world, message)) : REFUSALS.unknownMessage;
}

/** Newest first. Who may not read the history gets an empty list, not a refusal (docs: "Get Channel Messages"). */
function listMessages({ world }: Discord, { params, query }: RestRequest): Answer {
  const reach = reachChannel(world, params['channel'] ?? '', []);
  if (reach.kind === 'refused') return reach.answer;
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) return invalidForm([{ path: 'limit', message: '1 to 100' }]);
  const anchors = ['around', 'before', 'after'].filter((name) => query.has(name));
  if (anchors.length > 1) return invalidForm([{ path: anchors.join(), message: 'mutually exclusive' }]);
  if (reachChannel(world, reach.channel.id, ['READ_MESSAGE_HISTORY']).kind === 'refused') return done([]);

  const history = [...world.messages.values()]
    .filter(({ channel }) => channel === reach.channel.id)
    .filter(({ isDeleted, seenOnlyBy }) => !isDeleted && seenOnlyBy === undefined)
    .toSorted((a, b) => bySnowflake(b.id, a.id));
  return done(pageOf(history, query, limit).map((message) => messagePayload(world, message)));
}

function pageOf(history: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const after = query.get('after');
  // After: the ones that follow directly, not the newest ones.
  if (after) return history.filter(({ id }) => bySnowflake(id, after) > 0).slice(-limit);
  const before = query.get('before');
  if (before) return history.filter(({ id }) => bySnowflake(id, before) < 0).slice(0, limit);
  const around = query.get('around');
  if (!around) return history.slice(0, limit);
  const at = history.findIndex(({ id }) => bySnowflake(id, around) <= 0);
  const start = Math.max(0, (at < 0 ? history.length : at) - Math.floor(limit / 2));
  return history.slice(start, start + limit);
}

/** A message that everybody in its channel can see. */
export const standing = (world: World, channel: Snowflake, id: Snowflake): Message | undefined => {
  const message = world.messages.get(id);
  const isThere = message?.channel === channel && !message.isDeleted && message.seenOnlyBy === undefined;
  return isThere ? message : undefined;
};
