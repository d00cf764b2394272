import type { ActorId, Term } from '#lexicon/actor.ts';
import { type Lexicon, officeKey } from '#lexicon/build-lexicon.ts';

/** Where no office tells who leads: the first of these that somebody held. A president beside a chancellor stands back. */
const LEADING = [
  'chancellor',
  'president',
  'prime-minister',
  'supreme-leader',
  'monarch',
  'secretary-general',
];

/** Dates may be months; a term that ends on a day no longer covers it. */
const covers = ({ from, to }: Term, day: string): boolean => from <= day && (to === undefined || day < to);

/** Whatever is asked about an article is asked for its one moment, and writing that takes longer than comparing terms. */
let lastAsked = { time: Number.NaN, day: '' };

function dayOf(at: Date): string {
  const time = at.getTime();
  if (lastAsked.time !== time) lastAsked = { time, day: at.toISOString().slice(0, 10) };
  return lastAsked.day;
}

const NO_TERMS: readonly Term[] = [];

/** Who held an office on a day. */
export function holdersAt(
  lexicon: Lexicon,
  office: { readonly role: string; readonly of: ActorId },
  at: Date,
): readonly ActorId[] {
  const held = lexicon.holdings.get(officeKey(office.role, office.of)) ?? [];
  if (held.length === 0) return [];
  const day = dayOf(at);
  return held.filter(({ term }) => covers(term, day)).map(({ actor }) => actor);
}

/** Who led a country or an organisation on a day: the principal of its office, else the first leading role held. */
export function leadersAt(lexicon: Lexicon, of: ActorId, at: Date): readonly ActorId[] {
  const told = lexicon.leadingRoles.get(of);
  const roles = told ? [told, ...LEADING] : LEADING;
  for (const role of roles) {
    const holders = holdersAt(lexicon, { role, of }, at);
    if (holders.length > 0) return holders;
  }
  return [];
}

/** The roles that a person held on a day. */
export function rolesAt(lexicon: Lexicon, person: ActorId, at: Date): readonly Term[] {
  const terms = lexicon.actors.get(person)?.terms ?? NO_TERMS;
  if (terms.length === 0) return NO_TERMS;
  const day = dayOf(at);
  return terms.filter((term) => covers(term, day));
}
