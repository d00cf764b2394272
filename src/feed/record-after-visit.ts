import { bodyHashOf } from '#feed/body-hash-of.ts';
import type { DocumentHints, FeedRecord } from '#feed/feed.ts';
import type { FeedVisit } from '#feed/feed-visit.ts';
import { nextVisitAt } from '#feed/next-visit-at.ts';
import type { OutletKind } from '#feed/outlet.ts';
import { vitalsAfter } from '#feed/vitals-after.ts';
import { DAY_MS } from '#kernel/clock.ts';

/** What a visit turned out to be, once its document was read. */
export type VisitFacts = {
  readonly now: Date;
  readonly kind: OutletKind;
  /** A story opened less than six hours ago that waits for this outlet's side. */
  readonly isAwaited: boolean;
  /** From 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Of a document that was read: how many of its items were new. */
  readonly newItems?: number;
  /** Of a document that was read: when the first of its items that are held for their date comes due. */
  readonly heldUntil?: string;
  /** The flood rule held this visit's items back: the feed is parked until a person decides. */
  readonly isFlood?: boolean;
  /** How many items the document holds, and when they were published, as far as they say. */
  readonly items?: number;
  readonly dates?: readonly string[];
} & DocumentHints;

const MOVES_NEEDED = 3;

/**
 * What is remembered of a feed after a visit; to be saved together with what the visit brought. A document that
 * could not be read counts as a failed visit, `not-a-feed`, so that its validators are not kept.
 */
export function recordAfterVisit(record: FeedRecord, visit: FeedVisit, facts: VisitFacts): FeedRecord {
  const visited =
    visit.kind === 'failed' ? afterFailure(record, visit, facts) : afterReading(record, visit, facts);
  const hints = { ...visited.documentHints, ...visit.hints };
  const after = { ...visited, vitals: vitalsAfter(record, visit, facts) };
  return {
    ...after,
    lastVisitAt: facts.now.toISOString(),
    nextVisitAt: nextVisitAt(visit, after, { ...facts, hints }).toISOString(),
  };
}

function afterFailure(
  record: FeedRecord,
  visit: Extract<FeedVisit, { kind: 'failed' }>,
  { now }: VisitFacts,
): FeedRecord {
  return {
    ...record,
    failuresInARow: record.failuresInARow + 1,
    failingSince: record.failingSince ?? now.toISOString(),
    lastFailure: visit.detail,
  };
}

function afterReading(
  record: FeedRecord,
  visit: Exclude<FeedVisit, { kind: 'failed' }>,
  facts: VisitFacts,
): FeedRecord {
  const { failingSince: _since, lastFailure: _failure, ...healthy } = record;
  // The first visit brings the archive, which is no measure of what a visit brings.
  const isMeasure = visit.kind === 'fresh' && record.isFirstVisitDone;
  const read = {
    ...healthy,
    failuresInARow: 0,
    lastReadAt: facts.now.toISOString(),
    isFirstVisitDone: true,
    usualNewItems: isMeasure ? towards(record.usualNewItems, facts.newItems ?? 0) : record.usualNewItems,
  };
  const remembered =
    visit.kind === 'fresh' ? withDocument(read, visit, facts) : { ...read, validators: visit.validators };
  return withMove(remembered, visit.movedTo, facts.now);
}

function withDocument(
  { documentHints: _hints, ...record }: FeedRecord,
  visit: Extract<FeedVisit, { kind: 'fresh' }>,
  { now, newItems = 0, isFlood = false, ...facts }: VisitFacts,
): FeedRecord {
  const hints = documentHintsIn(facts);
  return {
    ...record,
    ...(Object.keys(hints).length > 0 && { documentHints: hints }),
    validators: visit.validators,
    bodyHash: bodyHashOf(visit.bytes),
    ...(newItems > 0 && { lastNewAt: now.toISOString() }),
    ...(isFlood && { parkedSince: record.parkedSince ?? now.toISOString() }),
  };
}

function documentHintsIn({ ttlMinutes, skipHours, skipDays }: DocumentHints): DocumentHints {
  return {
    ...(ttlMinutes !== undefined && { ttlMinutes }),
    ...(skipHours !== undefined && { skipHours }),
    ...(skipDays !== undefined && { skipDays }),
  };
}

/**
 * One step towards the number seen: over many visits this stays near their median, and one flood moves it by one
 * (frugal streaming, Ma, Muthukrishnan and Sandler 2013).
 */
const towards = (usual: number, seen: number): number => usual + Math.sign(seen - usual);

/** Without validators and hash the next answer is the whole document, and counts as changed. */
function withoutMemory({ bodyHash: _hash, ...record }: FeedRecord): FeedRecord {
  return { ...record, validators: {} };
}

/**
 * A new address is taken after three visits in a row, over a day or more, were led there for good: one wrong
 * redirect must not lose a feed. Validators belong to the old address and are dropped (RFC 9110, 8.8).
 */
function withMove(record: FeedRecord, movedTo: string | undefined, now: Date): FeedRecord {
  const { movedTo: before, movedSince, ...settled } = record;
  if (movedTo === undefined || movedTo === record.url) return { ...settled, movedCount: 0 };

  const isSame = movedTo === before;
  const since = isSame && movedSince !== undefined ? movedSince : now.toISOString();
  const movedCount = isSame ? record.movedCount + 1 : 1;
  const isSettled = movedCount >= MOVES_NEEDED && now.getTime() - Date.parse(since) >= DAY_MS;
  return isSettled
    ? { ...withoutMemory(settled), url: movedTo, movedCount: 0 }
    : { ...settled, movedTo, movedSince: since, movedCount };
}
