import type { Analysis, Passage, Place, Word } from '#language/analysis.ts';

/** As much of a text as counts as its lead where there is no summary, in UTF-16 units. */
const LEAD_LENGTH = 600;

/** A sentence of title or lead. The title is position 0, however many sentences it has; the lead counts on from 1. */
export type LeadSentence = {
  readonly position: number;
  readonly passage: number;
  readonly sentence: number;
  readonly where: Place;
  readonly text: string;
  readonly words: readonly Word[];
  /** The words that stand right behind a semicolon, and behind a comma: there a clause begins. */
  readonly clauseStarts: Readonly<Record<ClauseMark, readonly number[]>>;
};

/** What parts clauses. */
export type ClauseMark = ';' | ',';

/** The sentences where an event must stand to be what the article is about: its title, and its summary or the first 600 characters. */
export function leadOf({ passages }: Analysis): readonly LeadSentence[] {
  const title = passages.findIndex(({ place }) => place === 'title');
  const summary = passages.findIndex(({ place }) => place === 'summary');
  const lead = summary >= 0 ? summary : passages.findIndex(({ place }) => place === 'text');
  const limit = summary >= 0 ? Number.POSITIVE_INFINITY : LEAD_LENGTH;
  return [
    ...sentencesOf(passages[title], title, { limit: Number.POSITIVE_INFINITY, positionOf: () => 0 }),
    ...sentencesOf(passages[lead], lead, { limit, positionOf: (sentence) => sentence + 1 }),
  ];
}

function sentencesOf(
  passage: Passage | undefined,
  index: number,
  { limit, positionOf }: { readonly limit: number; readonly positionOf: (sentence: number) => number },
): readonly LeadSentence[] {
  if (!passage) return [];
  const { place, text, sentences } = passage;
  const inLead = sentences.filter(({ start }) => start < limit);
  return inLead.map((whole, sentence) => {
    const words = whole.words.filter(({ end }) => end <= limit);
    return {
      position: positionOf(sentence),
      passage: index,
      sentence,
      where: place,
      text,
      words,
      clauseStarts: { ';': startsBehind(';', words, text), ',': startsBehind(',', words, text) },
    };
  });
}

function startsBehind(mark: ClauseMark, words: readonly Word[], text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const found = text.indexOf(mark, words[at - 1]?.end);
    if (found === -1) break;
    if (found < (words[at]?.start ?? 0)) starts.push(at);
  }
  return starts;
}
