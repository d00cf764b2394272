import { DAY_MS } from '#kernel/clock.ts';
import type { Contact } from '#story/contact.ts';

/** Two stories may tell of one contact: it is of the same day, as far as its hour is known. */
export const SAME_CONTACT_MS = DAY_MS;

/** A contact with the short names of the other stories that tell of it. */
export type JoinedContact = Contact & { readonly alsoIn: readonly string[] };

/** Contacts as people count them: what several stories tell of one day and the same people is one. In the order given. */
export function joinContacts(contacts: readonly Contact[]): readonly JoinedContact[] {
  const joined: JoinedContact[] = [];
  for (const contact of contacts) {
    const same = joined.findIndex((one) => isSameContact(one, contact));
    const known = joined[same];
    if (known === undefined) joined.push({ ...contact, alsoIn: [] });
    else joined[same] = together(known, contact);
  }
  return joined;
}

/** Of one kind, as far along, between the same sides and nobody else, within a day. */
function isSameContact(one: Contact, other: Contact): boolean {
  return (
    one.kind === other.kind &&
    one.state === other.state &&
    one.workspace === other.workspace &&
    Math.abs(Date.parse(one.at) - Date.parse(other.at)) < SAME_CONTACT_MS &&
    one.sides.length === other.sides.length &&
    holdsAll(one.sides, other.sides) &&
    (holdsAll(one.persons, other.persons) || holdsAll(other.persons, one.persons))
  );
}

const holdsAll = (some: readonly string[], others: readonly string[]): boolean =>
  others.every((one) => some.includes(one));

/** With whoever is named by either, and all sources, own texts first. */
function together(known: JoinedContact, other: Contact): JoinedContact {
  const sources = [...known.sources, ...other.sources].toSorted(
    (one, next) => Number(next.isOwnText) - Number(one.isOwnText),
  );
  const persons = holdsAll(known.persons, other.persons) ? known.persons : other.persons;
  return { ...known, persons, sources, alsoIn: [...known.alsoIn, other.shortName] };
}
