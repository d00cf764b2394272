import type { Passage } from '#language/analysis.ts';
import type { Located } from './passage-reading.ts';
import type { Token } from './sentence-tokens.ts';

/**
 * A sentence that is nothing but a quotation goes on with what the last speaker of its paragraph said: another part
 * of their quotation, or a quotation of its own behind reported speech of one speaker.
 */
export function continueQuotation(
  found: readonly Located[],
  tokens: readonly Token[],
  place: number,
  passage: Passage,
): readonly Located[] {
  const before = found.filter(({ last }) => last === place - 1);
  const last = before.at(-1);
  const isBare = tokens[0]?.quotation !== undefined && tokens.every(({ kind }) => kind !== 'word');
  if (!last || !isBare || beginsParagraph(place, passage)) return found;

  const { attribution } = last;
  const goesOn = tokens.flatMap(({ quotation }) => (quotation ? [quotation.inner] : []));
  if (attribution.isQuoted) {
    const longer = { ...attribution, content: [...attribution.content, ...goesOn] };
    return found.map((one) => (one === last ? { attribution: longer, last: place } : one));
  }
  if (before.length > 1) return found;
  return [...found, { attribution: { ...attribution, content: goesOn, isQuoted: true }, last: place }];
}

function beginsParagraph(place: number, { text, sentences }: Passage): boolean {
  return text.slice(sentences[place - 1]?.end, sentences[place]?.start).includes('\n');
}
