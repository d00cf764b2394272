import type { Span } from '#language/analysis.ts';
import type { Cue, Grammar } from './find-cues.ts';
import type { Token } from './sentence-tokens.ts';

/** What is said: its stretches, and whether they are quotations without their marks. */
export type Content = { readonly content: readonly Span[]; readonly isQuoted: boolean };

/**
 * Where content begins behind a verb: marked by "that", a colon or a quotation, or bare.
 * None when only the hearers and the time stand there; unsaid when the subject was told, or did something else by it.
 */
export type ContentStart = { readonly kind: 'marked' | 'bare' | 'none' | 'unsaid'; readonly at: number };

/** How far behind the verb "that" or a colon may stand: "said on Monday in a talk with reporters that". */
const FARTHEST_OPENER = 18;
/** How far behind a verb of naming its quotation may stand: "called the offer of the other side “…”". */
const FARTHEST_NAME = 12;
/** "released", "publié": what opens so behind a time or a place tells of the occasion. */
const PARTICIPLE = /^\p{Ll}{3,}(?:ed|ing|é|ée|és|ées)$/u;
/** Words before a frame in the middle that are no clause of their own: "The call, he said, was useful". */
const LONGEST_HALF = 5;

/** Steps over the hearers, the time and the place to the first token of what is said. */
export function startOfContent(tokens: readonly Token[], cue: Cue, grammar: Grammar): ContentStart {
  const { words } = grammar;
  const verb = tokens[cue.from]?.lower ?? '';
  const isPassive = words.passivable.has(verb) && words.passive.has(tokens[cue.to]?.lower ?? '');
  if (isPassive) return { kind: 'unsaid', at: cue.to };
  const isTelling = words.telling.has(verb);
  const besides = isTelling ? behindHearer(tokens, cue.to, grammar) : behindOccasion(tokens, cue.to, grammar);
  const opener = openerNear(tokens, cue.to, grammar);
  const isBehindComma = words.commaOpeners.has(tokens[opener]?.lower ?? '');
  if (opener >= 0 && (besides > cue.to || isTelling || isBehindComma))
    return { kind: 'marked', at: opener + 1 };
  const start = startAt(tokens, besides, grammar);
  if (start.kind !== 'bare') return start;
  if (words.taking.has(verb) && !hasClause(tokens, start.at, words)) return { kind: 'unsaid', at: start.at };
  return tellsOccasion(tokens, start.at, cue, grammar) ? { kind: 'none', at: start.at } : start;
}

/** Where "that" or a colon stands behind nothing but words, or -1; a comma may part it from them where it must. */
function openerNear(tokens: readonly Token[], from: number, { openers, words }: Grammar): number {
  const opener = tokens.findIndex(
    ({ lower }, at) => at >= from && at < from + FARTHEST_OPENER && (openers.has(lower) || lower === ':'),
  );
  if (opener < 0) return -1;
  const hasComma = words.commaOpeners.has(tokens[opener]?.lower ?? '') && tokens[opener - 1]?.lower === ',';
  const between = tokens.slice(from, hasComma ? opener - 1 : opener);
  return between.every(({ kind }) => kind === 'word') ? opener : -1;
}

/** "said to applause", "said in a statement released on Monday": how and when it was said, not what. */
function tellsOccasion(tokens: readonly Token[], start: number, cue: Cue, { words }: Grammar): boolean {
  const verb = tokens[cue.from]?.lower ?? '';
  const first = tokens[start]?.lower ?? '';
  if (start > cue.to && PARTICIPLE.test(first)) return true;
  const mayComplement = words.complementing.size === 0 || words.complementing.has(verb);
  return !mayComplement && words.prepositions.has(first) && !words.subordinates.has(first);
}

function hasClause(tokens: readonly Token[], from: number, words: Grammar['words']): boolean {
  const end = tokens.findIndex(({ kind }, at) => at > from && kind === 'mark');
  return tokens
    .slice(from, end < 0 ? tokens.length : end)
    .some(({ lower, kind }) => kind === 'quotation' || words.clausal.has(lower));
}

