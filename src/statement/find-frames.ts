import { isDoubted } from './doubted-saying.ts';
import { type Cue, findCues, type Grammar } from './find-cues.ts';
import {
  type Content,
  type ContentStart,
  contentAfter,
  contentBefore,
  startOfContent,
} from './frame-content.ts';
import type { Token } from './sentence-tokens.ts';
import { openingName, type Phrase, phraseAfter, phraseBefore } from './speaker-phrase.ts';

/**
 * Who says and what, as token places of one sentence.
 * Leading: "X said that …". Trailing: "…, X said" and "…, said X". Aside: "As X said, …", "According to X, …".
 */
export type Frame = Draft & Content;

type Draft = {
  readonly kind: 'leading' | 'trailing' | 'aside';
  readonly cue: Cue;
  readonly source: Phrase;
  /** Where everything of the frame begins, its comma included, and the first token behind it. */
  readonly edge: number;
  readonly end: number;
  /** Taken over from the frame before: "… and added that". */
  readonly isInherited: boolean;
  /** Words between leave a doubt whether the speaker is the one named. */
  readonly isUncertain?: boolean;
};

/** Tokens before a frame that are no content yet: "But according to …". */
const SHORT_OPENING = 1;

/** Tokens of a subject behind its verb where no quotation makes it certain. */
const LONGEST_INVERTED = 8;

/** How far behind a verb a comma may hand its words on to another: "said on Monday, quoting Mr X". */
const FARTHEST_RELAY = 6;

/** All frames of saying in one sentence, in reading order; one with nothing said, or doubted by the sentence, is none. */
export function findFrames(tokens: readonly Token[], grammar: Grammar): readonly Frame[] {
  const drafts: Draft[] = [];
  for (const cue of findCues(tokens, grammar)) {
    const draft =
      cue.kind === 'verb' ? verbFrame(tokens, cue, drafts, grammar) : accordingTo(tokens, cue, grammar);
    if (draft) drafts.push(draft);
  }
  return heldTrue(tokens, drafts, grammar).flatMap((draft) => {
    const content = contentOf(tokens, draft, drafts, grammar);
    const isUncertain = draft.isUncertain || relaysAnother(tokens, draft, grammar);
    return content ? [{ ...draft, ...content, isUncertain }] : [];
  });
}

/** Without those the sentence doubts; inside another's words it is for that other to doubt. */
function heldTrue(tokens: readonly Token[], drafts: readonly Draft[], grammar: Grammar): readonly Draft[] {
  const held: Draft[] = [];
  for (const draft of drafts) {
    const isGoverned = held.some(({ kind, cue }) => kind === 'leading' && cue.to <= draft.source.from);
    if (!isDoubted(tokens, draft, isGoverned, grammar)) held.push(draft);
  }
  return held;
}

/** "X, quoting Y, said", "X said, quoting Y": whose words they are nobody can tell. */
function relaysAnother(tokens: readonly Token[], { source, cue }: Draft, { words }: Grammar): boolean {
  return tokens
    .slice(source.from, cue.to + FARTHEST_RELAY)
    .some(({ lower }, at, near) => words.relaying.has(lower) && near[at - 1]?.lower === ',');
}

function verbFrame(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly Draft[],
  grammar: Grammar,
): Draft | undefined {
  if (cue.pronoun !== undefined) return withPronounInside(tokens, cue, cue.pronoun);
  if (isParticiple(tokens[cue.from]))
    return inherited(tokens, cue, earlier, grammar) ?? participle(tokens, cue, grammar);
  if (followsQuotation(tokens, cue)) return inverted(tokens, cue, grammar);

  const floor = earlier.at(-1)?.cue.to ?? 0;
  const before = phraseBefore(tokens, cue.from, floor, grammar);
  if (before) return withSubjectBefore(tokens, cue, before, grammar);
  return inherited(tokens, cue, earlier, grammar) ?? inverted(tokens, cue, grammar);
}

/** "…, a-t-il ajouté": the pronoun stands inside the verb. */
function withPronounInside(tokens: readonly Token[], cue: Cue, pronoun: number): Draft {
  const source = { from: pronoun, to: pronoun + 1, edge: cue.from, isAside: false };
  return { kind: 'trailing', cue, source, edge: edgeOf(tokens, cue.from), end: cue.to, isInherited: false };
}

