import type { FeedRecord } from '#feed/feed.ts';
import type { VisitFailure } from '#feed/feed-visit.ts';
import { isGone } from '#feed/is-gone.ts';
import { DAY_MS } from '#kernel/clock.ts';

/** A feed that brings nothing: since when, how often it was asked in vain, and why. Times are ISO 8601 in UTC. */
type Failing = {
  readonly since: string;
  readonly tries: number;
  readonly reason: VisitFailure;
  /** The status it answered with, where it answered. */
  readonly status?: number;
};

/** How a feed is. What is graver hides what is less: a feed that fails and is parked as well, fails. */
export type FeedHealth =
  | { readonly kind: 'not-read-yet' }
  /** It is published no more. */
  | ({ readonly kind: 'gone' } & Failing)
  /** It answers, and refuses us: by a status, or by a page that asks whether we are human. */
  | ({ readonly kind: 'blocked' } & Failing)
  | ({ readonly kind: 'failing' } & Failing)
  /** The flood rule holds items of it back, until a person decides. */
  | { readonly kind: 'parked'; readonly since: string }
  /** It answers with a document that holds no items. */
  | { readonly kind: 'empty'; readonly readAt: string }
  /** It answers, with nothing new for five times as long as it usually takes. */
  | { readonly kind: 'stale'; readonly newestAt: string; readonly rhythmMs: number }
  /** It is read under another address than the one it is listed under, which leads there for good. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'well'; readonly newestAt?: string };

const STALE_AFTER_RHYTHMS = 5;
/** A weekend says nothing. */
const NEVER_STALE_BEFORE_MS = 2 * DAY_MS;
/** Unauthorised, forbidden, not here for legal reasons; other refusals are about the address or the request. */
const REFUSING = new Set([401, 403, 451]);

/** How a feed is, by what is remembered of it. `listedUrl` is where the catalogue has it. */
export function healthOf(record: FeedRecord, now: Date, listedUrl = record.url): FeedHealth {
  if (record.failingSince !== undefined) return failingHealth(record, record.failingSince, now);
  if (record.lastReadAt === undefined) return { kind: 'not-read-yet' };
  if (record.parkedSince !== undefined) return { kind: 'parked', since: record.parkedSince };
  if (record.vitals?.items === 0) return { kind: 'empty', readAt: record.lastReadAt };

  const newestAt = newestOf(record);
  const rhythmMs = record.vitals?.rhythmMs;
  if (newestAt !== undefined && rhythmMs !== undefined && isStale(newestAt, rhythmMs, now)) {
    return { kind: 'stale', newestAt, rhythmMs };
  }
  const to = record.movedTo ?? record.url;
  if (to !== listedUrl) return { kind: 'moved', to };
  return { kind: 'well', ...(newestAt !== undefined && { newestAt }) };
}

/** Whether what its publisher has to say reaches us; a feed that moved, or is parked, is read. */
export function isRead({ kind }: FeedHealth): boolean {
  switch (kind) {
    case 'not-read-yet':
    case 'gone':
    case 'blocked':
    case 'failing':
      return false;
    case 'parked':
    case 'empty':
    case 'stale':
    case 'moved':
    case 'well':
      return true;
  }
}

function failingHealth(record: FeedRecord, since: string, now: Date): FeedHealth {
  const { failure: reason = 'unreachable', status } = record.vitals ?? {};
  const failing = {
    since,
    tries: record.failuresInARow,
    reason,
    ...(status !== undefined && { status }),
  };
  if (isGone(reason, record, now)) return { kind: 'gone', ...failing };
  return { kind: isBlocked(failing) ? 'blocked' : 'failing', ...failing };
}

const isBlocked = ({ reason, status }: Failing): boolean =>
  reason === 'refused' && (status === undefined || REFUSING.has(status));

/** What came last, by its own date where it has one: a feed that was silent for years when first read is no news. */
function newestOf({ lastNewAt, vitals, isFirstVisitDone }: FeedRecord): string | undefined {
  if (!isFirstVisitDone) return undefined;
  return vitals?.newestAt ?? lastNewAt;
}

function isStale(newestAt: string, rhythmMs: number, now: Date): boolean {
  const silenceMs = now.getTime() - Date.parse(newestAt);
  return silenceMs > Math.max(NEVER_STALE_BEFORE_MS, STALE_AFTER_RHYTHMS * rhythmMs);
}
