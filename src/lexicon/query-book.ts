import type { EventTypeId } from '#lexicon/event.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { LexiconData } from '#lexicon/lexicon.ts';
import type { PhraseFinder } from '#lexicon/phrase-table.ts';
import { findByStem, type NameBook } from '#lexicon/phrasebook.ts';

/** How a query writes an event: as `query` lists it, or by a phrase of texts. */
export type QueryEntry = { readonly event: EventTypeId; readonly isListed: boolean };

/** What the words of a query may mean in one language. */
export type QueryBook = NameBook & { readonly events: PhraseFinder<QueryEntry> };

/** Compiles how queries write events in the book's language. */
export function buildQueryBook(data: LexiconData, names: NameBook): QueryBook {
  return { ...names, events: findByStem(queryEntries(data, names.language), names.language) };
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
