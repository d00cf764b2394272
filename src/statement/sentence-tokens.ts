import type { Span } from '#language/analysis.ts';
import type { Quotation } from './quotations.ts';

/** A word, a mark, or a whole quotation: what a frame of saying is read from. */
export type Token = Span & {
  readonly kind: 'word' | 'mark' | 'quotation';
  /** Lower case, apostrophes made one. */
  readonly lower: string;
  readonly isCapital: boolean;
  readonly quotation?: Quotation;
};

/** Letters and digits, points of abbreviations included; else any one mark. Hyphens and apostrophes inside words part them silently. */
const TOKEN = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+|[^\s]/gu;
const INSIDE_WORD = /^['’ʼ‑-]$/u;

/** Longer than any sentence that people write: reading frames takes time by the square of its length. */
const LONGEST_SENTENCE = 4_000;

/**
 * Lines up a sentence; one too long to be one holds nothing. A quotation counts as one token, so that no frame is read
 * inside another's words; of one that reaches into other sentences the token is the piece that stands in this one.
 * `quotations`: those of the whole text that touch the sentence, in order.
 */
export function tokensOf(text: string, sentence: Span, quotations: readonly Quotation[]): readonly Token[] {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return [];
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const quotation of quotations) {
    const start = Math.max(at, quotation.start);
    const end = Math.min(sentence.end, quotation.end);
    tokens.push(...plainTokens(text, at, start));
    tokens.push({ start, end, kind: 'quotation', lower: '', isCapital: false, quotation });
    at = end;
  }
  tokens.push(...plainTokens(text, at, sentence.end));
  return tokens;
}

/** The quotations that touch each of some stretches, both in order. */
export function quotationsIn(
  stretches: readonly Span[],
  quotations: readonly Quotation[],
): readonly (readonly Quotation[])[] {
  let first = 0;
  return stretches.map(({ start, end }) => {
    while ((quotations[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first += 1;
    const inside: Quotation[] = [];
    for (let at = first; (quotations[at]?.start ?? Number.POSITIVE_INFINITY) < end; at += 1) {
      const quotation = quotations[at];
      if (quotation) inside.push(quotation);
    }
    return inside;
  });
}

function plainTokens(text: string, from: number, to: number): Token[] {
  return [...text.slice(from, to).matchAll(TOKEN)].flatMap(({ 0: found, index }) => {
    const start = from + index;
    const end = start + found.length;
    if (INSIDE_WORD.test(found) && isJoined(text, start, end)) return [];
    const isWord = /^[\p{L}\p{N}]/u.test(found);
    return [
      {
        start,
        end,
        kind: isWord ? ('word' as const) : ('mark' as const),
        lower: found.toLowerCase(),
        isCapital: /^\p{Lu}/u.test(found),
      },
    ];
  });
}

/** A mark with a letter at either side joins two parts of a word; a possessive's last apostrophe follows one. */
function isJoined(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) &&
    (/[\p{L}\p{N}]/u.test(text.charAt(end)) || text.charAt(start) !== '-')
  );
}
