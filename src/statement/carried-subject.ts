import type { Cue, Grammar } from './find-cues.ts';
import { edgeOf, type FrameDraft } from './frame-draft.ts';
import type { Token } from './sentence-tokens.ts';
import { openingName } from './speaker-phrase.ts';

/** "X said … and added that …", "X said …, adding that …": the subject is the one before. */
export function inherited(
  tokens: readonly Token[],
  cue: Cue,
  earlier: readonly FrameDraft[],
  { words, openers }: Grammar,
): FrameDraft | undefined {
  const last = earlier.at(-1);
  const before = tokens[cue.from - 1]?.lower ?? '';
  const isJoined =
    (words.joints.has(before) && !openers.has(before)) || (before === ',' && isParticiple(tokens[cue.from]));
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

/** "X welcomed the offer, saying …": the name that opens the sentence, where nobody else stands between. */
export function participle(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  if (tokens[cue.from - 1]?.lower !== ',') return undefined;
  const source = openingName(tokens, grammar);
  const between = tokens.slice(source?.to, cue.from - 1);
  if (between.some(({ lower }) => lower === ',' || isClauseOpener(lower, grammar))) return undefined;
  const isUncertain = between.some((token) => mayBeMeant(token, grammar));
  return (
    source && {
      kind: 'leading',
      cue,
      source,
      edge: cue.from - 1,
      end: cue.to,
      isInherited: true,
      isUncertain,
    }
  );
}

/** A name, an office or a pronoun: another who may have said it. */
function mayBeMeant({ isCapital, lower }: Token, { words, speakerNouns, pronouns }: Grammar): boolean {
  return (isCapital && !words.times.has(lower)) || speakerNouns.has(lower) || pronouns.has(lower);
}

/**
 * "X welcomed the offer but warned that …": the subject that opens the sentence goes on. Where another clause or
 * another name stands between, somebody else may be meant.
 */
export function coordinated(tokens: readonly Token[], cue: Cue, grammar: Grammar): FrameDraft | undefined {
  const { words } = grammar;
  const joint = cue.from - 1;
  if (!words.coordinating.has(tokens[joint]?.lower ?? '')) return undefined;
  const source = openingName(tokens, grammar);
  if (!source) return undefined;

  const verb = behindAside(tokens, source.to);
  const between = tokens.slice(verb, tokens[joint - 1]?.lower === ',' ? joint - 1 : joint);
  if (between.length === 0) return undefined;
  if (between.some(({ lower, kind }) => kind === 'mark' || opensClause(lower, grammar))) return undefined;
  const isUncertain = between.some(({ isCapital }, at) => isCapital && !isInPhrase(between[at - 1], grammar));
  return {
    kind: 'leading',
    cue,
    source,
    edge: edgeOf(tokens, joint),
    end: cue.to,
    isInherited: true,
    isUncertain,
  };
}

/** Behind ", who was visiting the front,". */
function behindAside(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.lower !== ',') return from;
  const end = tokens.findIndex(({ lower }, at) => at > from && lower === ',');
  return end < 0 ? from : end + 1;
}

function opensClause(lower: string, { words, openers, pronouns }: Grammar): boolean {
  const { joints, relatives, conditions, subordinates } = words;
  // "dismissed it as invented": no clause.
  if (words.as.has(lower)) return false;
  return [joints, relatives, conditions, subordinates, openers, pronouns].some((known) => known.has(lower));
}

/** A capital behind a preposition or an article names no subject: "in Paris", "the Élysée". */
function isInPhrase(before: Token | undefined, { words }: Grammar): boolean {
  const lower = before?.lower ?? '';
  return words.prepositions.has(lower) || words.of.has(lower) || words.determiners.has(lower);
}

function isClauseOpener(lower: string, { words }: Grammar): boolean {
  return words.joints.has(lower) || words.relatives.has(lower);
}

/** "adding", "précisant", "добавив". */
export function isParticiple(token: Token | undefined): boolean {
  return /(?:ing|ant|ив|ав)$/u.test(token?.lower ?? '');
}
