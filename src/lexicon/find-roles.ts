import type { Word } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { mentionOf } from '#lexicon/find-names.ts';
import { holdersAt, leadersAt, rolesAt } from '#lexicon/holders-at.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import type { Phrasebook, TitleEntry } from '#lexicon/phrasebook.ts';
import { CONJUNCTIONS, CONNECTORS, FORMER, SHARED_ROLES } from '#lexicon/role-words.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

type Means = { readonly book: Phrasebook; readonly lexicon: Lexicon; readonly at: Date };

/** A title with the countries or organisations that it belongs to, and all the words that say so. */
type Titled = {
  readonly title: TitleEntry;
  readonly of: readonly ActorId[];
  readonly first: number;
  readonly last: number;
};

/**
 * Persons named by their office: "the Russian President", "президент России", "US and Chinese presidents", "her
 * French counterpart". Silent where a name follows: then the name tells who it is.
 */
export function findRoles(here: SentenceAt, names: readonly ActorMention[], means: Means): ActorMention[] {
  const titled = findTitled(here, names, means);
  const roles: ActorMention[] = [];
  for (const office of titled) {
    for (const of of office.of) {
      const holders = holdersOf(office.title, of, { ...means, named: [...names, ...roles] });
      for (const actor of holders) {
        roles.push(mentionOf(here, { first: office.first, last: office.last, actor, by: 'role' }));
      }
    }
  }
  return roles;
}

/** An office names its principal as well: "the Kremlin" is the Russian president too. */
export function findPrincipals(names: readonly ActorMention[], lexicon: Lexicon, at: Date): ActorMention[] {
  return names.flatMap((mention) => {
    const principal = lexicon.actors.get(mention.actor)?.principal;
    if (!principal || mention.by !== 'name') return [];
    return holdersAt(lexicon, principal, at).map(
      (actor): ActorMention => ({ ...mention, actor, by: 'principal' }),
    );
  });
}

function findTitled(here: SentenceAt, names: readonly ActorMention[], { book, lexicon }: Means): Titled[] {
  const bodies = names.filter(({ actor }) => isBody(lexicon, actor));
  if (bodies.length === 0) return [];
  const found: Titled[] = [];
  let first = 0;
  while (first < here.words.length) {
    const hits = book.titles(here.words, first);
    const longest = hits.toSorted((one, other) => other.last - one.last)[0];
    const titled =
      longest && titledAt(here.words, { title: longest.value, first, last: longest.last }, bodies, book);
    if (titled && !isFollowedByName(here, titled, names, book)) found.push(titled);
    first = longest ? longest.last + 1 : first + 1;
  }
  return found;
}

function isBody(lexicon: Lexicon, actor: ActorId): boolean {
  const kind = lexicon.actors.get(actor)?.kind;
  return kind === 'country' || kind === 'organisation';
}

function titledAt(
  words: readonly Word[],
  title: { readonly title: TitleEntry; readonly first: number; readonly last: number },
  bodies: readonly ActorMention[],
  book: Phrasebook,
): Titled | undefined {
  const isPlural = /[sыиі]$/u.test(words[title.last]?.folded ?? '');
  const before = bodiesBefore(words, title.first, bodies, isPlural);
  const after = before.length > 0 ? [] : bodiesAfter(words, title.last, bodies, { isPlural, book });
  const used = [...before, ...after];
  const first = Math.min(title.first, ...used.map(({ firstWord }) => firstWord));
  if (used.length === 0 || isFormer(words, first) || isFormer(words, title.first)) return undefined;
  const last = Math.max(title.last, ...used.map(({ lastWord }) => lastWord));
  return { title: title.title, of: used.map(({ actor }) => actor), first, last };
}

const isFormer = (words: readonly Word[], at: number): boolean => FORMER.has(words[at - 1]?.folded ?? '');

function bodiesBefore(
  words: readonly Word[],
  title: number,
  bodies: readonly ActorMention[],
  isPlural: boolean,
): readonly ActorMention[] {
  const nearest = bodies.find(({ lastWord }) => lastWord === title - 1);
  if (!nearest) return [];
  const joint = nearest.firstWord - 1;
  const isJoined = isPlural && CONJUNCTIONS.has(words[joint]?.folded ?? '');
  const other = isJoined ? bodies.find(({ lastWord }) => lastWord === joint - 1) : undefined;
  return other ? [other, nearest] : [nearest];
}

function bodiesAfter(
  words: readonly Word[],
  title: number,
  bodies: readonly ActorMention[],
  { isPlural, book }: { readonly isPlural: boolean; readonly book: Phrasebook },
): readonly ActorMention[] {
  let at = title + 1;
  while (at <= title + 4 && CONNECTORS.has(words[at]?.folded ?? '')) at += 1;
  // English needs its "of": in "talks with the president, Iran said" the two are strangers.
  if (at === title + 1 && book.language === 'en') return [];
  const nearest = bodies.find(({ firstWord }) => firstWord === at);
  if (!nearest) return [];
  const joint = nearest.lastWord + 1;
  const isJoined = isPlural && CONJUNCTIONS.has(words[joint]?.folded ?? '');
  const other = isJoined ? bodies.find(({ firstWord }) => firstWord === joint + 1) : undefined;
  return other ? [nearest, other] : [nearest];
}

/** Whether a personal name stands right behind: one of the lexicon, or a capitalised word that nobody knows. */
function isFollowedByName(
  { words, text }: SentenceAt,
  titled: Titled,
  names: readonly ActorMention[],
  book: Phrasebook,
): boolean {
  const next = words[titled.last + 1];
  const end = words[titled.last]?.end;
  if (!next || end === undefined || text.slice(end, next.start) !== ' ') return false;
  if (names.some(({ firstWord }) => firstWord === titled.last + 1)) return true;
  const isCapitalised = /^\p{Lu}\p{Ll}/u.test(next.text);
  // German capitalises every noun, and headlines many words: there a capital tells nothing.
  return isCapitalised && book.language !== 'de' && words.some(({ text }) => /^\p{Ll}{4,}/u.test(text));
}

function holdersOf(
  title: TitleEntry,
  of: ActorId,
  { lexicon, at, named }: Means & { readonly named: readonly ActorMention[] },
): readonly ActorId[] {
  switch (title.kind) {
    case 'role':
      return SHARED_ROLES.has(title.role) ? [] : holdersAt(lexicon, { role: title.role, of }, at);
    case 'leader':
      return leadersAt(lexicon, of, at);
    case 'counterpart': {
      const persons = named.filter(({ actor }) => lexicon.actors.get(actor)?.kind === 'person');
      const roles = persons.toReversed().flatMap(({ actor }) => rolesAt(lexicon, actor, at));
      const same = roles
        .map(({ role }) => holdersAt(lexicon, { role, of }, at))
        .find((held) => held.length > 0);
      return same ?? leadersAt(lexicon, of, at);
    }
  }
}
