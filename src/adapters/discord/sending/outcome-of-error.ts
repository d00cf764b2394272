import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { EditOutcome, Refusal, RemovalOutcome, SendOutcome } from '#channel/messenger.ts';

/** What a request that failed came to. */
export type EditFailure = Exclude<EditOutcome, { readonly kind: 'sent' }>;
/** The same of a message that was to be created: none can be too old. */
export type SendFailure = Exclude<SendOutcome, { readonly kind: 'sent' }>;

/** By Discord's own code (docs: topics/opcodes-and-status-codes, "JSON"). */
const REFUSALS: ReadonlyMap<number | string, Refusal> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'channel-gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'channel-gone'],
  [RESTJSONErrorCodes.MissingAccess, 'not-allowed'],
  [RESTJSONErrorCodes.MissingPermissions, 'not-allowed'],
]);

/** The request never left: nothing can have arrived. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The SDK forgets a token that Discord refused, and asks no more with it. */
const TOKEN_FORGOTTEN = /^Expected token to be set/;

/** Names what came of an edit that failed. Details are words of Discord's or of the network, never an address. */
export function outcomeOfError(error: unknown): EditFailure {
  if (error instanceof RateLimitError) return outcomeOfLimit(waitOf(error), error.global);
  if (error instanceof DiscordAPIError) return outcomeOfAnswer(error);
  if (error instanceof HTTPError) return { kind: 'unknown', detail: `Discord answered ${error.status}` };
  if (!(error instanceof Error)) return { kind: 'unknown', detail: String(error) };
  if (TOKEN_FORGOTTEN.test(error.message))
    return { kind: 'refused', reason: 'not-authorised', detail: 'Discord refused the token' };
  if (NEVER_LEFT.has(codeOf(error)))
    return { kind: 'later', detail: `Discord cannot be reached: ${codeOf(error)}` };
  return { kind: 'unknown', detail: `no answer: ${codeOf(error) || error.name}` };
}

/** Names what came of a message that could not be created. */
export function outcomeOfCreating(error: unknown): SendFailure {
  const outcome = outcomeOfError(error);
  switch (outcome.kind) {
    case 'window-closed':
      return { kind: 'later', detail: outcome.detail };
    // Discord says so of a nonce whose message was deleted: it stood here once, and a person took it away.
    case 'message-gone':
    case 'later':
    case 'refused':
    case 'unknown':
      return outcome;
  }
}

/** Nothing has left yet: it may be tried again, or not until somebody changes something. */
export type NotSent = Exclude<SendFailure, { readonly kind: 'unknown' }>;

/** Names what came of a message for which something was to be asked first, and got no answer. */
export function outcomeOfAsking(error: unknown): NotSent {
  const failure = outcomeOfCreating(error);
  return failure.kind === 'unknown' ? { kind: 'later', detail: failure.detail } : failure;
}

/** Names what came of a message that could not be taken away. */
export function outcomeOfRemoving(error: unknown): Exclude<RemovalOutcome, { readonly kind: 'removed' }> {
  const outcome = outcomeOfError(error);
  switch (outcome.kind) {
    case 'window-closed':
      return { kind: 'later', detail: outcome.detail };
    case 'message-gone':
    case 'later':
    case 'refused':
    case 'unknown':
      return outcome;
  }
}

/** The wait that Discord asks for, whichever limit asks longer. */
export const waitOf = (limit: Pick<RateLimitError, 'retryAfter' | 'sublimitTimeout'>): number =>
  Math.max(limit.retryAfter, limit.sublimitTimeout);

/** Discord does not always name how long: then the delivery stage takes its own measure. */
const outcomeOfLimit = (waitMs: number, isGlobal: boolean): EditFailure => ({
  kind: 'later',
  ...(waitMs > 0 && { retryAfterMs: waitMs }),
  ...(isGlobal && { isEverywhere: true }),
  detail: 'Discord asks to wait',
});

function outcomeOfAnswer({ code, status, message }: DiscordAPIError): EditFailure {
  const detail = `${message} (${code})`;
  if (status === 401) return { kind: 'refused', reason: 'not-authorised', detail };
  if (code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'message-gone' };
  if (code === RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached)
    return { kind: 'window-closed', detail };
  const reason = REFUSALS.get(code) ?? (status === 403 ? 'not-allowed' : 'invalid');
  return { kind: 'refused', reason, detail };
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';