/** "…", said X: nothing but a comma or a dash parts the quotation from the verb. */
function followsQuotation(tokens: readonly Token[], { from }: Cue): boolean {
  return tokens[edgeOf(tokens, from) - 1]?.kind === 'quotation';
}

function withSubjectBefore(
  tokens: readonly Token[],
  cue: Cue,
  source: Phrase,
  grammar: Grammar,
): Draft | undefined {
  const start = startOfContent(tokens, cue, grammar);
  const edge = edgeOf(tokens, source.edge);
  const saysNothingBehind =
    start.kind === 'none' || (endsWithComma(tokens[edge - 1]) && !isNewContent(tokens, start));
  const hasTextBefore =
    tokens[edge - 1]?.kind === 'quotation' || (edge > SHORT_OPENING && edge < source.from);
  const frame = { cue, source, edge, isInherited: false };
  if (start.kind === 'passive') return undefined;
  if (source.isAside)
    return isSetOff(tokens, source) ? { ...frame, kind: 'aside', end: start.at } : undefined;
  if (saysNothingBehind && hasTextBefore) return { ...frame, kind: 'trailing', end: start.at };
  return { ...frame, kind: 'leading', end: start.at };
}

/** Behind "…, X said" stands another content only with "that" or a colon; a comma and a quotation are its other half. */
function isNewContent(tokens: readonly Token[], { kind, at }: ContentStart): boolean {
  const isOtherHalf = tokens[at]?.kind === 'quotation' && tokens[at - 1]?.lower === ',';
  return kind === 'marked' && !isOtherHalf;
}

/** "As X said, …" opens the sentence or stands behind a comma; "as X said it" does neither. */
function isSetOff(tokens: readonly Token[], { from }: Phrase): boolean {
  return from <= 1 || tokens[from - 2]?.kind !== 'word';
}

/** "…," with the comma inside the marks: what was said stands before. */
function endsWithComma(token: Token | undefined): boolean {
  return token?.quotation !== undefined && token.quotation.hasEndMark;
}

function inverted(tokens: readonly Token[], cue: Cue, grammar: Grammar): Draft | undefined {
  const isAside = grammar.words.as.has(tokens[cue.from - 1]?.lower ?? '');
  const edge = edgeOf(tokens, isAside ? cue.from - 1 : cue.from);
  if (edge === cue.from && tokens[cue.from - 1]?.kind !== 'quotation') return undefined;

  const source = phraseAfter(tokens, cue.to, grammar);
  if (!source) return undefined;
  const isCertain = isAside || followsQuotation(tokens, cue) || endsClause(tokens, source, grammar);
  if (!isCertain) return undefined;
  return { kind: isAside ? 'aside' : 'trailing', cue, source, edge, end: source.to, isInherited: false };
}

/** "…, said X." or "…, said X on Monday.": without a quotation before it, a verb may have an object instead. */
function endsClause(tokens: readonly Token[], { from, to }: Phrase, { words }: Grammar): boolean {
  const next = tokens[to];
  const isTime = words.times.has(next?.lower ?? '') || words.times.has(tokens[to + 1]?.lower ?? '');
  return to - from <= LONGEST_INVERTED && (next?.kind !== 'word' || isTime);
}

/** "X said … and added that …", "X said …, adding that …": the subject is the one before. */
function inherited(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly Draft[],
  { words }: Grammar,
): Draft | undefined {
  const last = earlier.at(-1);
  const before = tokens[cue.from - 1]?.lower ?? '';
  const isJoined = words.joints.has(before) || (before === ',' && isParticiple(tokens[cue.from]));
  if (!last || last.kind === 'aside' || !isJoined || words.as.has(before)) return undefined;
  // "X said Y had told … and added": nobody can tell which of the two added it.
  if (earlier.some(({ source }) => source.from !== last.source.from)) return undefined;
  return {
    ...last,
    kind: 'leading',
    cue,
    edge: edgeOf(tokens, cue.from - 1),
    end: cue.to,
    isInherited: true,
  };
}

function isParticiple(token: Token | undefined): boolean {
  return /(?:ing|ant|ив|ав)$/u.test(token?.lower ?? '');
}

