import { coordinated, inherited, isParticiple, participle } from './carried-subject.ts';
import { citedBefore, holdsTelling, tellsBehind } from './cited-before.ts';
import { isDoubted } from './doubted-saying.ts';
import { type Cue, findCues, type Grammar } from './find-cues.ts';
import { findLabel } from './find-label.ts';
import {
  behindOccasion,
  type Content,
  type ContentStart,
  contentAfter,
  contentBefore,
  quotationBehind,
  startOfContent,
} from './frame-content.ts';
import { edgeOf, type FrameDraft } from './frame-draft.ts';
import { quotedAs } from './quoted-as.ts';
import type { Token } from './sentence-tokens.ts';
import { type Phrase, phraseAfter, phraseBefore } from './speaker-phrase.ts';

/** Who says and what, as token places of one sentence. */
export type Frame = FrameDraft & Content;

/** Tokens before a frame that are no content yet: "But according to …". */
const SHORT_OPENING = 1;

/** Tokens of a subject behind its verb where no quotation makes it certain. */
const LONGEST_INVERTED = 8;

/** Tokens of «со ссылкой на». */
const CITATION = 3;

/** Tokens of "передаёт X со ссылкой на". */
const LONGEST_RELAY = 9;

/** How far behind a verb a comma may hand its words on to another: "said on Monday, quoting Mr X". */
const FARTHEST_RELAY = 6;

/** All frames of saying in one sentence, in reading order; one with nothing said, or doubted by the sentence, is none. */
export function findFrames(tokens: readonly Token[], grammar: Grammar): readonly Frame[] {
  const drafts: FrameDraft[] = [];
  const label = findLabel(tokens, grammar);
  if (label) drafts.push(label);
  for (const cue of findCues(tokens, grammar)) {
    const draft = draftOf(tokens, cue, drafts, grammar);
    if (draft) drafts.push(draft);
  }
  const speaking = drafts.filter((draft) => !drafts.some((relay) => isRelayedBy(draft, relay)));
  return heldTrue(tokens, speaking, grammar).flatMap((draft) => {
    const content = contentOf(tokens, draft, speaking, grammar);
    const isUncertain = draft.isUncertain || relaysAnother(tokens, draft, grammar);
    return content ? [{ ...draft, ...content, isUncertain }] : [];
  });
}

/** "…, передаёт X со ссылкой на Y": X only hands on. */
function isRelayedBy({ cue }: FrameDraft, relay: FrameDraft): boolean {
  return relay.cue.kind === 'according-to' && cue.from >= relay.edge && cue.from < relay.cue.from;
}

/** Without those the sentence doubts; inside another's words it is for that other to doubt. */
function heldTrue(
  tokens: readonly Token[],
  drafts: readonly FrameDraft[],
  grammar: Grammar,
): readonly FrameDraft[] {
  const held: FrameDraft[] = [];
  for (const draft of drafts) {
    const isGoverned = held.some(({ kind, cue }) => kind === 'leading' && cue.to <= draft.source.from);
    if (!isDoubted(tokens, draft, isGoverned, grammar)) held.push(draft);
  }
  return held;
}

/** "X, quoting Y, said", "X said, quoting Y": whose words they are nobody can tell. */
function relaysAnother(tokens: readonly Token[], { source, cue }: FrameDraft, { words }: Grammar): boolean {
  return tokens
    .slice(source.from, cue.to + FARTHEST_RELAY)
    .some(({ lower }, at, near) => words.relaying.has(lower) && near[at - 1]?.lower === ',');
}

function draftOf(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly FrameDraft[],
  grammar: Grammar,
): FrameDraft | undefined {
  switch (cue.kind) {
    case 'verb':
      return quotedAs(tokens, cue, grammar) ?? verbFrame(tokens, cue, earlier, grammar);
    case 'naming':
      return namingFrame(tokens, cue, earlier, grammar);
    case 'according-to':
      return accordingTo(tokens, cue, grammar);
    case 'label':
      return undefined;
  }
}

