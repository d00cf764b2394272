import type { Word } from '#language/analysis.ts';
import { stemOf } from '#language/stem-of.ts';
import type { Actor, ActorId, Names } from '#lexicon/actor.ts';
import { countryNames } from '#lexicon/country-names.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';
import type { LexiconData, NamedBy } from '#lexicon/lexicon.ts';
import { nameKey, nameKeysFor } from '#lexicon/name-keys.ts';
import { buildPhraseTable, type KeysOf, type PhraseTable } from '#lexicon/phrase-table.ts';
import { COUNTERPARTS, LEADERS } from '#lexicon/role-words.ts';

/** A name as the lexicon writes it: which actor it names, and how. */
export type NameEntry = {
  readonly actor: ActorId;
  readonly by: NamedBy;
  /** Written with a capital: a text must do so too, so that "china" stays crockery. */
  readonly isCapitalised: boolean;
  /** All capitals: "US" and "WHO" are not "us" and "who". */
  readonly isAcronym: boolean;
};

/** A phrase of an event; `not` phrases silence those of the same event that they cover. */
export type EventEntry = { readonly event: EventTypeId; readonly force: 'phrase' | 'weak' | 'not' };

/** How a query writes an event: as `query` lists it, or by a phrase of texts. */
export type QueryEntry = { readonly event: EventTypeId; readonly isListed: boolean };

/** A title: a role of `actors.yaml`, or one that the sentence and the date must settle. */
export type TitleEntry =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'counterpart' | 'leader' };

/** Everything that may be found in texts of one language, kept by first words. */
export type Phrasebook = {
  readonly language: string;
  readonly names: PhraseTable<NameEntry>;
  readonly titles: PhraseTable<TitleEntry>;
  readonly events: PhraseTable<EventEntry>;
  readonly queryEvents: PhraseTable<QueryEntry>;
  readonly cues: PhraseTable<EventStatus>;
  readonly nameKeysOf: KeysOf;
  readonly stemKeysOf: KeysOf;
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

/** Compiles the phrases of one language. English names count in every language: they stand in many texts as they are. */
export function buildPhrasebook(data: LexiconData, language: string): Phrasebook {
  const nameKeys = nameKeysFor(language);
  const byStem = (word: Word): string => stemOf(word.folded, language);
  return {
    language,
    names: buildPhraseTable(nameEntries(data.actors, language), ({ folded }) => nameKey(folded, language)),
    titles: buildPhraseTable(titleEntries(data, language), byStem),
    events: buildPhraseTable(eventEntries(data, language), byStem),
    queryEvents: buildPhraseTable(queryEntries(data, language), byStem),
    cues: buildPhraseTable(cueEntries(data, language), byStem),
    nameKeysOf: ({ folded }) => nameKeys(folded),
    stemKeysOf: (word) => [byStem(word)],
  };
}

function* nameEntries(actors: readonly Actor[], language: string): Generator<[string, NameEntry]> {
  for (const actor of actors) {
    for (const name of namesIn(actor, language)) yield [name, nameEntry(actor.id, 'name', name)];
    for (const name of formsIn(actor.demonyms, language)) yield [name, nameEntry(actor.id, 'demonym', name)];
    for (const name of formsIn(actor.metonyms, language)) yield [name, nameEntry(actor.id, 'metonym', name)];
  }
}

function namesIn({ names, country }: Actor, language: string): ReadonlySet<string> {
  const lender = LENDERS[language];
  const own = [...(names[language] ?? []), ...(country ? countryNames(country, language) : [])];
  const lent = own.length === 0 && lender ? (names[lender] ?? []) : [];
  const english = [...(names['en'] ?? []), ...(country ? countryNames(country, 'en') : [])];
  return new Set([...own, ...lent, ...english, ...(names['any'] ?? [])]);
}

function nameEntry(actor: ActorId, by: NamedBy, name: string): NameEntry {
  const isAcronym = /^[\p{Lu}\d.]{2,6}$/u.test(name);
  return { actor, by, isAcronym, isCapitalised: /\p{Lu}/u.test(name) };
}

function* titleEntries({ roles }: LexiconData, language: string): Generator<[string, TitleEntry]> {
  for (const { id, titles } of roles) {
    for (const title of formsIn(titles, language)) yield [title, { kind: 'role', role: id }];
  }
  for (const word of formsIn(COUNTERPARTS, language)) yield [word, { kind: 'counterpart' }];
  for (const word of formsIn(LEADERS, language)) yield [word, { kind: 'leader' }];
}

function* eventEntries({ events }: LexiconData, language: string): Generator<[string, EventEntry]> {
  for (const { id, phrases, weak, not } of events) {
    for (const phrase of formsIn(phrases, language)) yield [phrase, { event: id, force: 'phrase' }];
    for (const phrase of formsIn(weak, language)) yield [phrase, { event: id, force: 'weak' }];
    for (const phrase of formsIn(not, language)) yield [phrase, { event: id, force: 'not' }];
  }
}

function* queryEntries({ events }: LexiconData, language: string): Generator<[string, QueryEntry]> {
  for (const { id, query, phrases } of events) {
    const listed = new Set(formsIn(query, language));
    for (const form of listed) yield [form, { event: id, isListed: true }];
    for (const form of formsIn(phrases, language)) {
      if (!listed.has(form)) yield [form, { event: id, isListed: false }];
    }
  }
}

function* cueEntries({ statusCues }: LexiconData, language: string): Generator<[string, EventStatus]> {
  for (const status of ['denied', 'called-for', 'planned', 'past'] as const) {
    for (const cue of formsIn(statusCues[status], language)) yield [cue, status];
  }
}

const formsIn = (names: Names | undefined, language: string): readonly string[] => [
  ...(names?.[language] ?? []),
  ...(names?.['any'] ?? []),
];
