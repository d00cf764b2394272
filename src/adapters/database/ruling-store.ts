import type { Kysely, Selectable } from 'kysely';
import type { ArticleId } from '#article/article.ts';
import type { Decision, Ruling } from '#story/ruling.ts';
import type { RulingStore } from '#story/ruling-store.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import type { RulingTable, Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** Decisions in `rulings`; what holds from then on in `apart_articles` and `ruled_sides`. */
export function kyselyRulingStore(db: Kysely<Tables>): RulingStore {
  return { ...decisionsIn(db), ...apartIn(db), ...sidesIn(db) };
}

function decisionsIn(db: Kysely<Tables>): Pick<RulingStore, 'ask' | 'find' | 'listWaiting' | 'close'> {
  return {
    async ask({ decision, by, at }) {
      const { number } = await db
        .insertInto('rulings')
        .values({ decision: JSON.stringify(decision), by, at: at.toISOString() })
        .returning('number')
        .executeTakeFirstOrThrow();
      return number;
    },

    async find(number) {
      const row = await db.selectFrom('rulings').selectAll().where('number', '=', number).executeTakeFirst();
      return row && toRuling(row);
    },

    async listWaiting() {
      const rows = await db
        .selectFrom('rulings')
        .selectAll()
        .where('carriedAt', 'is', null)
        .orderBy('number')
        .execute();
      return rows.map(toRuling);
    },

    async close(number, outcome, at) {
      await db
        .updateTable('rulings')
        .set({ outcome, carriedAt: at.toISOString() })
        .where('number', '=', number)
        .execute();
    },
  };
}

function apartIn(db: Kysely<Tables>): Pick<RulingStore, 'keepApart' | 'letTogether' | 'areApart'> {
  return {
    async keepApart(ones, others) {
      await atomically(db, async (db) => {
        for (const batch of batchesOf(pairsOf(ones, others))) {
          await db
            .insertInto('apartArticles')
            .values(batch)
            .onConflict((conflict) => conflict.columns(['one', 'other']).doNothing())
            .execute();
        }
      });
    },

    async letTogether(ones, others) {
      await atomically(db, async (db) => {
        for (const { one, other } of pairsOf(ones, others)) {
          await db.deleteFrom('apartArticles').where('one', '=', one).where('other', '=', other).execute();
        }
      });
    },

    async areApart(one, other) {
      const row = await db
        .selectFrom('apartArticles')
        .innerJoin('storyArticles as here', 'here.article', 'apartArticles.one')
        .innerJoin('storyArticles as there', 'there.article', 'apartArticles.other')
        .select('apartArticles.one')
        .where((eb) =>
          eb.or([
            eb.and([eb('here.story', '=', one), eb('there.story', '=', other)]),
            eb.and([eb('here.story', '=', other), eb('there.story', '=', one)]),
          ]),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function sidesIn(db: Kysely<Tables>): Pick<RulingStore, 'saveSide' | 'liftSide' | 'sidesIn'> {
  return {
    async saveSide({ article, speakerWords, side = null }) {
      await db
        .insertInto('ruledSides')
        .values({ article, speakerWords, side })
        .onConflict((conflict) => conflict.columns(['article', 'speakerWords']).doUpdateSet({ side }))
        .execute();
    },

    async liftSide({ article, speakerWords }) {
      const { numDeletedRows } = await db
        .deleteFrom('ruledSides')
        .where('article', '=', article)
        .where('speakerWords', '=', speakerWords)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async sidesIn(articles) {
      const found = [];
      for (const batch of batchesOf(articles)) {
        const rows = await db.selectFrom('ruledSides').selectAll().where('article', 'in', batch).execute();
        found.push(...rows.map(withoutNulls));
      }
      return found;
    },
  };
}

/** Each of `ones` with each of `others`, a pair always written in the same order. */
const pairsOf = (
  ones: readonly ArticleId[],
  others: readonly ArticleId[],
): readonly { readonly one: ArticleId; readonly other: ArticleId }[] =>
  ones
    .flatMap((one) => others.map((other) => (one < other ? { one, other } : { one: other, other: one })))
    .filter(({ one, other }) => one !== other);

function toRuling({ decision, ...row }: Selectable<RulingTable>): Ruling {
  return { ...withoutNulls(row), decision: JSON.parse(decision) as Decision };
}
