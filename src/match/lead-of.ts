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
};

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
  return inLead.map(({ words }, sentence) => ({
    position: positionOf(sentence),
    passage: index,
    sentence,
    where: place,
    text,
    words: words.filter(({ end }) => end <= limit),
  }));
}
