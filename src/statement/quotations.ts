import type { Span } from '#language/analysis.ts';

/** A stretch in quotation marks: the whole, what stands between the marks, and whether that ends like a sentence or with a comma. */
export type Quotation = Span & { readonly inner: Span; readonly hasEndMark: boolean };

/** Opening mark → the marks that close it. Single marks are apostrophes as well: see `opensHere` and `closesHere`. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“”',
  '"': '"',
  '‘': '’',
  "'": "'",
};
const SINGLE = new Set(['‘', "'"]);
/** Typed for one double mark. */
const TWO_APOSTROPHES = "''";

/** Finds the outermost quotations of a sentence that begins at `offset`; marks that nobody closes are none. */
export function findQuotations(written: string, offset = 0): readonly Quotation[] {
  const sentence = written.replaceAll(TWO_APOSTROPHES, ' "');
  const quotations: Quotation[] = [];
  let from = 0;
  while (from < sentence.length) {
    const end = opensHere(sentence, from) ? closingOf(sentence, from) : undefined;
    if (end !== undefined) quotations.push(quotationAt(sentence, from, end, offset));
    from = (end ?? from) + 1;
  }
  return quotations;
}

function opensHere(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!(mark in CLOSERS)) return false;
  return !SINGLE.has(mark) || (!isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1)));
}

/** Where the quotation that opens at `from` closes; the same pair may stand nested inside. */
function closingOf(text: string, from: number): number | undefined {
  const mark = text.charAt(from);
  const closers = CLOSERS[mark] ?? '';
  let depth = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (closers.includes(character) && closesHere(text, at, mark)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (character === mark && !SINGLE.has(mark)) {
      depth += 1;
    }
  }
  return undefined;
}

function closesHere(text: string, at: number, mark: string): boolean {
  return !SINGLE.has(mark) || !isLetter(text.charAt(at + 1));
}

function quotationAt(text: string, from: number, end: number, offset: number): Quotation {
  const inner = text.slice(from + 1, end);
  const start = from + 1 + (inner.length - inner.trimStart().length);
  const innerEnd = from + 1 + inner.trimEnd().replace(/,$/u, '').length;
  return {
    start: offset + from,
    end: offset + end + 1,
    inner: { start: offset + start, end: offset + Math.max(start, innerEnd) },
    hasEndMark: /[,.!?…]$/u.test(inner.trimEnd()),
  };
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
