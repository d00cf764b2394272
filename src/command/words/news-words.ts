import type { Phrase } from '#card/phrase.ts';

/**
 * What was looked for, and since and until when. Days are ISO 8601; `until` stands only where it was asked for.
 * `narrowed`: the options beside the words, by their names in the reader's language.
 */
export type SearchFigures = {
  readonly written: string;
  readonly since: string;
  readonly until?: string;
  readonly narrowed: readonly { readonly name: string; readonly value: string }[];
};

/** What `news search` says. */
export type NewsWords = {
  readonly found: (stories: number, asked: SearchFigures) => Phrase;
  readonly nothing: (asked: SearchFigures) => Phrase;
  readonly page: (page: number, pages: number) => Phrase;
  /** More articles hold the words than are looked at. */
  readonly newestOnly: (articles: number) => Phrase;
  readonly noSuchDay: (written: string) => Phrase;
  /** What was filled into an option means nothing to us. */
  readonly notUnderstood: (option: string, written: string) => Phrase;
  /** What is called nearly so. */
  readonly nearest: (names: readonly string[]) => Phrase;
  /** So much there is without that option. */
  readonly without: (option: string, stories: number) => Phrase;
  readonly askWithout: (option: string) => string;
};
