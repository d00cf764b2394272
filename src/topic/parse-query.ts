import { idOf } from '#kernel/id.ts';
import { cleanText } from '#language/clean-text.ts';
import { splitWords } from '#language/split-words.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { canonicalText, partText } from '#topic/canonical-text.ts';
import { checkContent, MOST_ALTERNATIVES } from '#topic/check-content.ts';
import { checkQuery } from '#topic/check-query.ts';
import { lexQuery, type QueryToken } from '#topic/lex-query.ts';
import { oneScript } from '#topic/one-script.ts';
import type { ParsedQuery, Part, Restriction } from '#topic/topic.ts';
import { understandWords } from '#topic/understand-words.ts';
import { withoutSurroundings } from '#topic/without-surroundings.ts';

/** Pieces of a query once its bare words are understood. */
type Piece =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'near'; readonly within: number }
  | { readonly kind: 'open' | 'close' | 'or' | 'minus'; readonly start: number };

/** What is read so far: all of `parts` must be met, none of `excluded`. */
type Reading = { readonly parts: Part[]; readonly excluded: Part[]; readonly next: number };

/** A suggestion may need another one; after so many nobody would know their query again. */
const MOST_STEPS = 8;

/** Controls, and marks that turn the line around, stand between words; other invisible signs stand in them. */
const DIVIDING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Reads a query as a person wrote it: a topic, or the first thing that keeps it from being one, with a suggestion only
 * where that is a topic itself. Never throws.
 */
export function parseQuery(written: string, lexicon: Lexicon): ParsedQuery {
  const parsed = readQuery(written, lexicon);
  if (parsed.kind === 'topic') return parsed;
  const { suggestion: _, ...problem } = parsed.problem;
  const suggestion = topicFrom(parsed.problem.suggestion, lexicon);
  return { kind: 'problem', problem: { ...problem, ...(suggestion !== undefined && { suggestion }) } };
}

/** The first of the suggestions that follow from each other that is a topic. */
function topicFrom(first: string | undefined, lexicon: Lexicon): string | undefined {
  let suggestion = first;
  for (let step = 0; step < MOST_STEPS && suggestion !== undefined; step += 1) {
    const parsed = readQuery(suggestion, lexicon);
    if (parsed.kind === 'topic') return suggestion;
    if (parsed.problem.fault.kind === 'empty') return undefined;
    suggestion = parsed.problem.suggestion;
  }
  return undefined;
}

function readQuery(written: string, lexicon: Lexicon): ParsedQuery {
  const query = oneScript(cleanText(written.replace(DIVIDING, ' ')));
  const tokens = lexQuery(query);
  const problem = checkQuery(query, tokens);
  if (problem) return { kind: 'problem', problem };

  const unknown: string[] = [];
  const pieces = piecesOf(query, tokens, lexicon, unknown);
  const { parts, excluded } = readAll(pieces, 0);
  const restrictions = tokens.flatMap((token) => restrictionOf(token, query, lexicon));
  const meant = withoutSurroundings(distinct(parts), lexicon);
  const content = { parts: meant, excluded: distinct(excluded), restrictions };
  const refusal = checkContent(content, query, tokens, lexicon);
  if (refusal) return { kind: 'problem', problem: refusal };
  const canonical = canonicalText(content, lexicon.events);
  return {
    kind: 'topic',
    topic: { id: idOf('topic', canonical), canonical, written: query, ...content },
    unknown,
  };
}

/** Consecutive bare words are read together, since names have several words. */
function piecesOf(
  query: string,
  tokens: readonly QueryToken[],
  lexicon: Lexicon,
  unknown: string[],
): readonly Piece[] {
  const hasCapitals = tokens.some((token) => token.kind === 'word' && /\p{Lu}/u.test(token.text));
  const pieces: Piece[] = [];
  for (const [index, token] of tokens.entries()) {
    switch (token.kind) {
      case 'word': {
        if (tokens[index - 1]?.kind === 'word') break;
        const understood = understandWords(runFrom(query, tokens, index), lexicon, hasCapitals);
        unknown.push(...understood.unknown);
        pieces.push(...understood.parts.map((part): Piece => ({ kind: 'part', part })));
        break;
      }
      case 'phrase':
        pieces.push(...exactParts(token.text).map((part): Piece => ({ kind: 'part', part })));
        break;
      case 'near':
        pieces.push({ kind: 'near', within: token.within });
        break;
      case 'open':
      case 'close':
      case 'or':
      case 'minus':
        pieces.push({ kind: token.kind, start: token.start });
        break;
      case 'restriction':
        break;
    }
  }
  return pieces;
}

