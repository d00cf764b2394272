import type { FeedId, FeedRecord } from '#feed/feed.ts';
import { isGone } from '#feed/is-gone.ts';
import type { OutletKind } from '#feed/outlet.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** An outage that was told of; those told of together share the key of a notice. `since` is ISO 8601, UTC. */
export type ToldOutage = { readonly feed: FeedId; readonly notice: string; readonly since: string };

/** What there is to tell of outages. `notice` is its key: the same thing gives the same one. */
export type OutageNews =
  | { readonly kind: 'began'; readonly notice: string; readonly record: FeedRecord; readonly since: string }
  /** So many at once that our own network is the likelier reason. */
  | {
      readonly kind: 'many-began';
      readonly notice: string;
      readonly records: readonly FeedRecord[];
      readonly since: string;
    }
  | { readonly kind: 'ended'; readonly notice: string; readonly record: FeedRecord; readonly since: string }
  | {
      readonly kind: 'many-ended';
      readonly notice: string;
      readonly records: readonly FeedRecord[];
      readonly since: string;
      /** How many of those that failed together fail still. */
      readonly left: number;
    };

/** What is to be told, and what is then remembered as told. */
export type OutageLedger = {
  readonly news: readonly OutageNews[];
  readonly begun: readonly ToldOutage[];
  readonly over: readonly FeedId[];
};

/** A visit that goes wrong once is no outage. A side's own voice is missed sooner. */
const VISITS_IN_VAIN = 3;
const VISITS_IN_VAIN_OF_A_SIDE = 2;
/** What lasts shorter is not told, and not remembered. */
export const OUTAGE_AFTER_MS = 30 * MINUTE_MS;
/** So many feeds failing within so long are one outage. */
const TOGETHER_MS = 10 * MINUTE_MS;
const MANY = 5;
const MANY_SHARE = 0.2;
const FEWEST_OF_A_SHARE = 3;

/** When it is, what feeds are of, and how many are read in all. */
export type OutageCircumstances = {
  readonly now: Date;
  readonly kindOf: (feed: FeedId) => OutletKind | undefined;
  readonly feeds: number;
};

/**
 * One notice for each outage and each recovery, and one for all where many feeds fail at once. `records` are those that
 * fail and those of which an outage was told; one that is told and not among them is read no more.
 */
export function outagesToTell(
  records: readonly FeedRecord[],
  told: readonly ToldOutage[],
  { now, kindOf, feeds }: OutageCircumstances,
): OutageLedger {
  const ended = recoveries(records, told);
  const over = new Set(ended.over);
  const known = new Set(told.filter(({ feed }) => !over.has(feed)).map(({ feed }) => feed));
  const untold = records.filter(({ feed, failingSince }) => failingSince !== undefined && !known.has(feed));
  const isOut = (record: FeedRecord): boolean => isOutage(record, kindOf(record.feed), now);
  const began = beginnings(untold, { isOut, feeds });
  return { news: [...ended.news, ...began], begun: began.flatMap(toldBy), over: ended.over };
}

/** Whether what fails has failed long enough to be told; a feed that is published no more is told at once. */
export function isOutage(record: FeedRecord, kind: OutletKind | undefined, now: Date): boolean {
  const { failingSince, failuresInARow, vitals } = record;
  if (failingSince === undefined) return false;
  if (vitals?.failure !== undefined && isGone(vitals.failure, record, now)) return true;
  const visits = kind === 'official' ? VISITS_IN_VAIN_OF_A_SIDE : VISITS_IN_VAIN;
  return failuresInARow >= visits && now.getTime() - Date.parse(failingSince) >= OUTAGE_AFTER_MS;
}

type Began = Extract<OutageNews, { kind: 'began' | 'many-began' }>;

function beginnings(
  untold: readonly FeedRecord[],
  { isOut, feeds }: { readonly isOut: (record: FeedRecord) => boolean; readonly feeds: number },
): readonly Began[] {
  const together = failingTogether(untold);
  return together.flatMap((records): readonly Began[] => {
    if (!records.some(isOut)) return [];
    const [since = ''] = records.map(sinceOf);
    if (isMany(records.length, feeds)) {
      return [{ kind: 'many-began', notice: `outages:${since}`, records, since }];
    }
    return records.filter(isOut).map((record) => {
      const began = sinceOf(record);
      return { kind: 'began', notice: `outage:${record.feed}:${began}`, record, since: began };
    });
  });
}

const isMany = (failing: number, feeds: number): boolean =>
  failing >= MANY || (failing >= FEWEST_OF_A_SHARE && failing >= MANY_SHARE * feeds);

const sinceOf = ({ failingSince = '' }: FeedRecord): string => failingSince;

/** In the order in which they began to fail, cut wherever none began for ten minutes. */
function failingTogether(failing: readonly FeedRecord[]): readonly (readonly FeedRecord[])[] {
  const groups: FeedRecord[][] = [];
  for (const record of failing.toSorted(
    (one, other) => Date.parse(sinceOf(one)) - Date.parse(sinceOf(other)),
  )) {
    const last = groups.at(-1)?.at(-1);
    const isTogether =
      last !== undefined && Date.parse(sinceOf(record)) - Date.parse(sinceOf(last)) <= TOGETHER_MS;
    if (isTogether) groups.at(-1)?.push(record);
    else groups.push([record]);
  }
  return groups;
}

function toldBy(news: Began): readonly ToldOutage[] {
  const records = news.kind === 'began' ? [news.record] : news.records;
  return records.map((record) => ({ feed: record.feed, notice: news.notice, since: sinceOf(record) }));
}

/** A feed that is read no more has no recovery to tell. */
function recoveries(
  records: readonly FeedRecord[],
  told: readonly ToldOutage[],
): { readonly news: readonly OutageNews[]; readonly over: readonly FeedId[] } {
  const byFeed = new Map(records.map((record) => [record.feed, record]));
  const gone = told.filter(({ feed }) => !byFeed.has(feed)).map(({ feed }) => feed);
  const groups = [...Map.groupBy(told, ({ notice }) => notice).values()];
  const ended = groups.flatMap((group) => {
    const members = group.flatMap(({ feed }) => byFeed.get(feed) ?? []);
    const recovered = members.filter(({ failingSince }) => failingSince === undefined);
    const hasEnded = recovered.length > 0 && recovered.length >= members.length / 2;
    return hasEnded ? [{ group, recovered, left: members.length - recovered.length }] : [];
  });
  return {
    news: ended.map(({ group, recovered, left }) => recoveryOf(group, recovered, left)),
    over: [...gone, ...ended.flatMap(({ group }) => group.map(({ feed }) => feed))],
  };
}

function recoveryOf(group: readonly ToldOutage[], records: readonly FeedRecord[], left: number): OutageNews {
  const [record] = records;
  const [since = ''] = group.map((outage) => outage.since).toSorted();
  const notice = `recovery:${group[0]?.notice}:${left}`;
  return group.length === 1 && record !== undefined
    ? { kind: 'ended', notice, record, since }
    : { kind: 'many-ended', notice, records, since, left };
}
