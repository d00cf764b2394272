import type { FeedRecord, Validators } from '#feed/feed.ts';
import type { FeedVisit, RevisitHints, VisitFailure } from '#feed/feed-visit.ts';
import { isGone } from '#feed/is-gone.ts';
import type { OutletKind } from '#feed/outlet.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';

/** What decides when to come back, besides the visit itself. */
export type Cadence = {
  readonly now: Date;
  readonly kind: OutletKind;
  /** A story opened less than six hours ago that waits for this outlet's side. */
  readonly isAwaited: boolean;
  /** What the server and the document ask. */
  readonly hints: RevisitHints;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
};

type Past = Pick<FeedRecord, 'failuresInARow' | 'failingSince' | 'usualNewItems' | 'lastNewAt' | 'vitals'>;

/** How often a feed is read when nobody asks for anything else. */
export const STEADY_MS = 10 * MINUTE_MS;
const AWAITED_MS = 5 * MINUTE_MS;
const USER_ADDED_MS = HOUR_MS;
/** Each visit is sent the whole document again. */
const WHOLE_DOCUMENT_MS = HOUR_MS;
const LONGEST_MS = DAY_MS;
const AFTER_SKIPPED_MS = 10 * MINUTE_MS;
/** So that feeds listed together do not come due together. */
const JITTER = 0.1;
/** No visit is ever planned further ahead: a record that says so was written by a clock that has been set back since. */
export const FARTHEST_VISIT_MS = LONGEST_MS * (1 + JITTER);

/**
 * When a feed is due again. What server and document ask wins over our own pace, up to a day; failures make visits
 * ever rarer. `failuresInARow` counts the failure of this visit.
 */
export function nextVisitAt(visit: FeedVisit, record: Past, cadence: Cadence): Date {
  const paceMs =
    visit.kind === 'failed'
      ? failingMs(visit.reason, record, cadence)
      : readingMs(visit.validators, record, cadence);
  const jittered = paceMs * (1 + JITTER * (2 * cadence.random() - 1));
  const askedMs = Math.max(cadence.hints.notBeforeMs ?? 0, (cadence.hints.ttlMinutes ?? 0) * MINUTE_MS);
  const waitMs = Math.min(LONGEST_MS, Math.max(jittered, askedMs));
  return afterSkippedHours(new Date(cadence.now.getTime() + waitMs), cadence);
}

/** A feed that cannot be asked “has it changed?” costs its publisher a whole document each time, and is read hourly. */
function readingMs(validators: Validators, record: Past, cadence: Cadence): number {
  const steady = steadyMs(record, cadence);
  const isAlwaysWhole = validators.etag === undefined && validators.lastModified === undefined;
  return isAlwaysWhole && !isPrompt(cadence.kind) ? Math.max(WHOLE_DOCUMENT_MS, steady) : steady;
}

/** What they publish is waited for, however it is served and however rarely it comes. */
function isPrompt(kind: OutletKind): boolean {
  switch (kind) {
    case 'official':
    case 'wire':
      return true;
    case 'media':
    case 'analysis':
    case 'unverified':
      return false;
  }
}

/**
 * A feed that users added is read every hour, and up to every ten minutes where a visit usually brings much; hourly
 * again once it publishes rarely, or falls silent.
 */
function steadyMs(record: Past, { kind, isAwaited, now }: Cadence): number {
  switch (kind) {
    case 'official':
    case 'wire':
      return isAwaited ? AWAITED_MS : STEADY_MS;
    case 'media':
    case 'analysis':
      return STEADY_MS;
    case 'unverified':
      return publishesRarely(record, now)
        ? USER_ADDED_MS
        : Math.max(STEADY_MS, USER_ADDED_MS / (1 + record.usualNewItems));
  }
}

/** A day or more lies between two sittings, as a rule or just now. */
function publishesRarely({ vitals, lastNewAt }: Past, now: Date): boolean {
  const silentMs = lastNewAt === undefined ? 0 : now.getTime() - Date.parse(lastNewAt);
  return Math.max(vitals?.rhythmMs ?? 0, silentMs) >= DAY_MS;
}

function failingMs(reason: VisitFailure, record: Past, cadence: Cadence): number {
  if (isGone(reason, record, cadence.now)) return LONGEST_MS;
  const doubledMs = steadyMs(record, cadence) * 2 ** Math.min(record.failuresInARow, 20);
  return Math.min(rarestMs(reason), doubledMs);
}

/** What passes by itself is tried at least hourly; what somebody must mend, more rarely. */
function rarestMs(reason: VisitFailure): number {
  switch (reason) {
    case 'unreachable':
    case 'timeout':
    case 'server-error':
      return HOUR_MS;
    case 'refused':
    case 'not-found':
    case 'too-large':
    case 'bad-redirect':
    case 'forbidden-address':
    case 'bad-answer':
    case 'not-a-feed':
      return 6 * HOUR_MS;
    case 'too-many-requests':
    case 'gone':
      return LONGEST_MS;
  }
}

/**
 * RSS `skipHours` and `skipDays`: some moment in the first hour from `wanted` on that is not skipped, so that feeds
 * which skip the same hours do not all come due on the stroke; after a day of skipped hours it is read all the same.
 */
function afterSkippedHours(wanted: Date, { now, hints, random }: Cadence): Date {
  const { skipHours = [], skipDays = [] } = hints;
  const latest = new Date(now.getTime() + LONGEST_MS);
  const isSkipped = (at: Date) => skipHours.includes(at.getUTCHours()) || skipDays.includes(at.getUTCDay());
  if (!isSkipped(wanted)) return wanted;

  let hour = wanted;
  while (isSkipped(hour) && hour < latest)
    hour = new Date(Math.floor(hour.getTime() / HOUR_MS + 1) * HOUR_MS);
  const at = new Date(hour.getTime() + random() * AFTER_SKIPPED_MS);
  return at < latest ? at : latest;
}