/** "X called it “…”": only the quotation is told. */
function namingFrame(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly FrameDraft[],
  grammar: Grammar,
): FrameDraft | undefined {
  const source = phraseBefore(tokens, cue.from, earlier.at(-1)?.cue.to ?? 0, grammar);
  if (!source || source.isAside || !quotationBehind(tokens, cue.to, grammar)) return undefined;
  return { kind: 'leading', cue, source, edge: edgeOf(tokens, source.edge), end: cue.to, isInherited: false };
}

function verbFrame(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly FrameDraft[],
  grammar: Grammar,
): FrameDraft | undefined {
  if (cue.pronoun !== undefined) return withPronounInside(tokens, cue, cue.pronoun);
  if (isParticiple(tokens[cue.from]))
    return inherited(tokens, cue, earlier, grammar) ?? participle(tokens, cue, grammar);
  if (followsQuotation(tokens, cue)) return inverted(tokens, cue, grammar);

  const floor = earlier.at(-1)?.cue.to ?? 0;
  const cited = citedBefore(tokens, cue);
  const teller = cited === undefined ? undefined : phraseBefore(tokens, cited, floor, grammar);
  if (teller) return withSubjectBefore(tokens, cue, teller, grammar);
  if (cited !== undefined && tellsBehind(tokens, cue, grammar)) return toldBehind(tokens, cue, grammar);
  const subjectFloor = cited === undefined ? floor : Math.max(floor, cited + CITATION);
  const before = phraseBefore(tokens, cue.from, subjectFloor, grammar);
  if (before) return withSubjectBefore(tokens, cue, before, grammar);
  return (
    inherited(tokens, cue, earlier, grammar) ??
    coordinated(tokens, cue, grammar) ??
    inverted(tokens, cue, grammar)
  );
}

/** «Об этом со ссылкой на X сообщил Y: «…»»: only what a colon opens is surely told by Y. */
function toldBehind(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  const source = phraseAfter(tokens, cue.to, grammar);
  if (!source || tokens[source.to]?.lower !== ':') return undefined;
  const label = { ...cue, kind: 'label' } as const;
  return { kind: 'leading', cue: label, source, edge: cue.from, end: source.to + 1, isInherited: false };
}

/** "…, a-t-il ajouté": the pronoun stands inside the verb. */
function withPronounInside(tokens: readonly Token[], cue: Cue, pronoun: number): FrameDraft {
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
): FrameDraft | undefined {
  const start = startOfContent(tokens, cue, grammar);
  const edge = edgeOf(tokens, source.edge);
  const saysNothingBehind =
    start.kind === 'none' || (endsWithComma(tokens[edge - 1]) && !isNewContent(tokens, start));
  const hasTextBefore =
    tokens[edge - 1]?.kind === 'quotation' || (edge > SHORT_OPENING && edge < source.from);
  const frame = { cue, source, edge, isInherited: false };
  if (start.kind === 'unsaid') return undefined;
  if (source.isAside)
    return isSetOff(tokens, source) && !grammar.words.nounlike.has(tokens[cue.from]?.lower ?? '')
      ? { ...frame, kind: 'aside', end: start.at }
      : undefined;
  const closing = closesParenthesis(tokens, source, cue, grammar);
  if (closing !== undefined) return { ...frame, kind: 'trailing', end: closing };
  if (saysNothingBehind && hasTextBefore) return { ...frame, kind: 'trailing', end: start.at };
  return { ...frame, kind: 'leading', end: start.at };
}

/**
 * "Mr Y told Ms Z, X said, that …": between two commas, with a "that" behind the second, X tells of the saying around
 * it; the second comma. Where a comma must part any verb from its "that", none tells so.
 */
function closesParenthesis(
  tokens: readonly Token[],
  { from }: Phrase,
  cue: Cue,
  grammar: Grammar,
): number | undefined {
  const comma = behindOccasion(tokens, cue.to, grammar);
  const isOpened = from > 1 && tokens[from - 1]?.lower === ',' && tokens[from - 2]?.kind === 'word';
  return isOpened && partsClause(tokens, comma, grammar) ? comma : undefined;
}

