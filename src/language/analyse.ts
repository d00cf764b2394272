import type { Analysis, Passage, Place } from './analysis.ts';
import type { Detector } from './detector.ts';
import { languageOf } from './language-of.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords } from './split-words.ts';

/** The parts of a text, already clean; `language` is what its feed declares. */
export type TextParts = {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
  readonly language?: string;
};

const PLACES: readonly Place[] = ['title', 'summary', 'text'];
/** As much as a detector needs to be sure, and no more: over our own sentences longer samples told nothing better. */
const DETECTED_LENGTH = 300;

/** Reads a text once: its language, sentences and words. Passages stand in the order title, summary, text; empty ones are left out. */
export function analyse(parts: TextParts, detect: Detector): Analysis {
  const sample = PLACES.map((place) => parts[place] ?? '')
    .join('\n')
    .slice(0, DETECTED_LENGTH);
  const language = languageOf(sample, parts.language, detect);
  const passages = PLACES.flatMap((place) => {
    const text = parts[place];
    return text ? [passageOf(place, text, language)] : [];
  });
  return language === undefined ? { passages } : { language, passages };
}

function passageOf(place: Place, text: string, language: string | undefined): Passage {
  const sentences = splitSentences(text, language).map(({ start, end }) => ({
    start,
    end,
    words: splitWords(text.slice(start, end), language, start),
  }));
  return { place, text, sentences };
}
