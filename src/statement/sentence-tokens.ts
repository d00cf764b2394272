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
const WORD = /^[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;

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
    pushPlain(tokens, text, at, start);
    tokens.push({ start, end, kind: 'quotation', lower: '', isCapital: false, quotation });
    at = end;
  }
  pushPlain(tokens, text, at, sentence.end);
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

function pushPlain(tokens: Token[], text: string, from: number, to: number): void {
  const plain = text.slice(from, to);
  for (let match = TOKEN.exec(plain); match; match = TOKEN.exec(plain)) {
    const [found] = match;
    const start = from + match.index;
    const end = start + found.length;
    if (WORD.test(found)) {
      tokens.push({ start, end, kind: 'word', lower: found.toLowerCase(), isCapital: CAPITAL.test(found) });
    } else if (!(INSIDE_WORD.test(found) && isJoined(text, start, end))) {
      tokens.push({ start, end, kind: 'mark', lower: found.toLowerCase(), isCapital: false });
    }
  }
}

/** A mark with a letter at either side joins two parts of a word; a possessive's last apostrophe follows one. */
function isJoined(text: string, start: number, end: number): boolean {
  return (
    /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) &&
    (/[\p{L}\p{N}]/u.test(text.charAt(end)) || text.charAt(start) !== '-')
  );
}
