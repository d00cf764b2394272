import type { Problem } from './validate-body.ts';

/** What a request gets. */
export type Answer = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** All went well; no body means 204. */
export const done = (body?: unknown): Answer =>
  body === undefined ? { status: 204 } : { status: 200, body };

/** A refusal with Discord's own code (docs: topics/opcodes-and-status-codes, "JSON"). */
export const refused = (status: number, code: number, message: string): Answer => ({
  status,
  body: { message, code },
});

/** The refusals that more than one route gives. */
export const REFUSALS = {
  unauthorized: refused(401, 0, '401: Unauthorized'),
  unknownChannel: refused(404, 10003, 'Unknown Channel'),
  unknownGuild: refused(404, 10004, 'Unknown Guild'),
  unknownMember: refused(404, 10007, 'Unknown Member'),
  unknownMessage: refused(404, 10008, 'Unknown Message'),
  unknownWebhook: refused(404, 10015, 'Unknown Webhook'),
  unknownInteraction: refused(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: refused(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: refused(403, 50001, 'Missing Access'),
  notTheAuthor: refused(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: refused(400, 50006, 'Cannot send an empty message'),
  notForMessages: refused(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: refused(403, 50013, 'Missing Permissions'),
  tagNeeded: refused(400, 40067, 'A tag is required to create a forum post in this channel'),
  unknownTag: refused(404, 10087, 'Unknown Tag'),
  threadArchived: refused(400, 50083, 'Thread is archived'),
  threadLocked: refused(400, 160005, 'Thread is locked'),
  invalidWebhookToken: refused(401, 50027, 'Invalid Webhook Token'),
} as const;

/** A body that Discord does not take: each problem stands in a tree of the body's keys (docs: reference, "Error Messages"). */
export function invalidForm(problems: readonly Problem[]): Answer {
  const errors: Record<string, unknown> = {};
  for (const { path, message } of problems) {
    errors[path || 'body'] = { _errors: [{ code: 'BASE_TYPE_BAD', message }] };
  }
  return { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors } };
}

/** Refusals that tell how a thread or a forum stands, which nobody can know before: asking was no mistake. */
const BY_STATE: ReadonlySet<unknown> = new Set(
  [REFUSALS.tagNeeded, REFUSALS.threadArchived, REFUSALS.threadLocked].map(codeOf),
);

/** Whether the bot should have known better than to ask so. */
export const isMistaken = (answer: Answer): boolean => answer.status === 400 && !BY_STATE.has(codeOf(answer));

function codeOf({ body }: Answer): unknown {
  return (body as { readonly code?: unknown } | undefined)?.code;
}
