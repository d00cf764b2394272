import type { Span } from '#language/analysis.ts';

/** A stretch in quotation marks: the whole, what stands between the marks, and whether that ends like a sentence or with a comma. */
export type Quotation = Span & { readonly inner: Span; readonly hasEndMark: boolean };

/** Where the quotation that opens at a place closes, for every place that opens one. */
type Closings = ReadonlyMap<number, number>;

/** Marks that differ at both ends, and so may stand inside each other. */
const PAIRS = [
  { opener: '“', closers: '”' },
  { opener: '«', closers: '»' },
  { opener: '„', closers: '“”' },
] as const;
/** Marks that nest in none of their kind. Single ones are apostrophes as well: see `opensHere` and `closesHere`. */
const ALIKE = [
  { opener: '"', closer: '"' },
  { opener: '‘', closer: '’' },
  { opener: "'", closer: "'" },
] as const;
/** Typed for one double mark. */
const TWO_APOSTROPHES = "''";
/** Any mark that may open a quotation. */
const OPENER = /[“«„"‘']/gu;
const OPENS_PARAGRAPH = /^\s*(?:[“«„"]|'')/u;

/**
 * Finds the outermost quotations of a text, paragraph by paragraph, in time that grows with its length alone. A mark
 * that nobody closes in its paragraph opens none, unless the next paragraph opens again: so is a quotation of several
 * paragraphs printed.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const paragraphs = [...text.matchAll(/[^\n]+/gu)];
  return paragraphs.flatMap(({ 0: paragraph, index }, place) => {
    const next = paragraphs[place + 1]?.[0] ?? '';
    return inParagraph(paragraph, OPENS_PARAGRAPH.test(next), index);
  });
}

function inParagraph(written: string, mayGoOn: boolean, offset: number): readonly Quotation[] {
  const paragraph = written.replaceAll(TWO_APOSTROPHES, ' "');
  const closings = closingsIn(paragraph);
  if (closings.size === 0 && !mayGoOn) return [];
  const quotations: Quotation[] = [];
  let from = 0;
  for (const { index: opening } of paragraph.matchAll(OPENER)) {
    if (opening < from) continue;
    const closing = closings.get(opening);
    const isLeftOpen = closing === undefined && mayGoOn && isDoubleOpener(paragraph, opening);
    const end = isLeftOpen ? paragraph.trimEnd().length : closing;
    if (end === undefined) continue;
    quotations.push(quotationAt(written, opening, end, offset));
    from = end + 1;
  }
  return quotations;
}

function closingsIn(paragraph: string): Closings {
  const closings = new Map<number, number>();
  // Most paragraphs have none of the marks, and looking for one is what costs least.
  for (const { opener, closers } of PAIRS) {
    if (!paragraph.includes(opener)) continue;
    for (const [from, to] of pairedIn(paragraph, opener, closers)) closings.set(from, to);
  }
  for (const { opener, closer } of ALIKE) {
    if (!paragraph.includes(opener)) continue;
    for (const [from, to] of alikeIn(paragraph, opener, closer)) closings.set(from, to);
  }
  return closings;
}

/** Each opener with the closer of its own depth; a curly one that has none with a straight one. */
function pairedIn(text: string, opener: string, closers: string): [number, number][] {
  const found: [number, number][] = [];
  const open: number[] = [];
  for (let at = text.indexOf(opener); at >= 0 && at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === opener) open.push(at);
    else if (closers.includes(character)) {
      const from = open.pop();
      if (from !== undefined) found.push([from, at]);
    }
  }
  return opener === '“' ? [...found, ...closedByStraight(text, open)] : found;
}

function closedByStraight(text: string, open: readonly number[]): [number, number][] {
  let at = 0;
  return open.flatMap((from) => {
    at = Math.max(at, from + 1);
    while (at < text.length && !(text.charAt(at) === '"' && closesHere(text, at))) at += 1;
    return at < text.length ? [[from, at] satisfies [number, number]] : [];
  });
}

/** Each opener with the first closer behind it. */
function alikeIn(text: string, opener: string, closer: string): [number, number][] {
  const found: [number, number][] = [];
  let closing: number | undefined;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === opener && closing !== undefined && opensHere(text, at)) found.push([at, closing]);
    if (character === closer && closesHere(text, at)) closing = at;
  }
  return found;
}

function opensHere(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const next = text.charAt(at + 1);
  if ('“«„'.includes(mark)) return true;
  return !isLetter(text.charAt(at - 1)) && (mark === '"' ? /\S/u.test(next) : isLetter(next));
}

function closesHere(text: string, at: number): boolean {
  return !isLetter(text.charAt(at + 1));
}

function isDoubleOpener(text: string, at: number): boolean {
  return /[“«„"]/u.test(text.charAt(at)) && opensHere(text, at);
}

/** `from` and `end` are the marks; of two apostrophes the second counts as the mark. */
function quotationAt(text: string, from: number, end: number, offset: number): Quotation {
  const inner = text.slice(from + 1, text.startsWith(TWO_APOSTROPHES, end - 1) ? end - 1 : end);
  const start = from + 1 + (inner.length - inner.trimStart().length);
  const innerEnd = from + 1 + inner.trimEnd().replace(/,$/u, '').length;
  const isTypedTwice = text.startsWith(TWO_APOSTROPHES, from - 1);
  return {
    start: offset + (isTypedTwice ? from - 1 : from),
    end: offset + Math.min(text.length, end + 1),
    inner: { start: offset + start, end: offset + Math.max(start, innerEnd) },
    hasEndMark: /[,.!?…]$/u.test(inner.trimEnd()),
  };
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
