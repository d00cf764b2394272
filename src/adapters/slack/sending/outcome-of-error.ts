import { webApi } from '@slack/bolt';
import type { EditOutcome, Refusal, RemovalOutcome, SendOutcome } from '#channel/messenger.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** A way of sending that did not end with a message. Slack remembers none that was deleted. */
type SendFailure = Exclude<SendOutcome, { readonly kind: 'sent' } | { readonly kind: 'message-gone' }>;
type EditFailure = Exclude<EditOutcome, { readonly kind: 'sent' }>;

/** Slack's codes after which trying again is of no use until somebody changes something (docs.slack.dev, method pages). */
const REFUSALS: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ['channel_not_found', 'channel-gone'],
  ['is_archived', 'channel-gone'],
  // chat.update's word for a channel that was archived.
  ['is_inactive', 'channel-gone'],
  ['not_in_channel', 'not-in-channel'],
  ['no_permission', 'not-allowed'],
  ['missing_scope', 'not-allowed'],
  ['access_denied', 'not-allowed'],
  ['ekm_access_denied', 'not-allowed'],
  ['restricted_action', 'not-allowed'],
  ['restricted_action_read_only_channel', 'not-allowed'],
  ['restricted_action_thread_only_channel', 'not-allowed'],
  ['restricted_action_non_threadable_channel', 'not-allowed'],
  ['not_authed', 'not-authorised'],
  ['invalid_auth', 'not-authorised'],
  ['token_revoked', 'not-authorised'],
  ['token_expired', 'not-authorised'],
  ['account_inactive', 'not-authorised'],
  ['not_allowed_token_type', 'not-authorised'],
  ['msg_too_long', 'invalid'],
  ['msg_blocks_too_long', 'invalid'],
  ['invalid_blocks', 'invalid'],
  ['invalid_blocks_format', 'invalid'],
  ['invalid_arguments', 'invalid'],
  ['invalid_metadata_format', 'invalid'],
  ['invalid_metadata_schema', 'invalid'],
  ['metadata_too_large', 'invalid'],
  ['no_text', 'invalid'],
  ['message_not_found', 'invalid'],
  ['cannot_reply_to_message', 'invalid'],
]);

/** "It's possible some aspect of the operation succeeded before the error was raised", say Slack's method pages. */
const UNSETTLED: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

/** The message stands, but Slack does not let it be changed any more. */
const CLOSED: ReadonlySet<string> = new Set(['edit_window_closed', 'cant_update_message']);

/** The request never left: nobody answered at that address. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What the SDK throws after a 429 that does not say how long to wait: an error without a type. */
const UNSAID_WAIT = /^Retry header did not contain a valid timeout/;

/** How a post ended that threw `fault`. What Slack may have taken is `unknown`, never `later`: it would stand twice. */
export function failureOf(fault: unknown): SendFailure {
  if (fault instanceof webApi.WebAPIPlatformError) return platformFailure(fault);
  if (fault instanceof webApi.WebAPIRateLimitedError) {
    return {
      kind: 'later',
      retryAfterMs: fault.retryAfter * SECOND_MS,
      detail: 'Slack asks to wait (ratelimited)',
    };
  }
  if (fault instanceof webApi.WebAPIHTTPError) {
    const detail = `Slack answered with HTTP ${fault.statusCode}`;
    return fault.statusCode >= 500 ? { kind: 'unknown', detail } : { kind: 'later', detail };
  }
  if (fault instanceof webApi.WebAPIRequestError) return requestFailure(fault);
  const detail = fault instanceof Error ? fault.message : String(fault);
  if (UNSAID_WAIT.test(detail))
    return { kind: 'later', detail: 'Slack asks to wait, and does not say how long' };
  return { kind: 'unknown', detail };
}

/** How an edit ended that threw `fault`. */
export function editFailureOf(fault: unknown): EditFailure {
  const code = slackCode(fault);
  if (code === 'message_not_found') return { kind: 'message-gone' };
  if (code !== undefined && CLOSED.has(code))
    return { kind: 'window-closed', detail: `Slack edits it no more (${code})` };
  return failureOf(fault);
}

/** How taking a message away ended that threw `fault`. `cant_delete_message`: the workspace lets nobody delete. */
export function removalFailureOf(fault: unknown): Exclude<RemovalOutcome, { readonly kind: 'removed' }> {
  const code = slackCode(fault);
  if (code === 'message_not_found') return { kind: 'message-gone' };
  if (code === 'cant_delete_message' || code === 'compliance_exports_prevent_deletion')
    return { kind: 'refused', reason: 'invalid', detail: code };
  return failureOf(fault);
}

/** Slack's own code of an error, such as `not_in_channel`. */
export const slackCode = (fault: unknown): string | undefined =>
  fault instanceof webApi.WebAPIPlatformError ? fault.data.error : undefined;

function platformFailure(fault: webApi.WebAPIPlatformError): SendFailure {
  const code = fault.data.error;
  const refusal = REFUSALS.get(code);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal, detail: detailOf(fault) };
  // An answer that could not be read stands where the code should be: it says nothing about the message.
  if (!/^[a-z_]+$/.test(code)) return { kind: 'unknown', detail: 'Slack answered something unreadable' };
  if (UNSETTLED.has(code)) return { kind: 'unknown', detail: `Slack failed (${code})` };
  const { retryAfter } = fault.data.response_metadata ?? {};
  return {
    kind: 'later',
    detail: `Slack answered ${code}`,
    ...(retryAfter !== undefined && { retryAfterMs: retryAfter * SECOND_MS }),
  };
}

/** The code, and where a block is wrong Slack's own words on which. */
const detailOf = ({ data }: webApi.WebAPIPlatformError): string =>
  [data.error, ...(data.response_metadata?.messages ?? [])].join(' ');

function requestFailure({ original }: webApi.WebAPIRequestError): SendFailure {
  const { cause } = original;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (NOT_CONNECTED.has(code)) return { kind: 'later', detail: `Slack could not be reached (${code})` };
  return { kind: 'unknown', detail: `the answer of Slack was lost (${code || original.message})` };
}
