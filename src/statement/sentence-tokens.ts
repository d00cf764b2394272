import type { Sentence, Span } from '#language/analysis.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** A word, a mark, or a whole quotation: what a frame of saying is read from. */
export type Token = Span & {
  readonly kind: 'word' | 'mark' | 'quotation';
  /** Lower case, apostrophes made one. */
  readonly lower: string;
  readonly isCapital: boolean;
  readonly quotation?: Quotation;
};

/** A sentence as a row of tokens; offsets count in the passage's text. */
export type TokenRow = { readonly tokens: readonly Token[]; readonly start: number; readonly end: number };

/** Letters and digits, points of abbreviations included; else any one mark. Hyphens and apostrophes inside words part them silently. */
const TOKEN = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+|[^\s]/gu;
const INSIDE_WORD = /^['’ʼ‑-]$/u;

/** Longer than any sentence that people write: reading frames takes time by the square of its length. */
const LONGEST_SENTENCE = 4_000;

/** Lines up a sentence; one too long to be one holds nothing; a quotation counts as one token, so that no frame is read inside another's words. */
export function tokensOf(text: string, sentence: Sentence): TokenRow {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) {
    return { tokens: [], start: sentence.start, end: sentence.end };
  }
  const quotations = findQuotations(text.slice(sentence.start, sentence.end), sentence.start);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const quotation of quotations) {
    tokens.push(...plainTokens(text, at, quotation.start));
    tokens.push({
      start: quotation.start,
      end: quotation.end,
      kind: 'quotation',
      lower: '',
      isCapital: false,
      quotation,
    });
    at = quotation.end;
  }
  tokens.push(...plainTokens(text, at, sentence.end));
  return { tokens, start: sentence.start, end: sentence.end };
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
