import type { Contact } from '#story/contact.ts';
import type { ContactStore } from '#story/contact-store.ts';
import { SAME_CONTACT_MS } from '#story/same-contact.ts';

/** What the archive knows of contacts like this one, before it. */
export type ContactsBefore = {
  readonly kind: Contact['kind'];
  /** Who is looked for: the persons where one is known for each side, else the sides. */
  readonly between: Contact['sides'];
  /** Since when contacts are kept. ISO 8601, UTC. */
  readonly keptSince: string;
  readonly last?: Pick<Contact, 'at' | 'shortName'>;
};

/**
 * The last contact of the same kind between the same people that was held before this one, on another day: what another
 * story tells of the same day is this one. Absent where this one was not held, or where the archive begins only after it
 * and holds none, so that it can say nothing.
 */
export async function contactsBefore(
  contact: Contact | undefined,
  contacts: ContactStore,
): Promise<ContactsBefore | undefined> {
  if (contact?.state !== 'held') return undefined;

  const { kind, sides, persons, workspace } = contact;
  const between = persons.length === sides.length ? persons : sides;
  const [last] = (
    await contacts.list({
      between: between.map((actor) => [actor]),
      kind,
      until: new Date(Date.parse(contact.at) - SAME_CONTACT_MS),
      isHeld: true,
      seenBy: workspace,
      limit: 2,
    })
  ).filter(({ story }) => story !== contact.story);
  const keptSince = (await contacts.keptSince()).toISOString();
  if (last === undefined && keptSince >= contact.at) return undefined;
  return {
    kind,
    between,
    keptSince,
    ...(last && { last: { at: last.at, shortName: last.shortName } }),
  };
}