function runFrom(query: string, tokens: readonly QueryToken[], index: number): string {
  const rest = tokens.slice(index);
  const stop = rest.findIndex(({ kind }) => kind !== 'word');
  const last = rest[(stop === -1 ? rest.length : stop) - 1];
  return query.slice(tokens[index]?.start, last?.end);
}

/** None where the marks between the quotation marks fold to nothing: nothing would be found everywhere. */
function exactParts(text: string): readonly Part[] {
  const stems = splitWords(text, undefined)
    .map(({ folded }) => folded)
    .filter((folded) => folded !== '');
  return stems.length === 0 ? [] : [{ kind: 'words', written: `"${text.trim()}"`, stems, isExact: true }];
}

/** Reads up to the end or a closing parenthesis. A group beside OR is spread: (A B) OR C is (A OR C) and (B OR C). */
function readAll(pieces: readonly Piece[], from: number): Reading {
  const groups: Part[][] = [];
  const excluded: Part[] = [];
  let next = from;
  while (next < pieces.length && pieces[next]?.kind !== 'close') {
    const piece = pieces[next];
    if (piece?.kind === 'minus') {
      const operand = readOperand(pieces, next + 1);
      excluded.push(...operand.excluded, ...together(operand.parts));
      next = operand.next;
    } else if (piece?.kind === 'or' || piece?.kind === 'near') {
      const operand = readOperand(pieces, next + 1);
      const left = groups.pop() ?? [];
      groups.push(
        piece.kind === 'near' ? nearby(left, operand.parts, piece.within) : either(left, operand.parts),
      );
      next = operand.next;
    } else {
      const operand = readOperand(pieces, next);
      groups.push(operand.parts);
      excluded.push(...operand.excluded);
      next = operand.next;
    }
  }
  return { parts: groups.flat(), excluded, next };
}

function readOperand(pieces: readonly Piece[], at: number): Reading {
  const piece = pieces[at];
  if (piece?.kind === 'part') return { parts: [piece.part], excluded: [], next: at + 1 };
  if (piece?.kind !== 'open') return { parts: [], excluded: [], next: at };
  const inner = readAll(pieces, at + 1);
  return { ...inner, next: inner.next + 1 };
}

function either(left: readonly Part[], right: readonly Part[]): Part[] {
  // A side that held only stop words leaves no choice.
  if (left.length === 0 || right.length === 0) return [...left, ...right];
  const others = distinct(right);
  const pairs = distinct(left).flatMap((one) => others.map((other) => anyOf([one, other])));
  // One pair more than may stand is refused later; without the cut a short query could spread without end.
  return pairs.slice(0, MOST_ALTERNATIVES + 1);
}

function anyOf(parts: readonly Part[]): Part {
  const options = distinct(parts.flatMap((part) => (part.kind === 'any' ? part.options : [part])));
  const [only, ...others] = options;
  if (only && others.length === 0) return only;
  return { kind: 'any', written: options.map(({ written }) => written).join(' OR '), options };
}

function nearby(left: readonly Part[], right: readonly Part[], within: number): Part[] {
  const one = left.at(-1);
  const other = right[0];
  if (!one || !other) return [...left, ...right];
  const written = `${one.written} near/${within} ${other.written}`;
  return [
    ...left.slice(0, -1),
    { kind: 'near', written, left: one, right: other, within },
    ...right.slice(1),
  ];
}

/** What is excluded as a group: several parts together, as words near each other anywhere in one sentence. */
function together(parts: readonly Part[]): readonly Part[] {
  const [first, ...others] = parts;
  if (!first) return [];
  return [others.reduce((left, right) => nearby([left], [right], 99)[0] ?? left, first)];
}

function restrictionOf(token: QueryToken, query: string, lexicon: Lexicon): readonly Restriction[] {
  if (token.kind !== 'restriction') return [];
  const { field, isNegated } = token;
  const value = field === 'country' ? countryCode(token.value, lexicon) : token.value;
  return [{ field, value, isNegated, written: query.slice(token.start, token.end) }];
}

/** `country:France` and `country:fr` mean the same. */
function countryCode(value: string, lexicon: Lexicon): string {
  const [part] = understandWords(value, lexicon, false).parts;
  const named = part?.kind === 'actor' ? part.actors.map((id) => lexicon.actors.get(id)?.country) : [];
  return (/^[a-z]{2}$/i.test(value) ? value : (named.find(Boolean) ?? value)).toUpperCase();
}

function distinct(parts: readonly Part[]): readonly Part[] {
  return [...new Map(parts.toReversed().map((part) => [partText(part), part])).values()].toReversed();
}
