import { memoise } from '#language/memoise.ts';
import type { Actor, ActorId } from '#lexicon/actor.ts';
import { countryNames } from '#lexicon/country-names.ts';
import type { NamedBy } from '#lexicon/lexicon.ts';
import { isSlavicInLatin, nameKey } from '#lexicon/name-keys.ts';
import { buildPhraseTable, type PhraseTable } from '#lexicon/phrase-table.ts';

/** A name as the lexicon writes it: which actor it names, and how. */
export type NameEntry = {
  readonly actor: ActorId;
  readonly by: NamedBy;
  /** Written with a capital: a text must do so too, so that "china" stays crockery. */
  readonly isCapitalised: boolean;
  /** All capitals: "US" and "WHO" are not "us" and "who". */
  readonly isAcronym: boolean;
};

/** Where a language has no name for an actor, the one of the language that lends it its letters. */
const LENDERS: Readonly<Record<string, string>> = {
  uk: 'ru',
  be: 'ru',
  bg: 'ru',
  fa: 'ar',
  ur: 'ar',
  ja: 'zh',
};

/** More than there are languages: nothing is ever forgotten. */
const LANGUAGES = 1_000;

/**
 * The names to be found in texts of a language. English names and those of every language stand in many texts as they
 * are: all tables share them. A table is compiled when it is first asked for.
 */
export function nameTablesOf(actors: readonly Actor[]): (language: string) => PhraseTable<NameEntry> {
  const sharedBy = memoise(
    (language) => buildPhraseTable(sharedEntries(actors), (folded) => nameKey(folded, language)),
    LANGUAGES,
  );
  return memoise((language) => {
    // English names are kept under other keys only where their endings change as well.
    const shared = sharedBy(isSlavicInLatin(language) ? 'pl' : 'en');
    return buildPhraseTable(ownEntries(actors, language), (folded) => nameKey(folded, language), shared);
  }, LANGUAGES);
}

function* sharedEntries(actors: readonly Actor[]): Generator<[string, NameEntry]> {
  for (const { id, names, country, demonyms, metonyms } of actors) {
    for (const name of sharedNames({ names, country })) yield [name, nameEntry(id, 'name', name)];
    for (const name of demonyms?.['any'] ?? []) yield [name, nameEntry(id, 'demonym', name)];
    for (const name of metonyms?.['any'] ?? []) yield [name, nameEntry(id, 'metonym', name)];
  }
}

function* ownEntries(actors: readonly Actor[], language: string): Generator<[string, NameEntry]> {
  for (const actor of actors) {
    for (const name of ownNames(actor, language)) yield [name, nameEntry(actor.id, 'name', name)];
    for (const name of actor.demonyms?.[language] ?? []) yield [name, nameEntry(actor.id, 'demonym', name)];
    for (const name of actor.metonyms?.[language] ?? []) yield [name, nameEntry(actor.id, 'metonym', name)];
  }
}

type Named = Pick<Actor, 'names'> & { readonly country: string | undefined };

const sharedNames = ({ names, country }: Named): ReadonlySet<string> =>
  new Set([...(names['en'] ?? []), ...countryNamesIn('en', country), ...(names['any'] ?? [])]);

function ownNames({ names, country }: Actor, language: string): ReadonlySet<string> {
  const own = [...(names[language] ?? []), ...countryNamesIn(language, country)];
  const lender = LENDERS[language];
  const lent = own.length === 0 && lender ? (names[lender] ?? []) : [];
  return new Set([...own, ...lent]).difference(sharedNames({ names, country }));
}

const countryNamesIn = (language: string, country: string | undefined): readonly string[] =>
  country === undefined ? [] : countryNames(country, language);

/** How this name of an actor is kept. */
export function nameEntry(actor: ActorId, by: NamedBy, name: string): NameEntry {
  const isAcronym = /^[\p{Lu}\d.]{2,6}$/u.test(name);
  return { actor, by, isAcronym, isCapitalised: /\p{Lu}/u.test(name) };
}
