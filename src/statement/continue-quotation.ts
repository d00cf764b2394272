import type { Passage, Span } from '#language/analysis.ts';
import type { Located } from './passage-reading.ts';
import type { Quotation } from './quotations.ts';
import type { Token } from './sentence-tokens.ts';
import type { Attribution } from './statement.ts';

/** Longer than anybody is quoted in one breath: what follows is a text of its own. */
const MOST_PARTS = 60;

/**
 * A sentence that is nothing but a quotation goes on with what the last speaker of its paragraph said: the rest of a
 * quotation that began before, another part of it, or a quotation of its own behind reported speech of one speaker.
 */
export function continueQuotation(
  found: readonly Located[],
  tokens: readonly Token[],
  place: number,
  passage: Passage,
): readonly Located[] {
  const before = found.filter(({ last }) => last === place - 1);
  const last = before.at(-1);
  const isBare = tokens.some(({ quotation }) => quotation) && tokens.every(({ kind }) => kind !== 'word');
  if (!last || !isBare) return found;

  const { attribution } = last;
  if (attribution.content.length >= MOST_PARTS) return found;
  const quotations = tokens.flatMap(({ quotation }) => quotation ?? []);
  if (beginsParagraph(place, passage) && !goesOnOverParagraphs(last, quotations, passage.text)) return found;
  if (attribution.isQuoted) return replaced(found, last, withParts(attribution, quotations), place);
  const rest = tokens.find(({ quotation }) => quotation);
  if (rest && rest.start > (rest.quotation?.start ?? rest.start)) {
    return replaced(found, last, reachingTo(attribution, rest.end), place);
  }
  if (before.length > 1) return found;
  const own: Attribution = { ...attribution, content: quotations.map(({ inner }) => inner), isQuoted: true };
  return [...found, { attribution: own, last: place }];
}

function replaced(
  found: readonly Located[],
  old: Located,
  attribution: Attribution,
  last: number,
): readonly Located[] {
  return found.map((one) => (one === old ? { attribution, last } : one));
}

/** The parts of a quotation that are not in it yet. */
function withParts(attribution: Attribution, quotations: readonly Quotation[]): Attribution {
  const known = attribution.content.at(-1)?.end ?? 0;
  const more = quotations.filter(({ inner }) => inner.start >= known).map(({ inner }) => inner);
  return { ...attribution, content: [...attribution.content, ...more] };
}

/** Reported speech that ends in a quotation of several sentences. */
function reachingTo(attribution: Attribution, end: number): Attribution {
  const content: Span[] = [...attribution.content];
  const last = content.pop();
  return last ? { ...attribution, content: [...content, { start: last.start, end }] } : attribution;
}

function beginsParagraph(place: number, { text, sentences }: Passage): boolean {
  return text.slice(sentences[place - 1]?.end, sentences[place]?.start).includes('\n');
}

/** Whether the last quotation was left open at the end of its paragraph. */
function goesOnOverParagraphs({ attribution }: Located, [next]: readonly Quotation[], text: string): boolean {
  const end = attribution.content.at(-1)?.end;
  if (!attribution.isQuoted || end === undefined || !next) return false;
  return /^\s+$/u.test(text.slice(end, next.start)) && !/[”»"]/u.test(text.slice(end, next.start));
}
