import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { countryName } from '#lexicon/country-names.ts';
import { partText } from '#topic/canonical-text.ts';
import { placeOf } from '#topic/check-query.ts';
import type { QueryToken } from '#topic/lex-query.ts';
import type { QueryFault } from '#topic/query-fault.ts';
import { queryProblemAt } from '#topic/query-problem-at.ts';
import type { Part, QueryProblem, Restriction, Topic } from '#topic/topic.ts';

/** More make a topic that nobody oversees. */
export const MOST_ALTERNATIVES = 50;

/** What a query asks for, once it is understood. */
type Content = Pick<Topic, 'parts' | 'excluded' | 'restrictions'>;

/** Of these an article has one value only. */
const SINGLE_FIELDS: readonly Restriction['field'][] = ['kind', 'lang', 'country'];

/** What stops an understood query from being a topic: it asks for nothing, for too much, or for what cannot be. */
export function checkContent(
  content: Content,
  query: string,
  tokens: readonly QueryToken[],
  lexicon: Lexicon,
): QueryProblem | undefined {
  return (
    checkParts(content.parts) ??
    checkAlternatives(content.parts, query, tokens) ??
    checkExclusions(content, query) ??
    checkCountries(content.restrictions, query, lexicon) ??
    checkContradictions(content.restrictions, query)
  );
}

function checkParts(parts: readonly Part[]): QueryProblem | undefined {
  if (parts.length > 0) return undefined;
  return queryProblemAt(1, { kind: 'too-common' });
}

function checkAlternatives(
  parts: readonly Part[],
  query: string,
  tokens: readonly QueryToken[],
): QueryProblem | undefined {
  const alternatives = parts.reduce((sum, part) => sum + (part.kind === 'any' ? part.options.length : 0), 0);
  if (alternatives <= MOST_ALTERNATIVES) return undefined;
  const extra = tokens.filter(({ kind }) => kind === 'or')[MOST_ALTERNATIVES - 1];
  const start = extra?.start ?? 0;
  return queryProblemAt(placeOf(query, start), { kind: 'too-many', most: MOST_ALTERNATIVES, alternatives });
}

function checkExclusions({ parts, excluded }: Content, query: string): QueryProblem | undefined {
  for (const out of excluded) {
    const wanted = parts.find((part) => isLeftOutBy(part, out));
    if (wanted === undefined) continue;
    return withoutPiece(query, `-${out.written}`, { kind: 'asked-and-left-out', written: wanted.written });
  }
  return undefined;
}

/** Whether each article that holds `part` also holds what is to be left out. */
function isLeftOutBy(part: Part, out: Part): boolean {
  if (partText(part) === partText(out)) return true;
  if (part.kind === 'any') return part.options.every((option) => isLeftOutBy(option, out));
  if (out.kind === 'any') return out.options.some((option) => isLeftOutBy(part, option));
  if (part.kind === 'near') return isLeftOutBy(part.left, out) || isLeftOutBy(part.right, out);
  if (part.kind === 'actor' && out.kind === 'actor')
    return part.actors.every((actor) => out.actors.includes(actor));
  if (part.kind === 'event' && out.kind === 'event')
    return part.events.every((event) => out.events.includes(event));
  return false;
}

function checkCountries(
  restrictions: readonly Restriction[],
  query: string,
  lexicon: Lexicon,
): QueryProblem | undefined {
  const unknown = restrictions.find(
    ({ field, value, isNegated }) => field === 'country' && !isNegated && !isCountry(value, lexicon),
  );
  if (unknown === undefined) return undefined;
  return withoutPiece(query, unknown.written, { kind: 'no-country' });
}

const isCountry = (code: string, { actors }: Lexicon): boolean =>
  countryName(code, 'en') !== undefined || [...actors.values()].some(({ country }) => country === code);

function checkContradictions(restrictions: readonly Restriction[], query: string): QueryProblem | undefined {
  for (const [index, later] of restrictions.entries()) {
    const earlier = restrictions.slice(0, index).find((one) => contradicts(one, later));
    if (earlier === undefined) continue;
    const fault = { kind: 'contradiction', one: earlier.written, other: later.written } as const;
    return withoutPiece(query, later.written, fault);
  }
  return undefined;
}

function contradicts(one: Restriction, other: Restriction): boolean {
  if (one.field !== other.field) return false;
  const isSame = one.value.toLowerCase() === other.value.toLowerCase();
  if (isSame) return one.isNegated !== other.isNegated;
  return SINGLE_FIELDS.includes(one.field) && !one.isNegated && !other.isNegated;
}

/** Points at the last time the piece stands in the query; what is left without it is the way out. */
function withoutPiece(query: string, piece: string, fault: QueryFault): QueryProblem {
  const start = query.lastIndexOf(piece);
  // An excluded group is not written as it is told: then the sentence has to do.
  if (start === -1) return queryProblemAt(placeOf(query, Math.max(0, query.indexOf('-'))), fault);
  const rest = `${query.slice(0, start)} ${query.slice(start + piece.length)}`;
  return queryProblemAt(placeOf(query, start), fault, rest.replace(/\s+/g, ' ').trim());
}
