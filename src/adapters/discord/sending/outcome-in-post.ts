import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import {
  type EditFailure,
  outcomeOfCreating,
  outcomeOfError,
  outcomeOfRemoving,
  type SendFailure,
} from '#adapters/discord/sending/outcome-of-error.ts';
import type { RemovalOutcome } from '#channel/messenger.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** People locked the post: what is said of it stays true, and its forum takes others. */
const LOCKED = 'the post is locked, and only who manages threads may change that';

/** A server holds so many open threads, of which each closes by itself after a time (docs: topics/threads). */
const THREADS_CLOSE_MS = 10 * MINUTE_MS;

/** Names what came of a post that could not be begun. Which tag a forum asks for is its people's to say, or to ask no more. */
export function outcomeOfBeginningPost(error: unknown): SendFailure {
  const failure = outcomeOfCreating(error);
  if (failure.kind !== 'refused') return failure;
  if (codeOf(error) === RESTJSONErrorCodes.MaximumActiveThreads)
    return { kind: 'later', retryAfterMs: THREADS_CLOSE_MS, detail: failure.detail };
  // Somebody has just taken the tag away: the next try sees which there are now.
  if (codeOf(error) === RESTJSONErrorCodes.UnknownTag) return { kind: 'later', detail: failure.detail };
  return codeOf(error) === RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel
    ? { ...failure, reason: 'not-allowed' }
    : failure;
}

/** A post was closed, by time or by people: nothing in it can be edited until it is opened (docs: topics/threads). */
export const isAboutClosing = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.InvalidActionOnArchivedThread;

/** Whether the bot lacks a right for what it asked. */
export const isAboutRights = (error: unknown): boolean =>
  codeOf(error) === RESTJSONErrorCodes.MissingPermissions ||
  codeOf(error) === RESTJSONErrorCodes.MissingAccess;

/** Names what came of editing a post that could not be edited. A post that is gone is no forum that is gone. */
export function outcomeOfEditingPost(error: unknown): EditFailure {
  if (isAboutNoPost(error)) return { kind: 'message-gone' };
  return isAboutALock(error) || isAboutClosing(error)
    ? { kind: 'window-closed', detail: LOCKED }
    : outcomeOfError(error);
}

/** Names what came of opening a closed post that could not be opened. */
export const outcomeOfOpeningPost = (error: unknown): EditFailure =>
  isAboutRights(error) ? { kind: 'window-closed', detail: LOCKED } : outcomeOfEditingPost(error);

/** Names what came of a line that could not be said in a post: no other place is meant for it. */
export function outcomeOfSayingInPost(error: unknown): SendFailure {
  if (isAboutNoPost(error)) return { kind: 'refused', reason: 'invalid', detail: 'its post was deleted' };
  return isAboutALock(error)
    ? { kind: 'refused', reason: 'invalid', detail: LOCKED }
    : outcomeOfCreating(error);
}

/** Names what came of a post that could not be taken away. */
export const outcomeOfRemovingPost = (
  error: unknown,
): Exclude<RemovalOutcome, { readonly kind: 'removed' }> =>
  isAboutNoPost(error) ? { kind: 'message-gone' } : outcomeOfRemoving(error);

const isAboutNoPost = (error: unknown): boolean => codeOf(error) === RESTJSONErrorCodes.UnknownChannel;
const isAboutALock = (error: unknown): boolean => codeOf(error) === RESTJSONErrorCodes.ThreadLocked;

const codeOf = (error: unknown): number | string | undefined =>
  error instanceof DiscordAPIError ? error.code : undefined;
