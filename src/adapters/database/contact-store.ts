import type { Kysely } from 'kysely';
import type { Contact } from '#story/contact.ts';
import type { ContactStore } from '#story/contact-store.ts';
import { atomically } from './atomically.ts';
import type { ContactTable, Tables } from './schema.ts';
import { sortableTime } from './sortable-time.ts';
import { visibleTo } from './visible-to.ts';
import { withoutNulls } from './without-nulls.ts';

/** The step of the schema with which contacts began to be kept. */
const FIRST_KEPT = '0014-contacts';

/** Contacts in `contacts`, by who took part in `contact_actors`. */
export function kyselyContactStore(db: Kysely<Tables>): ContactStore {
  return {
    async save(contact) {
      const row = toRow(contact);
      const { story } = contact;
      const actors = [...new Set([...contact.sides, ...contact.persons])];
      await atomically(db, async (db) => {
        await db
          .insertInto('contacts')
          .values(row)
          .onConflict((conflict) => conflict.column('story').doUpdateSet(row))
          .execute();
        await db.deleteFrom('contactActors').where('story', '=', story).execute();
        await db
          .insertInto('contactActors')
          .values(actors.map((actor) => ({ actor, story })))
          .execute();
      });
    },

    async find(story) {
      const row = await db.selectFrom('contacts').selectAll().where('story', '=', story).executeTakeFirst();
      return row && toContact(row);
    },

    async remove(story) {
      await db.deleteFrom('contacts').where('story', '=', story).execute();
    },

    async list({ between = [], kind, since, until, isHeld = false, seenBy, limit }) {
      let query = db
        .selectFrom('contacts')
        .selectAll()
        .where((eb) => visibleTo(seenBy, eb.ref('contacts.workspace')));
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (since !== undefined) query = query.where('at', '>=', since.toISOString());
      if (until !== undefined) query = query.where('at', '<', until.toISOString());
      if (isHeld) query = query.where('state', '=', 'held');
      for (const actors of between) {
        query = query.where('story', 'in', (eb) =>
          eb.selectFrom('contactActors').select('contactActors.story').where('actor', 'in', actors),
        );
      }
      const rows = await query.orderBy('at', 'desc').orderBy('story').limit(limit).execute();
      return rows.map(toContact);
    },

    async keptSince() {
      const { at } = await db
        .selectFrom('schemaVersions')
        .select('at')
        .where('name', '=', FIRST_KEPT)
        .executeTakeFirstOrThrow();
      return new Date(at);
    },
  };
}

function toRow(contact: Contact): ContactTable {
  const { story, shortName, workspace = null, kind, state } = contact;
  return {
    story,
    shortName,
    workspace,
    kind,
    state,
    at: sortableTime(contact.at),
    isDated: Number(contact.isDated),
    sides: JSON.stringify(contact.sides),
    persons: JSON.stringify(contact.persons),
    sources: JSON.stringify(contact.sources),
  };
}

function toContact(row: ContactTable): Contact {
  return {
    ...withoutNulls(row),
    isDated: row.isDated === 1,
    sides: JSON.parse(row.sides) as Contact['sides'],
    persons: JSON.parse(row.persons) as Contact['persons'],
    sources: JSON.parse(row.sources) as Contact['sources'],
  };
}
