import type { Kysely } from 'kysely';
import type { Card } from '#card/card.ts';
import { MOST_SHOWN_CARDS, type ShownCardStore } from '#delivery/shown-card-store.ts';
import { atomically } from './atomically.ts';
import type { Tables } from './schema.ts';

/** Cards as they were shown, in `shown_cards`. */
export function kyselyShownCardStore(db: Kysely<Tables>): ShownCardStore {
  return {
    async keep({ card, ...shown }) {
      const json = JSON.stringify(card);
      await atomically(db, async (db) => {
        await db
          .insertInto('shownCards')
          .values({ ...shown, card: json })
          .onConflict((conflict) =>
            conflict
              .columns(['channel', 'story', 'revision'])
              .doUpdateSet({ shownAt: shown.shownAt, card: json }),
          )
          .execute();
        const kept = await revisionsOf(db, shown);
        const tooMany = kept.slice(1).slice(0, Math.max(0, kept.length - MOST_SHOWN_CARDS));
        for (const revision of tooMany) {
          await db
            .deleteFrom('shownCards')
            .where('channel', '=', shown.channel)
            .where('story', '=', shown.story)
            .where('revision', '=', revision)
            .execute();
        }
      });
    },

    async listOf(channel, story) {
      const rows = await db
        .selectFrom('shownCards')
        .selectAll()
        .where('channel', '=', channel)
        .where('story', '=', story)
        .orderBy('revision')
        .execute();
      return rows.map(({ card, ...row }) => ({ ...row, card: JSON.parse(card) as Card }));
    },
  };
}

async function revisionsOf(
  db: Kysely<Tables>,
  { channel, story }: Pick<Parameters<ShownCardStore['keep']>[0], 'channel' | 'story'>,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('shownCards')
    .select('revision')
    .where('channel', '=', channel)
    .where('story', '=', story)
    .orderBy('revision')
    .execute();
  return rows.map(({ revision }) => revision);
}
