import type { Names } from '#lexicon/actor.ts';

/** What a table of names has for a language, with what holds for every language. */
export const formsIn = (names: Names | undefined, language: string): readonly string[] => [
  ...(names?.[language] ?? []),
  ...(names?.['any'] ?? []),
];
