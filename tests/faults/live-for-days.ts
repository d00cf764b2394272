import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { type Feed, type FeedId, type FeedRecord, feedIdOf } from '#feed/feed.ts';
import type { FeedVisit, VisitRequest } from '#feed/feed-visit.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OutletId, OutletKind } from '#feed/outlet.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import { type UnchangedVisit, type VisitMeans, visitDueFeeds } from '#feed/visit-due-feeds.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { type Dice, diceFrom } from '../bench/dice.ts';

/** What the publishers saw. */
export type SeenByPublishers = {
  readonly requests: number;
  /** Requests without conditions, feed by feed. */
  readonly unconditional: ReadonlyMap<string, number>;
  /** The shortest time between two requests to one feed that was asked for no more often. */
  readonly shortestWaitMs: number;
  readonly restarts: number;
};

export type Lives = {
  readonly feeds: number;
  readonly days: number;
  /** Half of them in good order, half of them killed in the middle of a round. */
  readonly restarts: number;
  readonly seed: number;
};

const START = Date.UTC(2026, 2, 2);
const BEAT_MS = 5 * MINUTE_MS;

/**
 * Lets the program read feeds for many days, on one database file that is closed and opened again at each restart.
 * Publishers change their documents now and then, fail now and then, and go down for hours.
 */
export async function liveForDays({ feeds, days, restarts, seed }: Lives): Promise<SeenByPublishers> {
  const file = join(tmpdir(), `readout-days-${randomUUID()}.sqlite`);
  const dice = diceFrom(seed);
  const publishers = new Publishers(feeds, dice);
  const end = START + days * DAY_MS;
  const ends = Array.from(
    { length: restarts },
    (_, life) => START + ((life + 1) * (end - START)) / (restarts + 1),
  );
  try {
    for (const [life, until] of [...ends, end].entries()) {
      await live(file, publishers, { until, isKilled: life % 2 === 1 && until !== end, dice });
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }
  return { ...publishers.seen(), restarts };
}

type Life = { readonly until: number; readonly isKilled: boolean; readonly dice: Dice };

/** One life of the program: rounds until its end; a killed one dies with requests made and nothing of them kept. */
async function live(file: string, publishers: Publishers, { until, isKilled, dice }: Life): Promise<void> {
  await using database = await openSqliteLedger({ file });
  const { ledger } = database;
  const clock = () => new Date(publishers.nowMs);
  await ledger.feeds.register(publishers.feeds.map((feed) => newFeedRecord(feed, clock())));
  const random = () => dice.below(1_000) / 1_000;
  const after = (record: FeedRecord, visit: FeedVisit): FeedRecord =>
    recordAfterVisit(record, visit, {
      now: clock(),
      kind: publishers.kindOf(record.feed),
      isAwaited: false,
      random,
      newItems: 1,
    });

  let isDead = false;
  const orDie = () => {
    if (isDead) throw new Error('The process is gone.');
  };
  const means: VisitMeans = {
    feeds: {
      ...ledger.feeds,
      async save(record) {
        orDie();
        await ledger.feeds.save(record);
      },
    },
    fetcher: { visit: async (request) => publishers.answer(request) },
    async carry(record, visit) {
      orDie();
      await ledger.feeds.save(after(record, visit));
    },
    async carryUnchanged(visits: readonly UnchangedVisit[]) {
      orDie();
      await ledger.transaction(async (stores) => {
        for (const { record, visit } of visits) await stores.feeds.save(after(record, visit));
      });
    },
    clock,
    log: silentLog,
  };
  const round = () => visitDueFeeds(means, { hostsAtOnce: 8, feedsPerRound: 500 });
  for (; publishers.nowMs < until; publishers.nowMs += BEAT_MS) await round();
  isDead = isKilled;
  if (isKilled) await round();
}

/** Fifty publishers and more behind the fetcher's port, with a document each and moods of their own. */
class Publishers {
  nowMs = START;
  readonly feeds: readonly Feed[];
  readonly #dice: Dice;
  readonly #asked = new Map<string, number>();
  readonly #unconditional = new Map<string, number>();
  #requests = 0;
  #shortestWaitMs = Number.POSITIVE_INFINITY;

  constructor(count: number, dice: Dice) {
    this.#dice = dice;
    this.feeds = Array.from({ length: count }, (_, place) => {
      const url = `https://outlet-${place}.example/feed`;
      return { id: feedIdOf(url), url, outlet: `outlet-${place}` as OutletId };
    });
  }

  /** Every fifth is a wire or an office and read every ten minutes; the others are added by users. */
  kindOf(id: FeedId): OutletKind {
    return this.feeds.findIndex((feed) => feed.id === id) % 5 === 0 ? 'official' : 'unverified';
  }

  answer({ url, validators }: VisitRequest): FeedVisit {
    this.#note(url, validators.etag === undefined && validators.lastModified === undefined);
    const mood = this.#dice.below(100);
    if (this.nowMs > START + HOUR_MS && mood < 3) return failed('server-error');
    if (this.nowMs > START + HOUR_MS && mood === 3) return failed('too-many-requests', HOUR_MS);
    // A document changes every six hours, each at another minute.
    const place = Number(/outlet-(\d+)/.exec(url)?.[1]);
    const edition = Math.floor((this.nowMs + place * 7 * MINUTE_MS) / (6 * HOUR_MS));
    const etag = `"${edition}"`;
    if (validators.etag === etag) return { kind: 'unchanged', validators: { etag }, hints: {} };
    const bytes = new TextEncoder().encode(`<rss>${url} ${edition}</rss>`);
    return { kind: 'fresh', bytes, answeredBy: url, validators: { etag }, hints: {} };
  }

  seen() {
    return {
      requests: this.#requests,
      unconditional: this.#unconditional,
      shortestWaitMs: this.#shortestWaitMs,
    };
  }

  #note(url: string, isUnconditional: boolean): void {
    this.#requests += 1;
    const before = this.#asked.get(url);
    if (before !== undefined) this.#shortestWaitMs = Math.min(this.#shortestWaitMs, this.nowMs - before);
    this.#asked.set(url, this.nowMs);
    if (isUnconditional) this.#unconditional.set(url, (this.#unconditional.get(url) ?? 0) + 1);
  }
}

function failed(reason: 'server-error' | 'too-many-requests', notBeforeMs?: number): FeedVisit {
  return { kind: 'failed', reason, detail: reason, hints: notBeforeMs === undefined ? {} : { notBeforeMs } };
}
