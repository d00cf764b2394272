/** The same words in each language that Readout speaks. */
export type Wording = { readonly en: string; readonly fr: string };

/** In the reader's language, else in English. `language` is a primary subtag. */
export const wordingIn = (wording: Wording, language: string): string =>
  language === 'fr' ? wording.fr : wording.en;
