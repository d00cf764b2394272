import type { Span } from '#language/analysis.ts';
import { findCues, type Grammar } from './find-cues.ts';
import { behindOccasion } from './frame-content.ts';
import { type Token, tokensOf } from './sentence-tokens.ts';
import { phraseAfter } from './speaker-phrase.ts';

/** The tokens of a frame inside a quotation, its outer marks included: `from` is the first mark. */
type Incise = { readonly from: Token; readonly to: Token; readonly frame: readonly Token[] };

/**
 * French and Russian set the speaker inside the marks: « Nous irons, a dit X, et vite. », «Мы едем, — сказал X, — и
 * скоро». Such a quotation becomes two with the frame between, where nobody outside the marks says anything.
 */
export function partQuotations(tokens: readonly Token[], text: string, grammar: Grammar): readonly Token[] {
  if (!grammar.words.partsQuotations || !tokens.some(({ quotation }) => quotation)) return tokens;
  if (findCues(tokens, grammar).length > 0) return tokens;
  return tokens.flatMap((token) => {
    const incise = token.quotation && inciseIn(token, text, grammar);
    return incise ? parted(token, incise, text) : [token];
  });
}

function inciseIn(token: Token, text: string, grammar: Grammar): Incise | undefined {
  const inside = tokensOf(text, { start: token.start + 1, end: token.end - 1 }, []);
  for (const cue of findCues(inside, grammar)) {
    const before = marksBefore(inside, cue.from);
    if (before === cue.from || before === 0) continue;
    const speakerEnd = cue.pronoun === undefined ? phraseAfter(inside, cue.to, grammar)?.to : cue.to;
    const end = speakerEnd === undefined ? undefined : behindOccasion(inside, speakerEnd, grammar);
    const [first, last] = [inside[before], end === undefined ? undefined : (inside[end] ?? inside.at(-1))];
    if (end === undefined || !first || !last || !isMark(inside[end])) continue;
    const behind = marksBehind(inside, end);
    const to = inside[behind - 1] ?? last;
    return { from: first, to, frame: inside.slice(before, behind) };
  }
  return undefined;
}

function parted(token: Token, { from, to, frame }: Incise, text: string): readonly Token[] {
  const { quotation } = token;
  if (!quotation) return [token];
  const left = { start: quotation.inner.start, end: from.start };
  const space = /^\s*/u.exec(text.slice(to.end, quotation.inner.end))?.[0].length ?? 0;
  const right = { start: to.end + space, end: quotation.inner.end };
  const first = pieceOf(token, { start: token.start, end: from.start }, left, true);
  if (right.end <= right.start) return [first, ...frame];
  return [first, ...frame, pieceOf(token, { start: to.end, end: token.end }, right, quotation.hasEndMark)];
}

function pieceOf(token: Token, { start, end }: Span, inner: Span, hasEndMark: boolean): Token {
  return { ...token, start, end, quotation: { start, end, inner, hasEndMark } };
}

/** The first of the commas and dashes that end before a token. */
function marksBefore(tokens: readonly Token[], at: number): number {
  let first = at;
  while (isMark(tokens[first - 1])) first -= 1;
  return first;
}

function marksBehind(tokens: readonly Token[], at: number): number {
  let end = at;
  while (isMark(tokens[end])) end += 1;
  return end;
}

function isMark(token: Token | undefined): boolean {
  return /^[,—–-]$/u.test(token?.lower ?? '');
}
