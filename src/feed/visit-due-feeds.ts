import { bodyHashOf } from '#feed/body-hash-of.ts';
import type { FeedId, FeedRecord, Validators } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { FeedFetcher, FeedVisit } from '#feed/feed-visit.ts';
import { type Clock, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';

/** What the loop works with. */
export type VisitMeans = {
  readonly feeds: FeedStore;
  readonly fetcher: FeedFetcher;
  /** Takes one visit home: reads its document, keeps what is new and the record after it. Visits to other hosts go on. */
  readonly carry: (record: FeedRecord, visit: FeedVisit) => Promise<void>;
  /**
   * Takes visits home that found nothing new, many in one go, so that the commonest outcome costs least. If the program
   * is killed before, these feeds are asked again, with the validators they had. Without it each is carried by itself.
   */
  readonly carryUnchanged?: (visits: readonly UnchangedVisit[]) => Promise<void>;
  /** How many watch these feeds; absent where publishers are not told. */
  readonly followersOf?: (feeds: readonly FeedId[]) => Promise<number>;
  readonly clock: Clock;
  readonly log: Log;
};

/** A visit that found the document unchanged, and the feed it was made for. */
export type UnchangedVisit = {
  readonly record: FeedRecord;
  readonly visit: Extract<FeedVisit, { kind: 'unchanged' }>;
};

/** How much at a time. */
export type VisitLimits = {
  /** Hosts asked at the same time; one connection to each. */
  readonly hostsAtOnce: number;
  /** Feeds taken in one round. */
  readonly feedsPerRound: number;
  /** When aborted, no further feed is visited; visits under way are still carried. */
  readonly signal?: AbortSignal;
};

/** One request, and all feeds that live at its address: everybody's and those of workspaces. */
type Errand = { readonly url: string; readonly records: readonly [FeedRecord, ...FeedRecord[]] };

/** When a visit could not be carried, or its host does not answer, the publisher is left in peace for so long. */
const PEACE_MS = 10 * MINUTE_MS;
/**
 * A host that asks for peace gets it for all its feeds, due in this round or not, for as long as it asks, up to this; the
 * feed itself up to a day.
 */
const LONGEST_PEACE_MS = HOUR_MS;
const UNCHANGED_AT_ONCE = 100;
/** So many visits to a host that take all their time and bring nothing are enough for one round. */
const SILENT_VISITS = 2;

/**
 * Visits the feeds that are due, and resolves to how many requests it made when all are carried. An address is asked
 * once for all feeds that live there, due or not. Never throws for one feed's sake: what goes wrong with one is logged,
 * and that feed comes again with the validators it had.
 */
export async function visitDueFeeds(means: VisitMeans, limits: VisitLimits): Promise<number> {
  const due = await means.feeds.listDue(means.clock(), limits.feedsPerRound);
  const hosts = groupByHost(errandsOf(due)).values();
  const round: Round = { ...means, ...limits, unchanged: [], homeward: Promise.resolve() };
  let visited = 0;

  async function visitHosts(): Promise<void> {
    for (const errands of hosts) {
      const made = await visitHost(errands, round);
      visited += made;
    }
  }

  // All share one iterator, so each takes the next host when it is done with its last.
  await Promise.all(Array.from({ length: limits.hostsAtOnce }, visitHosts));
  await bringHome(round);
  return visited;
}

/** In the order in which the first feed of each address came due. */
function errandsOf(records: readonly FeedRecord[]): readonly Errand[] {
  return [...Map.groupBy(records, ({ url }) => url)].flatMap(([url, [first, ...others]]) =>
    first === undefined ? [] : [{ url, records: [first, ...others] as const }],
  );
}

function groupByHost(errands: readonly Errand[]): ReadonlyMap<string, readonly Errand[]> {
  return Map.groupBy(errands, ({ url }) => hostOf(url));
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

type Round = VisitMeans &
  VisitLimits & {
    /** Not yet brought home. */
    readonly unchanged: UnchangedVisit[];
    /** Settles when all that was taken from there is home. */
    homeward: Promise<void>;
  };

/** One request after the other; a host that asks for peace, or lets us wait in vain, is asked no more for a while. */
async function visitHost(errands: readonly Errand[], round: Round): Promise<number> {
  let silentVisits = 0;
  for (const [place, errand] of errands.entries()) {
    if (round.signal?.aborted === true) return place;
    const visit = await visitAndCarry(errand, round);
    silentVisits = isSilent(visit) ? silentVisits + 1 : 0;
    const peaceMs = silentVisits >= SILENT_VISITS ? PEACE_MS : peaceAskedFor(visit);
    if (peaceMs === undefined) continue;

    await leaveInPeace(hostOf(errand.url), peaceMs, round);
    return place + 1;
  }
  return errands.length;
}

/** All feeds of the host, those of later rounds too. What this round still holds unsaved would undo it, so that goes first. */
async function leaveInPeace(host: string, peaceMs: number, round: Round): Promise<void> {
  await bringHome(round);
  const { feeds, clock, log } = round;
  try {
    const there = (await feeds.listAll()).filter(({ url }) => hostOf(url) === host);
    const until = new Date(clock().getTime() + peaceMs);
    await feeds.postpone(
      there.map(({ feed }) => feed),
      until,
    );
  } catch (cause) {
    log.error('feed.not_postponed', { host }, cause);
  }
}

const isSilent = (visit: FeedVisit | undefined): boolean =>
  visit?.kind === 'failed' && visit.reason === 'timeout';

/** A host that is asked too often (429), or is down and says until when (503), means all its feeds. */
function peaceAskedFor(visit: FeedVisit | undefined): number | undefined {
  if (visit?.kind !== 'failed') return undefined;
  const { reason, hints } = visit;
  if (reason === 'too-many-requests') return Math.min(LONGEST_PEACE_MS, hints.notBeforeMs ?? PEACE_MS);
  return reason === 'server-error' && hints.notBeforeMs !== undefined
    ? Math.min(LONGEST_PEACE_MS, hints.notBeforeMs)
    : undefined;
}

/** The border: what goes wrong with one feed ends here. */
async function visitAndCarry({ url, records }: Errand, round: Round): Promise<FeedVisit | undefined> {
  const visit = await visitFor(url, records, round);
  for (const record of records) {
    if (visit === undefined) await postpone(record, PEACE_MS, round);
    else await carryOne(record, visit, round);
  }
  return visit;
}

async function visitFor(
  url: string,
  records: Errand['records'],
  { fetcher, followersOf, clock, log }: Round,
): Promise<FeedVisit | undefined> {
  try {
    const followers = await followersOf?.(records.map(({ feed }) => feed));
    const validators = validatorsOfAll(records, clock());
    return await fetcher.visit({ url, validators, ...(followers !== undefined && { followers }) });
  } catch (cause) {
    log.error('feed.visit_not_carried', { feed: records[0].feed }, cause);
    return undefined;
  }
}

/**
 * Where feeds of one address know different documents, the whole document is asked for: then they agree. So it is where
 * one of them holds an item that has come due.
 */
function validatorsOfAll(records: Errand['records'], now: Date): Validators {
  const [first, ...others] = records;
  const { etag, lastModified } = first.validators;
  const agree = others.every(
    ({ validators }) => validators.etag === etag && validators.lastModified === lastModified,
  );
  return agree && !records.some((record) => isHeldItemDue(record, now)) ? first.validators : {};
}

function isHeldItemDue({ vitals }: FeedRecord, now: Date): boolean {
  return vitals?.heldUntil !== undefined && Date.parse(vitals.heldUntil) <= now.getTime();
}

async function carryOne(record: FeedRecord, brought: FeedVisit, round: Round): Promise<void> {
  const visit = isHeldItemDue(record, round.clock()) ? brought : asUnchanged(record, brought);
  if (visit.kind !== 'unchanged' || round.carryUnchanged === undefined) return carryNow(record, visit, round);
  round.unchanged.push({ record, visit });
  if (round.unchanged.length >= UNCHANGED_AT_ONCE) await bringHome(round);
}

async function carryNow(record: FeedRecord, visit: FeedVisit, round: Round): Promise<void> {
  try {
    await round.carry(record, visit);
  } catch (cause) {
    round.log.error('feed.visit_not_carried', { feed: record.feed }, cause);
    await postpone(record, PEACE_MS, round);
  }
}

/** One batch after the other; resolves when the last is kept. */
async function bringHome(round: Round): Promise<void> {
  const visits = round.unchanged.splice(0);
  round.homeward = round.homeward.then(() => keepUnchanged(visits, round));
  return round.homeward;
}

/** All or none are kept; where they cannot be kept together, each is tried by itself. */
async function keepUnchanged(visits: readonly UnchangedVisit[], round: Round): Promise<void> {
  const { carryUnchanged } = round;
  if (visits.length === 0 || carryUnchanged === undefined) return;
  try {
    await carryUnchanged(visits);
  } catch {
    for (const { record, visit } of visits) await carryNow(record, visit, round);
  }
}

/** A document known by its bytes is unchanged, whatever its validators say. */
function asUnchanged(record: FeedRecord, visit: FeedVisit): FeedVisit {
  if (visit.kind !== 'fresh' || record.bodyHash !== bodyHashOf(visit.bytes)) return visit;
  const { validators, hints, movedTo } = visit;
  return { kind: 'unchanged', validators, hints, ...(movedTo !== undefined && { movedTo }) };
}

async function postpone(
  record: FeedRecord,
  waitMs: number,
  { feeds, clock, log }: VisitMeans,
): Promise<void> {
  const nextVisitAt = new Date(clock().getTime() + waitMs).toISOString();
  try {
    await feeds.save({ ...record, nextVisitAt });
  } catch (cause) {
    log.error('feed.not_postponed', { feed: record.feed }, cause);
  }
}
