import type { EventTypeId } from '#lexicon/event.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';
import { nameKey } from '#lexicon/name-keys.ts';
import { type NameEntry, nameEntry } from '#lexicon/name-tables.ts';
import { buildPhraseTable, openPhraseTable, type PhraseFinder } from '#lexicon/phrase-table.ts';
import { findByStem, type NameBook } from '#lexicon/phrasebook.ts';

/** How a query writes an event: as `query` lists it, or by a phrase of texts. */
export type QueryEntry = { readonly event: EventTypeId; readonly isListed: boolean };

/** What the words of a query may mean in one language. */
export type QueryBook = NameBook & { readonly events: PhraseFinder<QueryEntry> };

/**
 * Compiles how queries write events and names in the book's language. A query also knows everybody by the name that is
 * shown, which texts may shorten: who copies "Keir Starmer" from a card asks for no article that holds "Keir".
 */
export function buildQueryBook(data: LexiconData, book: NameBook): QueryBook {
  const { language, names } = book;
  const shownNames = findShownNames(data, book);
  return {
    ...book,
    names: (words, at) => {
      const shown = shownNames(words, at);
      return shown.length === 0 ? names(words, at) : [...names(words, at), ...shown];
    },
    events: findByStem(queryEntries(data, language), language),
  };
}

function findShownNames(
  data: LexiconData,
  { language, nameKeysOf, opened }: NameBook,
): PhraseFinder<NameEntry> {
  const table = buildPhraseTable(shownEntries(data, language), (folded) => nameKey(folded, language));
  return openPhraseTable(table, nameKeysOf, opened);
}

/** Those that the tables of texts do not have. */
function* shownEntries({ actors }: LexiconData, language: string): Generator<[string, NameEntry]> {
  for (const { id, shown, names } of actors) {
    const name = shown[language];
    if (name !== undefined && !formsIn(names, language).includes(name))
      yield [name, nameEntry(id, 'name', name)];
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
