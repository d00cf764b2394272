import type { Analysis, Passage, Place, Word } from '#language/analysis.ts';

/** A passage that counts as title or lead, and up to where. */
export type HeadPassage = { readonly index: number; readonly passage: Passage; readonly end: number };

/** A word of title or lead: in which passage and sentence it stands, and as which word of it. */
export type HeadWord = {
  readonly index: number;
  readonly place: Place;
  readonly sentence: number;
  readonly word: number;
  readonly written: Word;
};

/** Where there is no summary, so much of the text counts as its lead. */
const LEAD_CHARACTERS = 600;

/** Title and lead of a text: there a report says what it is about. */
export function headOf(analysis: Analysis): readonly HeadPassage[] {
  const passages = analysis.passages.map((passage, index) => ({ index, passage, end: passage.text.length }));
  const hasSummary = passages.some(({ passage }) => passage.place === 'summary');
  return passages
    .filter(({ passage }) => passage.place !== 'text' || !hasSummary)
    .map((head) => (head.passage.place === 'text' ? { ...head, end: LEAD_CHARACTERS } : head));
}

/** Whether a mention stands in title or lead. */
export function standsIn(
  mention: { readonly passage: number; readonly sentence: number },
  head: readonly HeadPassage[],
  analysis: Analysis,
): boolean {
  const start = analysis.passages[mention.passage]?.sentences[mention.sentence]?.start ?? 0;
  return head.some(({ index, end }) => index === mention.passage && start < end);
}

/** The words of title and lead in reading order. */
export function wordsOf(head: readonly HeadPassage[]): readonly HeadWord[] {
  return head.flatMap(({ index, passage, end }) =>
    passage.sentences
      .map((sentence, position) => ({ sentence, position }))
      .filter(({ sentence }) => sentence.start < end)
      .flatMap(({ sentence, position }) =>
        sentence.words.map((written, word) => ({
          index,
          place: passage.place,
          sentence: position,
          word,
          written,
        })),
      ),
  );
}