function startAt(tokens: readonly Token[], besides: number, { openers, words }: Grammar): ContentStart {
  const mark = tokens[besides]?.lower ?? '';
  const behind = tokens[besides + 1];
  const isMarkedBehind = behind?.kind === 'quotation' || openers.has(behind?.lower ?? '');
  if (mark === ',' && !isMarkedBehind) return { kind: 'none', at: besides };

  let at = /^[,:—]$/u.test(mark) ? besides + 1 : besides;
  if (openers.has(tokens[at]?.lower ?? '')) at += 1;
  const first = tokens[at];
  if (first === undefined || (first.kind === 'mark' && !/^[($€£]$/u.test(first.lower)))
    return { kind: 'none', at };
  if (at > besides || first.kind === 'quotation') return { kind: 'marked', at };
  return { kind: isVerbAlone(first, words) ? 'none' : 'bare', at };
}

/** "An attack that he says could …": what he says has no subject of its own. */
function isVerbAlone({ lower }: Token, { unsaid, openings }: Grammar['words']): boolean {
  return unsaid.has(lower) && !openings.has(lower);
}

/** The clause or the quotation that begins at `from`. */
export function contentAfter(tokens: readonly Token[], from: number, limit: number): Content | undefined {
  const first = tokens[from];
  if (!first || from >= limit) return undefined;
  const next = tokens[from + 1];
  const standsAlone = from + 1 >= limit || next?.kind !== 'word';
  if (first.quotation && standsAlone) return quoted([first.quotation.inner]);
  return clause(tokens, from, limit);
}

/** The quotation that a verb of naming gives: "called the offer “a piece of paper”"; nothing where a clause begins first. */
export function quotationBehind(
  tokens: readonly Token[],
  from: number,
  { words, openers }: Grammar,
): Content | undefined {
  for (const { quotation, kind, lower } of tokens.slice(from, from + FARTHEST_NAME)) {
    if (quotation) return quoted([quotation.inner]);
    if (kind === 'mark' || openers.has(lower)) return undefined;
    if (words.joints.has(lower) && !words.as.has(lower)) return undefined;
  }
  return undefined;
}

/** What stands before the frame, and its other half behind it where the frame parts it. */
export function contentBefore(
  tokens: readonly Token[],
  from: number,
  frame: { readonly edge: number; readonly end: number; readonly isClauseParted: boolean },
  limit: number,
): Content | undefined {
  const left = halfOf(tokens, from, frame.edge);
  if (!left) return undefined;

  const isParted = /^[,:—–-]$/u.test(tokens[frame.end]?.lower ?? '');
  let rest = isParted ? frame.end + 1 : frame.end;
  while (/^[—–-]$/u.test(tokens[rest]?.lower ?? '')) rest += 1;
  const quotation = rest < limit ? tokens[rest]?.quotation : undefined;
  if (left.isQuoted) return quotation ? quoted([...left.content, quotation.inner]) : left;

  const isHalf = isParted && (frame.isClauseParted || frame.edge - from <= LONGEST_HALF);
  const right = isHalf ? clause(tokens, rest, limit) : undefined;
  return right ? { content: [...left.content, ...right.content], isQuoted: false } : left;
}

function halfOf(tokens: readonly Token[], from: number, to: number): Content | undefined {
  const last = tokens[to - 1];
  const opening = tokens.slice(from, to - 1).filter(({ kind }) => kind !== 'mark');
  const isSetOff = last?.quotation?.hasEndMark && /^[,:.]$/u.test(tokens[to - 2]?.lower ?? '');
  if (last?.quotation && (opening.length <= 1 || isSetOff)) return quoted([last.quotation.inner]);
  return clause(tokens, from, to);
}

function clause(tokens: readonly Token[], from: number, to: number): Content | undefined {
  const inside = tokens.slice(from, to);
  const first = inside.findIndex(({ lower }) => !isOuterMark(lower));
  const last = inside.findLastIndex(({ lower }) => !isOuterMark(lower));
  const [start, end] = [inside[first], inside[last]];
  if (!start || !end) return undefined;
  if (start === end && start.quotation) return quoted([start.quotation.inner]);
  return { content: [{ start: start.start, end: end.end }], isQuoted: false };
}

function quoted(content: readonly Span[]): Content {
  return { content, isQuoted: true };
}

function isOuterMark(lower: string): boolean {
  return /^[,.;:—–-]$/u.test(lower);
}

/** Behind "told him", "told the Russian president", "told reporters". */
function behindHearer(tokens: readonly Token[], from: number, grammar: Grammar): number {
  const { words } = grammar;
  let at = from;
  if (words.hearers.has(tokens[at]?.lower ?? '')) return behindOccasion(tokens, at + 1, grammar);
  if (tokens[at]?.kind !== 'word') return at;
  if (words.determiners.has(tokens[at]?.lower ?? '')) at += 1;
  while (tokens[at]?.isCapital) at += 1;
  if (at === from || words.determiners.has(tokens[at - 1]?.lower ?? '')) at += 1;
  return behindOccasion(tokens, at, grammar);
}

/** Behind "on Monday", "to reporters", "in a statement", as often as they come. */
export function behindOccasion(tokens: readonly Token[], from: number, { words }: Grammar): number {
  let at = from;
  while (tokens[at]?.kind === 'word') {
    const lower = tokens[at]?.lower ?? '';
    if (words.times.has(lower)) at += 1;
    else if (words.beside.has(lower) && tokens[at + 1]?.kind === 'word')
      at = behindNoun(tokens, at + 1, words);
    else break;
  }
  return at;
}

function behindNoun(tokens: readonly Token[], from: number, words: Grammar['words']): number {
  let at = from;
  if (words.determiners.has(tokens[at]?.lower ?? '')) at += 1;
  if (!tokens[at]?.isCapital) return at + 1;
  while (tokens[at]?.isCapital) at += 1;
  return at;
}
