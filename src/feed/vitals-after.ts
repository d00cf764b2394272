import type { FeedRecord, FeedVitals } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { OUTAGE_AFTER_MS } from '#feed/outages.ts';
import { rhythmAfter, rhythmOf } from '#feed/rhythm.ts';

/** What a document that was read tells of its feed. */
export type DocumentFacts = {
  readonly now: Date;
  /** How many of its items were new. */
  readonly newItems?: number;
  /** How many items it holds; absent where no document was read. */
  readonly items?: number;
  /** When they were published, as far as they say; ISO 8601, UTC. */
  readonly dates?: readonly string[];
  /** When the first of those that are held for their date comes due. */
  readonly heldUntil?: string;
};

/** What tells how a feed is, after a visit. A document that says nothing new leaves the rhythm as it was. */
export function vitalsAfter(record: FeedRecord, visit: FeedVisit, facts: DocumentFacts): FeedVitals {
  const { failure: _failure, status: _status, ...before } = withOutage(record, visit, facts.now);
  if (visit.kind === 'failed') {
    return { ...before, failure: visit.reason, ...(visit.status !== undefined && { status: visit.status }) };
  }
  if (visit.kind === 'unchanged') return before;

  const rhythmMs = learned(before.rhythmMs, record, facts);
  const newestAt = newestOf(facts) ?? before.newestAt;
  return {
    ...(before.lastOutage && { lastOutage: before.lastOutage }),
    ...(facts.items !== undefined && { items: facts.items }),
    ...(rhythmMs !== undefined && { rhythmMs }),
    ...(newestAt !== undefined && { newestAt }),
    ...(facts.heldUntil !== undefined && { heldUntil: facts.heldUntil }),
  };
}

/** A visit that is read ends an outage; what went wrong for a moment only is none. */
function withOutage({ failingSince, vitals = {} }: FeedRecord, visit: FeedVisit, now: Date): FeedVitals {
  if (visit.kind === 'failed' || failingSince === undefined) return vitals;
  if (now.getTime() - Date.parse(failingSince) < OUTAGE_AFTER_MS) return vitals;
  return { ...vitals, lastOutage: { since: failingSince, until: now.toISOString() } };
}

/** First from the dates in a document, so that a feed need not be watched for weeks; then from what comes. */
function learned(
  rhythmMs: number | undefined,
  { lastNewAt }: FeedRecord,
  { now, newItems = 0, dates = [] }: DocumentFacts,
): number | undefined {
  if (rhythmMs === undefined) return rhythmOf(dates);
  if (newItems === 0 || lastNewAt === undefined) return rhythmMs;
  return rhythmAfter(rhythmMs, now.getTime() - Date.parse(lastNewAt));
}

/** A date that lies ahead is no sign of life. */
const newestOf = ({ dates = [], now }: DocumentFacts): string | undefined =>
  dates
    .filter((date) => Date.parse(date) <= now.getTime())
    .toSorted()
    .at(-1);