/** "X welcomed the offer, saying …": most likely the name that opens the sentence, but nothing says so. */
function participle(tokens: readonly Token[], cue: Cue, grammar: Grammar): Draft | undefined {
  if (tokens[cue.from - 1]?.lower !== ',') return undefined;
  const source = openingName(tokens, grammar);
  const between = tokens.slice(source?.to, cue.from - 1);
  if (between.some(({ lower }) => lower === ',' || isClauseOpener(lower, grammar))) return undefined;
  return (
    source && {
      kind: 'leading',
      cue,
      source,
      edge: cue.from - 1,
      end: cue.to,
      isInherited: true,
      isUncertain: true,
    }
  );
}

function isClauseOpener(lower: string, { words }: Grammar): boolean {
  return words.joints.has(lower) || words.relatives.has(lower);
}

function accordingTo(tokens: readonly Token[], cue: Cue, grammar: Grammar): Draft | undefined {
  const source = phraseAfter(tokens, cue.to, grammar);
  if (!source) return undefined;
  return { kind: 'aside', cue, source, edge: edgeOf(tokens, cue.from), end: source.to, isInherited: false };
}

/** Steps left over the marks that part a frame from what is said. */
function edgeOf(tokens: readonly Token[], from: number): number {
  let edge = from;
  while (/^[,—–-]$/u.test(tokens[edge - 1]?.lower ?? '')) edge -= 1;
  return edge;
}

function contentOf(
  tokens: readonly Token[],
  draft: Draft,
  all: readonly Draft[],
  grammar: Grammar,
): Content | undefined {
  const limit = limitOf(tokens, draft, all, grammar);
  switch (draft.kind) {
    case 'leading': {
      const start = startOfContent(tokens, draft.cue, grammar);
      const isNoun = start.kind === 'bare' && grammar.words.nounlike.has(tokens[draft.cue.from]?.lower ?? '');
      return start.kind === 'none' || start.kind === 'passive' || isNoun
        ? undefined
        : contentAfter(tokens, start.at, limit);
    }
    case 'trailing':
      return isNounBehindText(tokens, draft, grammar)
        ? undefined
        : contentBefore(tokens, startOf(draft, all), draft, limit);
    case 'aside': {
      if (draft.edge > SHORT_OPENING) return contentBefore(tokens, startOf(draft, all), draft, limit);
      const comma = tokens.findIndex(({ lower }, at) => at >= draft.end && lower === ',');
      return comma < 0 ? undefined : contentAfter(tokens, comma + 1, limit);
    }
  }
}

/** "In all, delegates are at stake in eleven states": nothing quoted stands before. */
function isNounBehindText(tokens: readonly Token[], { cue, edge }: Draft, { words }: Grammar): boolean {
  return words.nounlike.has(tokens[cue.from]?.lower ?? '') && tokens[edge - 1]?.kind !== 'quotation';
}

/**
 * What is said begins with the sentence, or behind an earlier frame that stands in the middle of it. Directly behind
 * one ("…, X said, Y said") it holds that frame with its words.
 */
function startOf(draft: Draft, all: readonly Draft[]): number {
  const before = all.filter(({ kind, end }) => kind === 'trailing' && end <= draft.edge).at(-1);
  if (!before) return 0;
  return before.end === draft.edge ? startOf(before, all) : before.end;
}

/** What is said ends with the clause, or where the next frame of another speaker or another verb of the same begins. */
function limitOf(tokens: readonly Token[], draft: Draft, all: readonly Draft[], grammar: Grammar): number {
  const { words } = grammar;
  const next = all
    .filter(({ cue }) => cue.from > draft.cue.from)
    .find(
      (other) => other.kind !== 'leading' || other.isInherited || opensMainClause(tokens, other, grammar),
    );
  const isBeside = draft.source.from === 1 && words.subordinates.has(tokens[0]?.lower ?? '');
  const mark = tokens.findIndex(
    ({ lower }, at) => at > draft.end && (lower === ';' || (isBeside && lower === ',')),
  );
  return Math.min(next ? beginningOf(next) : tokens.length, mark < 0 ? tokens.length : mark);
}

/** "…, but Ms Y said …": behind a mark and a joint another main clause begins. */
function opensMainClause(tokens: readonly Token[], { source }: Draft, { words, openers }: Grammar): boolean {
  const [mark, joint] = [tokens[source.from - 2], tokens[source.from - 1]];
  const joins = words.joints.has(joint?.lower ?? '') && !openers.has(joint?.lower ?? '');
  return joins && /^[,;—–-]$/u.test(mark?.lower ?? '');
}

function beginningOf({ kind, isInherited, edge, source }: Draft): number {
  return kind === 'leading' && !isInherited ? source.from - 2 : edge;
}
