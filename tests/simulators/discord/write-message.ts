import {
  allComponents,
  COMPONENTS,
  type Component,
  FLAGS,
  type Json,
  type Message,
  type MessageBody,
  shownBody,
} from './message.ts';
import { PERMISSIONS } from './permission.ts';
import type { UploadedFile } from './read-upload.ts';
import type { Snowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** A message's body as a request makes it: from nothing, or from what stood before. A field left out stays, null clears. */
export function bodyFrom(
  request: Json,
  before?: MessageBody,
  files: readonly UploadedFile[] = [],
): MessageBody {
  const kept = [...(before?.files ?? []), ...files];
  return {
    content: chosen(request['content'], before?.content, ''),
    embeds: chosen(request['embeds'], before?.embeds, []),
    components: withIds(chosen(request['components'], before?.components, [])),
    flags: chosen(request['flags'], before?.flags, 0),
    ...(kept.length > 0 && { files: kept }),
  };
}

const chosen = <T>(asked: unknown, before: T | undefined, empty: T): T =>
  asked === undefined ? (before ?? empty) : ((asked as T | null) ?? empty);

/** Nothing in it that anybody could see. */
export const isEmptyBody = ({ content, embeds, components }: MessageBody): boolean =>
  content === '' && embeds.length === 0 && components.length === 0;

/** Discord numbers the components that have no id (docs: components/reference, "Anatomy of a Component"). */
function withIds(components: readonly Component[]): readonly Component[] {
  const taken = new Set(allComponents(components).map(({ id }) => id));
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const numbered = (component: Component): Component => ({
    ...component,
    id: component.id || nextId(),
    ...(component.components && { components: component.components.map(numbered) }),
    ...(component.accessory && { accessory: numbered(component.accessory) }),
  });
  return components.map(numbered);
}

/** A new message, kept in the world. */
export function addMessage(
  world: World,
  told: Pick<Message, 'channel' | 'author' | 'pings'> & Partial<Message> & { readonly body: MessageBody },
): Message {
  const { body, ...rest } = told;
  const at = world.clock();
  const message: Message = {
    id: world.newId(),
    at,
    revisions: [{ ...body, at }],
    isThinking: false,
    isDeleted: false,
    ...rest,
  };
  world.messages.set(message.id, message);
  return message;
}

/** The message as it says something else from now on. */
export function reviseMessage(world: World, message: Message, body: MessageBody): Message {
  const kept = shownBody(message).flags & FLAGS.EPHEMERAL;
  const revised: Message = {
    ...message,
    isThinking: false,
    // What a deferred answer says first is its first revision: "thinking…" is no words of the bot's.
    revisions: [
      ...(message.isThinking ? [] : message.revisions),
      { ...body, flags: body.flags | kept, at: world.clock() },
    ],
  };
  world.messages.set(message.id, revised);
  return revised;
}

/** Whom a new message calls, after `allowed_mentions` and the bot's rights (docs: resources/message, "Allowed Mentions"). */
export function pingsOf(
  world: World,
  body: MessageBody,
  request: Json,
  around: { readonly permissions: bigint; readonly guild: Snowflake; readonly answered?: Message },
): readonly string[] {
  const allowed = request['allowed_mentions'] as AllowedMentions | null | undefined;
  const text = [body.content, ...textsOf(body)].join('\n');
  const mayCallAll = (around.permissions & PERMISSIONS.MENTION_EVERYONE) !== 0n;
  const roles = world.guilds.get(around.guild)?.roles ?? [];
  const isAllowed = (kind: 'users' | 'roles', id: string): boolean =>
    !allowed || (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);

  const users = idsIn(text, /<@!?(\d+)>/g).filter((id) => isAllowed('users', id));
  const called = idsIn(text, /<@&(\d+)>/g)
    .filter((id) => isAllowed('roles', id))
    .filter((id) => mayCallAll || roles.some((role) => role.id === id && role.isMentionable));
  const isEveryone =
    mayCallAll &&
    /@(?:everyone|here)\b/.test(text) &&
    (!allowed || (allowed.parse?.includes('everyone') ?? false));
  const isAuthorCalled = around.answered && (allowed ? allowed.replied_user === true : true);
  return [
    ...new Set([
      ...users,
      ...called,
      ...(isEveryone ? ['everyone'] : []),
      ...(isAuthorCalled && around.answered ? [around.answered.author] : []),
    ]),
  ];
}

type AllowedMentions = {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly replied_user?: boolean;
};

const textsOf = ({ components }: MessageBody): readonly string[] =>
  allComponents(components)
    .filter(({ type }) => type === COMPONENTS.TEXT)
    .map(({ content = '' }) => content);

const idsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, id = '']) => id);
