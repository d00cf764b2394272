import * as spec from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { findUnknownKeys } from './find-unknown-keys.ts';

/** What is wrong with a body, and where: `components[0].label`. */
export type Problem = { readonly path: string; readonly message: string };

/** Which description of Discord's own a body is checked by. */
export type BodyKind =
  | 'message'
  | 'message-edit'
  | 'commands'
  | 'thread'
  | 'thread-edit'
  | 'forum-post'
  | 'follow-up'
  | 'follow-up-edit'
  | 'callback-message'
  | 'callback-update'
  | 'callback-choices'
  | 'callback-modal';

const SCHEMAS: Readonly<Record<Exclude<BodyKind, 'commands'>, ZodMiniType>> = {
  message: spec.MessageCreateRequestSchema,
  'message-edit': spec.MessageEditRequestPartialSchema,
  thread: spec.CreateTextThreadWithMessageRequestSchema,
  'thread-edit': spec.UpdateThreadRequestPartialSchema,
  'forum-post': spec.CreateForumThreadRequestSchema,
  'follow-up': spec.IncomingWebhookInteractionRequestSchema,
  'follow-up-edit': spec.IncomingWebhookUpdateRequestPartialSchema,
  'callback-message': spec.CreateMessageInteractionCallbackRequestSchema,
  'callback-update': spec.UpdateMessageInteractionCallbackRequestSchema,
  'callback-choices': spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  'callback-modal': spec.ModalInteractionCallbackRequestSchema,
};

/** What discord.js itself sends though the schema has no such field. */
const SDK_HABITS: Partial<Readonly<Record<BodyKind, readonly string[]>>> = { thread: ['.type'] };

/** Checks a body by Discord's published schema (npm discord-api-spec). Discord refuses what this finds. */
export function validateBody(kind: BodyKind, body: unknown): readonly Problem[] {
  if (kind !== 'commands') return problemsBy(SCHEMAS[kind], body);
  if (!Array.isArray(body)) return [{ path: '', message: 'a list of commands was expected' }];
  return body.flatMap((command, index) =>
    problemsBy(spec.ApplicationCommandUpdateRequestSchema, asSchemaHasIt(command)).map(
      ({ path, message }) => ({
        path: `[${index}].${path}`,
        message,
      }),
    ),
  );
}

/** The keys of a body that Discord does not know. It ignores them; whoever wrote them meant something. */
export function unknownKeysOf(kind: BodyKind, body: unknown): readonly string[] {
  if (kind !== 'commands')
    return findUnknownKeys(SCHEMAS[kind], body).filter((key) => !SDK_HABITS[kind]?.includes(key));
  return (body as readonly unknown[]).flatMap((command, index) =>
    findUnknownKeys(spec.ApplicationCommandUpdateRequestSchema, asSchemaHasIt(command), `[${index}]`),
  );
}

const problemsBy = (schema: ZodMiniType, body: unknown): readonly Problem[] => {
  const result = schema.safeParse(body);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => ({ path: pathText(path), message }));
};

/** The schema types a permission set as a number, Discord's documents and its SDKs as a string of digits. */
function asSchemaHasIt(command: unknown): unknown {
  if (typeof command !== 'object' || command === null || !('default_member_permissions' in command))
    return command;
  const { default_member_permissions: permissions } = command;
  const isDigits = typeof permissions === 'string' && /^\d+$/.test(permissions);
  return isDigits ? { ...command, default_member_permissions: Number(permissions) } : command;
}

const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
