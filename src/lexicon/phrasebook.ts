import { memoise } from '#language/memoise.ts';
import { stemOf } from '#language/stem-of.ts';
import type { Role } from '#lexicon/actor.ts';
import type { Concept, ConceptId } from '#lexicon/concept.ts';
import type { EventStatus, EventTypeId } from '#lexicon/event.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';
import { nameKeysFor } from '#lexicon/name-keys.ts';
import type { NameEntry } from '#lexicon/name-tables.ts';
import {
  buildPhraseTable,
  type KeysOf,
  type OpenedWords,
  openPhraseTable,
  type PhraseFinder,
  type PhraseTable,
  rememberOpened,
} from '#lexicon/phrase-table.ts';
import { COUNTERPARTS, LEADERS } from '#lexicon/role-words.ts';

/** A phrase of an event; `not` phrases silence those of the same event that they cover. */
export type EventEntry = { readonly event: EventTypeId; readonly force: 'phrase' | 'weak' | 'not' };

/** A title: a role of `actors.yaml`, or one that the sentence and the date must settle. */
export type TitleEntry =
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'counterpart' | 'leader' };

/** Of each language. */
const KEYS_KEPT = 5_000;
/** More than there are. */
const LANGUAGES = 1_000;

/** The names and the common words of one language, and the forms under which names are looked up. */
export type NameBook = {
  readonly language: string;
  readonly names: PhraseFinder<NameEntry>;
  /** Common words that the lexicon can translate. */
  readonly words: PhraseFinder<ConceptId>;
  /** Titles of offices: "president", "prime minister". */
  readonly titles: PhraseFinder<TitleEntry>;
  /** The forms under which a folded word may be kept as part of a name. */
  readonly nameKeysOf: KeysOf;
  /** What words open in these tables, and in those of the phrasebook that is made of them. */
  readonly opened: OpenedWords;
};

/** Everything that may be found in texts of one language, kept by first words. */
export type Phrasebook = NameBook & {
  readonly events: PhraseFinder<EventEntry>;
  readonly cues: PhraseFinder<EventStatus>;
};

/** The names, titles and common words of one language, compiled once for texts and queries alike. */
export function openNameBook(
  { words, roles }: Pick<LexiconData, 'words' | 'roles'>,
  language: string,
  names: PhraseTable<NameEntry>,
): NameBook {
  const nameKeysOf = nameKeysFor(language);
  const opened = rememberOpened();
  return {
    language,
    names: openPhraseTable(names, nameKeysOf, opened),
    words: findByStem(wordEntries(words, language), language, opened),
    titles: findByStem(titleEntries(roles, language), language, opened),
    nameKeysOf,
    opened,
  };
}

/** Compiles the phrases of the book's language. */
export function buildPhrasebook(data: LexiconData, names: NameBook): Phrasebook {
  const { language, opened } = names;
  return {
    ...names,
    events: findByStem(eventEntries(data, language), language, opened),
    cues: findByStem(cueEntries(data, language), language, opened),
  };
}

/** Compiles phrases that are compared by the stems of their language. `opened`: where other tables are searched with the same words. */
export function findByStem<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  language: string,
  opened?: OpenedWords,
): PhraseFinder<Value> {
  const table = buildPhraseTable(entries, (folded) => stemOf(folded, language));
  return openPhraseTable(table, stemKeysIn(language), opened);
}

const stemKeysIn = memoise(
  (language): KeysOf => memoise((folded) => [stemOf(folded, language)], KEYS_KEPT),
  LANGUAGES,
);

function* wordEntries(words: readonly Concept[], language: string): Generator<[string, ConceptId]> {
  for (const { id, names } of words) {
    for (const name of formsIn(names, language)) yield [name, id];
  }
}

function* titleEntries(roles: readonly Role[], language: string): Generator<[string, TitleEntry]> {
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

function* cueEntries({ statusCues }: LexiconData, language: string): Generator<[string, EventStatus]> {
  for (const status of ['unclear', 'denied', 'called-for', 'planned', 'past'] as const) {
    for (const cue of formsIn(statusCues[status], language)) yield [cue, status];
  }
}
