import { type Cue, findCues, type Grammar } from './find-cues.ts';
import type { Token } from './sentence-tokens.ts';
import { type Phrase, startOfClause } from './speaker-phrase.ts';

/** Who says it and by which verb, as token places of one sentence. */
type Saying = { readonly source: Phrase; readonly cue: Cue };

/** Tokens behind a quotation that may call it false: "is simply not true". */
const VERDICT_TOKENS = 5;

/** Tokens behind a quotation in which another begins to judge it: ", a claim which the Ministry called". */
const JUDGE_TOKENS = 10;

/**
 * Whether the sentence itself does not hold that this was said: it calls the saying untrue or invented, asks or
 * supposes it, or hangs it on a "that" which no speaker governs ("there is no proof that", "reports that").
 */
export function isDoubted(
  tokens: readonly Token[],
  { source, cue }: Saying,
  isGoverned: boolean,
  grammar: Grammar,
): boolean {
  const before = tokens[startOfClause(tokens, source.from, grammar) - 1];
  const hangsOnThat = before !== undefined && grammar.openers.has(before.lower);
  return (
    (hangsOnThat && !isGoverned) ||
    isInverted(tokens, source, grammar) ||
    isInvented(tokens, source, grammar) ||
    isCalledUntrue(tokens, cue, grammar)
  );
}

/** "Had the Kremlin said so", "Has the Kremlin said so?" */
function isInverted(tokens: readonly Token[], { from }: Phrase, { words }: Grammar): boolean {
  return words.inversions.has(tokens[from - 1]?.lower ?? '');
}

/** "In the novel, X said", "Fact check: X said". */
function isInvented(tokens: readonly Token[], { from }: Phrase, { words }: Grammar): boolean {
  const opening = tokens.slice(0, from);
  const setsScene = words.prepositions.has(opening[0]?.lower ?? '');
  const isLabel = opening.some(({ lower }) => lower === ':');
  return (setsScene || isLabel) && opening.some(({ lower }) => words.untruths.has(lower));
}

/** "X said “…” is false": the verdict may be X's own or the writer's on X's words; another's leaves them said. */
function isCalledUntrue(tokens: readonly Token[], { to }: Cue, grammar: Grammar): boolean {
  const quotation = tokens.findIndex(({ kind }, at) => at >= to && kind === 'quotation');
  if (quotation < 0 || isJudgedByAnother(tokens, quotation + 1, grammar)) return false;
  return tokens
    .slice(quotation + 1, quotation + 1 + VERDICT_TOKENS)
    .some(({ lower }) => grammar.words.untruths.has(lower));
}

/** "“…”, a claim which Y called “cynical”": behind the mark it is Y who judges. */
function isJudgedByAnother(tokens: readonly Token[], from: number, grammar: Grammar): boolean {
  const isSetOff =
    /^[,—–-]$/u.test(tokens[from]?.lower ?? '') || tokens[from - 1]?.quotation?.hasEndMark === true;
  return isSetOff && findCues(tokens.slice(from + 1, from + JUDGE_TOKENS), grammar).length > 0;
}