/** Whether a comma stands at `at` with the "that" of another's words behind it. */
function partsClause(tokens: readonly Token[], at: number, { openers, words }: Grammar): boolean {
  const behind = tokens[at + 1]?.lower ?? '';
  return tokens[at]?.lower === ',' && openers.has(behind) && !words.commaOpeners.has(behind);
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

function inverted(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  const before = behindFillers(tokens, cue.from - 1, grammar);
  const isAside = grammar.words.as.has(tokens[before]?.lower ?? '');
  const edge = edgeOf(tokens, isAside ? before : cue.from);
  if (edge === cue.from && tokens[cue.from - 1]?.kind !== 'quotation') return undefined;

  const source = phraseAfter(tokens, cue.to, grammar);
  if (!source) return undefined;
  const isCertain = isAside || followsQuotation(tokens, cue) || endsClause(tokens, source, grammar);
  if (!isCertain || isHearer(tokens, cue, source, grammar)) return undefined;
  const end = behindOccasion(tokens, source.to, grammar);
  return { kind: isAside ? 'aside' : 'trailing', cue, source, edge, end, isInherited: false };
}

/** "…, told X “we go on”": with the words behind it the name is whom they were said to, unless they stand before as well. */
function isHearer(tokens: readonly Token[], cue: Cue, { to }: Phrase, { openers }: Grammar): boolean {
  const behind = tokens[to];
  return !followsQuotation(tokens, cue) && (behind?.kind === 'quotation' || openers.has(behind?.lower ?? ''));
}

/** "Comme l'a dit X", "Как ранее заявил X". */
function behindFillers(tokens: readonly Token[], from: number, { words }: Grammar): number {
  let at = from;
  while (words.fillers.has(tokens[at]?.lower ?? '')) at -= 1;
  return at;
}

/** "…, said X." or "…, said X on Monday.": without a quotation before it, a verb may have an object instead. */
function endsClause(tokens: readonly Token[], { from, to }: Phrase, { words }: Grammar): boolean {
  const next = tokens[to];
  const isTime = words.times.has(next?.lower ?? '') || words.times.has(tokens[to + 1]?.lower ?? '');
  const isOccasion = words.beside.has(next?.lower ?? '');
  return to - from <= LONGEST_INVERTED && (next?.kind !== 'word' || isTime || isOccasion);
}

function accordingTo(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  const source = phraseAfter(tokens, cue.to, grammar);
  if (!source || holdsTelling(tokens, cue, source, grammar)) return undefined;
  const relay = relayBefore(tokens, cue, grammar);
  const edge = edgeOf(tokens, relay?.from ?? cue.from);
  const quoter = relay?.quoter && { quoter: relay.quoter };
  return { kind: 'aside', cue, source, edge, end: source.to, isInherited: false, ...quoter };
}

/** Where "передаёт X" begins in "…, передаёт X со ссылкой на Y", and X: the words are Y's, as X hands them on. */
function relayBefore(
  tokens: readonly Token[],
  cue: Cue,
  grammar: Grammar,
): { readonly from: number; readonly quoter: Phrase | undefined } | undefined {
  const floor = Math.max(0, cue.from - LONGEST_RELAY);
  const near = tokens.slice(floor, cue.from);
  const from = floor + near.findLastIndex(({ lower }) => lower === ',') + 1;
  const verb = findCues(tokens.slice(from, cue.from), grammar)[0];
  // "Об этом сообщил X": the first two words stand for what was told before.
  const isOfThis = verb?.from === 2 && grammar.words.prepositions.has(tokens[from]?.lower ?? '');
  if (verb?.kind !== 'verb' || (verb.from > 1 && !isOfThis)) return undefined;
  const behind = phraseAfter(tokens, from + verb.to, grammar);
  const isBehind = behind !== undefined && behind.from < cue.from;
  const quoter = isBehind
    ? { ...behind, to: Math.min(behind.to, cue.from) }
    : phraseBefore(tokens, from + verb.from, from, grammar);
  return { from, quoter };
}

function contentOf(
  tokens: readonly Token[],
  draft: FrameDraft,
  all: readonly FrameDraft[],
  grammar: Grammar,
): Content | undefined {
  const limit = limitOf(tokens, draft, all, grammar);
  switch (draft.kind) {
    case 'leading': {
      if (draft.cue.kind === 'naming') return quotationBehind(tokens, draft.cue.to, grammar);
      if (draft.cue.kind === 'label') return contentAfter(tokens, draft.end, limit);
      const start = startOfContent(tokens, draft.cue, grammar);
      const isNoun = start.kind === 'bare' && grammar.words.nounlike.has(tokens[draft.cue.from]?.lower ?? '');
      return start.kind === 'none' || start.kind === 'unsaid' || isNoun
        ? undefined
        : contentAfter(tokens, start.at, limit);
    }
    case 'trailing':
      return isNounBehindText(tokens, draft, grammar)
        ? undefined
        : contentAround(tokens, startOf(draft, all), draft, { limit, grammar });
    case 'aside': {
      const comma = tokens.findIndex(({ lower }, at) => at >= draft.end && lower === ',');
      // "Torven, according to Ms X, said …" has its subject before the comma; "But according to Ms X, …" has not.
      const isParted =
        draft.edge > SHORT_OPENING || (draft.edge > 0 && isSayingAt(tokens, comma + 1, grammar));
      if (isParted) return contentAround(tokens, startOf(draft, all), draft, { limit, grammar });
      return comma < 0 ? undefined : contentAfter(tokens, comma + 1, limit);
    }
  }
}

/** What stands before a frame, and its other half behind where the frame parts a clause. */
function contentAround(
  tokens: readonly Token[],
  from: number,
  { edge, end }: FrameDraft,
  { limit, grammar }: { readonly limit: number; readonly grammar: Grammar },
): Content | undefined {
  const isClauseParted = partsClause(tokens, end, grammar) || isSayingAt(tokens, end + 1, grammar);
  return contentBefore(tokens, from, { edge, end, isClauseParted }, limit);
}

/** Whether a verb of saying begins there, "has" and "also" left aside. */
function isSayingAt(tokens: readonly Token[], at: number, grammar: Grammar): boolean {
  let verb = at;
  while (grammar.words.fillers.has(tokens[verb]?.lower ?? '')) verb += 1;
  return findCues(tokens.slice(verb), grammar)[0]?.from === 0;
}

/** "In all, delegates are at stake in eleven states": nothing quoted stands before. */
function isNounBehindText(tokens: readonly Token[], { cue, edge }: FrameDraft, { words }: Grammar): boolean {
  return words.nounlike.has(tokens[cue.from]?.lower ?? '') && tokens[edge - 1]?.kind !== 'quotation';
}

/**
 * What is said begins with the sentence, or behind an earlier frame that stands in the middle of it. Directly behind
 * one ("…, X said, Y said") it holds that frame with its words.
 */
function startOf(draft: FrameDraft, all: readonly FrameDraft[]): number {
  const before = all.filter(({ kind, end }) => kind === 'trailing' && end <= draft.edge).at(-1);
  if (!before) return 0;
  return before.end === draft.edge ? startOf(before, all) : before.end;
}

/** What is said ends with the clause, or where the next frame of another speaker or another verb of the same begins. */
function limitOf(
  tokens: readonly Token[],
  draft: FrameDraft,
  all: readonly FrameDraft[],
  grammar: Grammar,
): number {
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
function opensMainClause(
  tokens: readonly Token[],
  { source }: FrameDraft,
  { words, openers }: Grammar,
): boolean {
  const [mark, joint] = [tokens[source.from - 2], tokens[source.from - 1]];
  const joins = words.joints.has(joint?.lower ?? '') && !openers.has(joint?.lower ?? '');
  return joins && /^[,;—–-]$/u.test(mark?.lower ?? '');
}

function beginningOf({ kind, isInherited, edge, source }: FrameDraft): number {
  return kind === 'leading' && !isInherited ? source.from - 2 : edge;
}
