import type { CardWords } from '#card/card-words.ts';
import { englishWords } from '#card/english-words.ts';
import { frenchWords } from '#card/french-words.ts';

/** The card's own words: French for French readers, English for everybody else. */
export const wordsIn = (language: string | undefined): CardWords =>
  language === 'fr' ? frenchWords : englishWords;
