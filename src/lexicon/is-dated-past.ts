import type { Names } from '#lexicon/actor.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

/** Words that join an event and its year: "the truce of 1914", "avait démissionné en 2020"; folded, by language. */
const OF_YEAR: Names = {
  en: ['of', 'in'],
  fr: ['de', 'en'],
  es: ['de', 'en'],
  it: ['del', 'nel'],
  pt: ['de', 'em'],
  de: ['von', 'im', 'jahr'],
  pl: ['z', 'w'],
  ru: ['в'],
  uk: ['у', 'в'],
};

/** "Les négociations secrètes de 1971": so many words may stand between an event and its year's joining word. */
const YEAR_DISTANCE = 1;
const YEAR = /^(?:1[89]|20)\d\d$/;

/** Whether the words right behind an event date it to a year that was over before the last one began, seen from `at`. */
export function isDatedPast(
  event: { readonly last: number },
  { words }: Pick<SentenceAt, 'words'>,
  { language, at }: { readonly language: string; readonly at: Date },
): boolean {
  const joining = formsIn(OF_YEAR, language);
  const lastYear = at.getUTCFullYear() - 1;
  for (let join = event.last; join <= event.last + 1 + YEAR_DISTANCE; join += 1) {
    const year = words[join + 1]?.text ?? '';
    if (joining.includes(words[join]?.folded ?? '') && YEAR.test(year)) return Number(year) < lastYear;
  }
  return false;
}
