import type { CompiledQuery, DialectAdapter, Kysely } from 'kysely';
import type { DocumentHints, FeedRecord, FeedVitals } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import { FARTHEST_VISIT_MS } from '#feed/next-visit-at.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import type { FeedTable, Tables } from './schema.ts';
import { sortableTime } from './sortable-time.ts';
import { withoutNulls } from './without-nulls.ts';

/** Feed records in the table `feeds`. */
export function kyselyFeedStore(db: Kysely<Tables>): FeedStore {
  return {
    async register(records) {
      await atomically(db, async (db) => {
        for (const batch of batchesOf(records)) {
          await db
            .insertInto('feeds')
            .values(batch.map(toRow))
            .onConflict((conflict) => conflict.column('feed').doNothing())
            .execute();
        }
      });
    },

    async retainOnly(feeds) {
      await atomically(db, async (db) => {
        const retained = new Set(feeds);
        const known = await db.selectFrom('feeds').select('feed').execute();
        const gone = known.map(({ feed }) => feed).filter((feed) => !retained.has(feed));
        for (const batch of batchesOf(gone)) {
          await db.deleteFrom('feeds').where('feed', 'in', batch).execute();
        }
      });
    },

    async forget(feed) {
      await db.deleteFrom('feeds').where('feed', '=', feed).execute();
    },

    async listDue(now, limit) {
      const due = db
        .selectFrom('feeds')
        .select('url')
        .where((eb) =>
          eb.or([eb('nextVisitAt', '<=', now.toISOString()), eb('nextVisitAt', '>', farthestAfter(now))]),
        )
        .orderBy('nextVisitAt')
        .orderBy('feed')
        .limit(limit);
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('url', 'in', due)
        .orderBy('nextVisitAt')
        .orderBy('feed')
        .execute();
      return rows.map(toRecord);
    },

    async listOf(feeds) {
      const found: FeedTable[] = [];
      for (const batch of batchesOf(feeds)) {
        found.push(...(await db.selectFrom('feeds').selectAll().where('feed', 'in', batch).execute()));
      }
      return found.map(toRecord);
    },

    async find(feed) {
      const row = await db.selectFrom('feeds').selectAll().where('feed', '=', feed).executeTakeFirst();
      return row && toRecord(row);
    },

    async listFailing() {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('failingSince', 'is not', null)
        .orderBy('feed')
        .execute();
      return rows.map(toRecord);
    },

    async listAll() {
      const rows = await db.selectFrom('feeds').selectAll().orderBy('feed').execute();
      return rows.map(toRecord);
    },

    async save(record) {
      const row = toRow(record);
      const parameters = Object.values(row);
      await db.executeQuery({ ...savingOf(row, db), parameters: [...parameters, ...parameters] });
    },

    async postpone(feeds, until) {
      const nextVisitAt = until.toISOString();
      await atomically(db, async (db) => {
        for (const batch of batchesOf(feeds)) {
          await db
            .updateTable('feeds')
            .set({ nextVisitAt })
            .where('feed', 'in', batch)
            .where('nextVisitAt', '<', nextVisitAt)
            .execute();
        }
      });
    },
  };
}

const savings = new WeakMap<DialectAdapter, CompiledQuery>();

/** Every save has the same words in one dialect: they are found once, for it happens at each visit. */
function savingOf(row: FeedTable, db: Kysely<Tables>): CompiledQuery {
  return savings.getOrInsertComputed(db.getExecutor().adapter, () =>
    db
      .insertInto('feeds')
      .values(row)
      .onConflict((conflict) => conflict.column('feed').doUpdateSet(row))
      .compile(),
  );
}

const farthestAfter = (now: Date): string => new Date(now.getTime() + FARTHEST_VISIT_MS).toISOString();

function toRow(record: FeedRecord): FeedTable {
  return {
    feed: record.feed,
    url: record.url,
    etag: record.validators.etag ?? null,
    lastModified: record.validators.lastModified ?? null,
    bodyHash: record.bodyHash ?? null,
    documentHints: record.documentHints === undefined ? null : JSON.stringify(record.documentHints),
    nextVisitAt: sortableTime(record.nextVisitAt),
    lastVisitAt: record.lastVisitAt ?? null,
    lastReadAt: record.lastReadAt ?? null,
    lastNewAt: record.lastNewAt ?? null,
    failuresInARow: record.failuresInARow,
    failingSince: record.failingSince ?? null,
    lastFailure: record.lastFailure ?? null,
    isFirstVisitDone: Number(record.isFirstVisitDone),
    usualNewItems: record.usualNewItems,
    parkedSince: record.parkedSince ?? null,
    movedTo: record.movedTo ?? null,
    movedSince: record.movedSince ?? null,
    movedCount: record.movedCount,
    vitals: record.vitals === undefined ? null : JSON.stringify(record.vitals),
  };
}

function toRecord(row: FeedTable): FeedRecord {
  const { etag, lastModified, documentHints, vitals, isFirstVisitDone, ...rest } = row;
  return {
    ...withoutNulls(rest),
    ...(documentHints !== null && { documentHints: JSON.parse(documentHints) as DocumentHints }),
    ...(vitals !== null && { vitals: JSON.parse(vitals) as FeedVitals }),
    validators: withoutNulls({ etag, lastModified }),
    isFirstVisitDone: isFirstVisitDone === 1,
  };
}
