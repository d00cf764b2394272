import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { type Answer, done, invalidForm, REFUSALS } from './answer.ts';
import { type Discord, mustHave } from './discord.ts';
import { FLAGS, type Json, type Message, type MessageBody, shownBody } from './message.ts';
import { messageProblems, SETTABLE_FLAGS } from './message-rules.ts';
import { permissionsIn } from './permissions-in.ts';
import type { RestRequest, Route } from './route.ts';
import type { BodyKind } from './validate-body.ts';
import { INTERACTION_TYPES, messagePayload } from './wire.ts';
import { type Interaction, type Modal, memberOf, type World } from './world.ts';
import { addMessage, bodyFrom, isEmptyBody, pingsOf, reviseMessage } from './write-message.ts';

/** An interaction that is not answered by then is lost (docs: interactions/receiving-and-responding). */
export const FIRST_ANSWER_MS = 3 * SECOND_MS;
/** How long its token can be used for edits and follow-ups. */
const TOKEN_MS = 15 * MINUTE_MS;
const CHOICE_VALUE_LIMIT = 100;

/** Docs: interactions/receiving-and-responding, "Interaction Callback Type". */
export const CALLBACKS = {
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Which answers fit which kind of interaction. */
const FITTING: Readonly<Record<Interaction['kind'], readonly number[]>> = {
  command: [CALLBACKS.message, CALLBACKS.deferMessage, CALLBACKS.modal],
  component: [
    CALLBACKS.message,
    CALLBACKS.deferMessage,
    CALLBACKS.deferUpdate,
    CALLBACKS.update,
    CALLBACKS.modal,
  ],
  modal: [CALLBACKS.message, CALLBACKS.deferMessage, CALLBACKS.deferUpdate, CALLBACKS.update],
  autocomplete: [CALLBACKS.choices],
};

const BODY_KINDS: Readonly<Record<number, BodyKind>> = {
  [CALLBACKS.message]: 'callback-message',
  [CALLBACKS.deferMessage]: 'callback-message',
  [CALLBACKS.deferUpdate]: 'callback-update',
  [CALLBACKS.update]: 'callback-update',
  [CALLBACKS.choices]: 'callback-choices',
  [CALLBACKS.modal]: 'callback-modal',
};

/** The first answer to an interaction, and what may follow for a quarter of an hour. Both bear their secret in the path. */
export function interactionRoutes(discord: Discord): readonly Route[] {
  const link = { access: 'link' } as const;
  const path = '/webhooks/:application/:token';
  return [
    {
      ...link,
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      body: ({ type }) => BODY_KINDS[Number(type)],
      answer: (request) => firstAnswer(discord, request),
    },
    { ...link, method: 'POST', path, body: 'follow-up', answer: (request) => followUp(discord, request) },
    {
      ...link,
      method: 'GET',
      path: `${path}/messages/:message`,
      answer: (request) => getAnswer(discord, request),
    },
    {
      ...link,
      method: 'PATCH',
      path: `${path}/messages/:message`,
      body: 'follow-up-edit',
      answer: (request) => editAnswer(discord, request),
    },
    {
      ...link,
      method: 'DELETE',
      path: `${path}/messages/:message`,
      answer: (request) => deleteAnswer(discord, request),
    },
  ];
}

function firstAnswer(discord: Discord, { params, query, body }: RestRequest): Answer {
  const { world } = discord;
  const interaction = world.interactions.get(params['interaction'] ?? '');
  if (!interaction || interaction.token !== params['token']) return REFUSALS.unknownInteraction;
  if (interaction.callback !== undefined) return REFUSALS.alreadyAcknowledged;
  if (ageMs(world, interaction) > FIRST_ANSWER_MS) return REFUSALS.unknownInteraction;
  const type = Number(body['type']);
  if (!FITTING[interaction.kind].includes(type))
    return invalidForm([{ path: 'type', message: `${type} does not answer a ${interaction.kind}` }]);

  const answered = answeredWith(discord, interaction, type, (body['data'] ?? {}) as Json);
  if (answered.kind === 'refused') return answered.answer;
  world.interactions.set(interaction.id, { ...answered.interaction, callback: type });
  return query.get('with_response') === 'true'
    ? done(callbackPayload(world, answered.interaction, type))
    : done();
}

type Answered =
  | { readonly kind: 'answered'; readonly interaction: Interaction }
  | { readonly kind: 'refused'; readonly answer: Answer };

function answeredWith(discord: Discord, interaction: Interaction, type: number, data: Json): Answered {
  switch (type) {
    case CALLBACKS.choices:
      return withChoices(interaction, data);
    case CALLBACKS.modal:
      return { kind: 'answered', interaction: { ...interaction, modal: data as unknown as Modal } };
    case CALLBACKS.deferMessage:
      return withThinking(discord, interaction, data);
    case CALLBACKS.message:
      return withReply(discord, interaction, data);
    case CALLBACKS.deferUpdate:
    case CALLBACKS.update:
      return withUpdate(discord, interaction, type, data);
    default:
      throw new Error(`callback type ${type} fits no interaction`);
  }
}

function withChoices(interaction: Interaction, data: Json): Answered {
  const choices = (data['choices'] ?? []) as NonNullable<Interaction['choices']>;
  const isLong = choices.some(({ value }) => typeof value === 'string' && value.length > CHOICE_VALUE_LIMIT);
  return isLong
    ? refusal(invalidForm([{ path: 'data.choices', message: 'a value has 100 characters at most' }]))
    : { kind: 'answered', interaction: { ...interaction, choices } };
}

/** A deferred answer shows that the bot is thinking, to those who will see the answer. */
function withThinking({ world }: Discord, interaction: Interaction, data: Json): Answered {
  const flags = Number(data['flags'] ?? 0) & FLAGS.EPHEMERAL;
  const empty = { content: '', embeds: [], components: [], flags: flags | FLAGS.LOADING };
  const reply = addMessage(world, { ...toldOf(world, interaction, empty), isThinking: true });
  return { kind: 'answered', interaction: { ...interaction, reply: reply.id } };
}

function withReply({ world }: Discord, interaction: Interaction, data: Json): Answered {
  const drafted = draftAnswer(data);
  if (drafted.kind === 'refused') return drafted;
  const reply = addMessage(world, toldOf(world, interaction, drafted.body, data));
  return { kind: 'answered', interaction: { ...interaction, reply: reply.id } };
}

/** Only what came from a message's own button or form can change that message. */
function withUpdate({ world }: Discord, interaction: Interaction, type: number, data: Json): Answered {
  const source = interaction.source && world.messages.get(interaction.source);
  if (!source || source.isDeleted) return refusal(REFUSALS.unknownMessage);
  if (type === CALLBACKS.update) {
    const drafted = draftAnswer(data, shownBody(source));
    if (drafted.kind === 'refused') return drafted;
    reviseMessage(world, source, drafted.body);
  }
  return { kind: 'answered', interaction: { ...interaction, reply: source.id } };
}

function followUp({ world }: Discord, { params, body: request }: RestRequest): Answer {
  const open = openInteraction(world, params);
  if (open.kind === 'refused') return open.answer;
  const { interaction } = open;
  const drafted = draftAnswer(request);
  if (drafted.kind === 'refused') return drafted.answer;
  const message = addMessage(world, toldOf(world, interaction, drafted.body, request));
  world.interactions.set(interaction.id, {
    ...interaction,
    followUps: [...interaction.followUps, message.id],
  });
  return done(messagePayload(world, message));
}

function getAnswer({ world }: Discord, { params }: RestRequest): Answer {
  const found = findAnswer(world, params);
  return found.kind === 'refused' ? found.answer : done(messagePayload(world, found.message));
}

function editAnswer({ world }: Discord, { params, body: request, files }: RestRequest): Answer {
  const found = findAnswer(world, params);
  if (found.kind === 'refused') return found.answer;
  const drafted = draftAnswer(request, shownBody(found.message), files);
  if (drafted.kind === 'refused') return drafted.answer;
  return done(messagePayload(world, reviseMessage(world, found.message, drafted.body)));
}

function deleteAnswer({ world }: Discord, { params }: RestRequest): Answer {
  const found = findAnswer(world, params);
  if (found.kind === 'refused') return found.answer;
  world.messages.set(found.message.id, { ...found.message, isDeleted: true });
  return done();
}

type Drafted =
  | { readonly kind: 'drafted'; readonly body: MessageBody }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** What an answer would say, where Discord takes it. LOADING ends with the first words. */
function draftAnswer(request: Json, before?: MessageBody, files: RestRequest['files'] = []): Drafted {
  const said = before && { ...before, flags: before.flags & ~FLAGS.LOADING };
  const body = bodyFrom(request, said, files);
  const problems = messageProblems({
    request,
    result: body,
    settableFlags: SETTABLE_FLAGS.answer,
    ...(said && { before: said }),
  });
  if (problems.length > 0) return refusal(invalidForm(problems));
  return isEmptyBody(body) ? refusal(REFUSALS.emptyMessage) : { kind: 'drafted', body };
}

/** A message that answers an interaction: private ones are seen by the one who asked, and call nobody else. */
function toldOf(world: World, interaction: Interaction, body: MessageBody, request: Json = {}) {
  const channel = mustHave(world.channels, interaction.channel);
  const bot = memberOf(world, channel.guild, world.bot.id);
  const permissions = bot ? permissionsIn(world, bot, channel) : 0n;
  const isPrivate = (body.flags & FLAGS.EPHEMERAL) !== 0;
  return {
    channel: channel.id,
    author: world.bot.id,
    interaction: interaction.id,
    body,
    pings: isPrivate ? [] : pingsOf(world, body, request, { permissions, guild: channel.guild }),
    ...(isPrivate && { seenOnlyBy: interaction.user }),
  };
}

type Open =
  | { readonly kind: 'open'; readonly interaction: Interaction }
  | { readonly kind: 'refused'; readonly answer: Answer };

function openInteraction(world: World, { application, token }: Readonly<Record<string, string>>): Open {
  const interaction = [...world.interactions.values()].find((one) => one.token === token);
  if (!interaction || application !== world.bot.id || interaction.callback === undefined)
    return refusal(REFUSALS.unknownWebhook);
  if (ageMs(world, interaction) > TOKEN_MS) return refusal(REFUSALS.invalidWebhookToken);
  return { kind: 'open', interaction };
}

type FoundAnswer =
  | { readonly kind: 'found'; readonly message: Message }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** `@original` is the first answer, or the button's message where that was changed. */
function findAnswer(world: World, params: Readonly<Record<string, string>>): FoundAnswer {
  const open = openInteraction(world, params);
  if (open.kind === 'refused') return open;
  const { reply, followUps } = open.interaction;
  const asked = params['message'] === '@original' ? reply : params['message'];
  const message = [reply, ...followUps].includes(asked) ? world.messages.get(asked ?? '') : undefined;
  return message && !message.isDeleted ? { kind: 'found', message } : refusal(REFUSALS.unknownMessage);
}

/** Docs: interactions/receiving-and-responding, "Interaction Callback Response Object". */
function callbackPayload(world: World, interaction: Interaction, type: number): Json {
  const message = interaction.reply ? world.messages.get(interaction.reply) : undefined;
  const isPrivate = message?.seenOnlyBy !== undefined;
  return {
    interaction: {
      id: interaction.id,
      type: INTERACTION_TYPES[interaction.kind],
      channel_id: interaction.channel,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: message.isThinking,
        response_message_ephemeral: isPrivate,
      }),
    },
    resource: { type, ...(message && { message: messagePayload(world, message) }) },
  };
}

const refusal = (answer: Answer) => ({ kind: 'refused', answer }) as const;

const ageMs = (world: World, { at }: Interaction): number => world.clock().getTime() - at.getTime();
