import type { Grammar } from './find-cues.ts';
import type { FrameDraft } from './frame-draft.ts';
import type { Token } from './sentence-tokens.ts';
import type { Phrase } from './speaker-phrase.ts';

/** Tokens of a label before its colon: "Turkish foreign ministry: …". */
const LONGEST_LABEL = 5;

const DASHES: ReadonlySet<string> = new Set(['—', '–', '-']);

/**
 * "Kremlin: no date yet", "“We will answer”: Tehran", as headlines have it. A label tells a topic or a place as often
 * as a speaker: whether it may be one is for those to say who know the name.
 */
export function findLabel(tokens: readonly Token[], grammar: Grammar): FrameDraft | undefined {
  const colon = tokens.findIndex(({ lower }) => lower === ':');
  const dash = colon < 0 ? tokens.findLastIndex(({ lower }) => DASHES.has(lower)) : -1;
  // "Mr X said the talks go on — Tehran"
  if (dash > 0 && isLabel(tokens, dash + 1, tokens.length, grammar)) return suffix(tokens, dash);
  if (colon < 1 || tokens.findLastIndex(({ lower }) => lower === ':') !== colon) return undefined;
  if (isLabel(tokens, 0, colon, grammar) && tokens[colon + 1]) {
    return draftOf(colon, { from: 0, to: colon, edge: 0, isAside: false }, 'leading');
  }
  const isBehindQuotation = colon === 1 && tokens[0]?.quotation !== undefined;
  // "Mr X said the talks go on: Tehran"
  if (!isBehindQuotation) {
    return isLabel(tokens, colon + 1, tokens.length, grammar) ? suffix(tokens, colon) : undefined;
  }
  const to = tokens.findIndex(({ kind }, at) => at > colon && kind === 'mark');
  const end = to < 0 ? tokens.length : to;
  // "“We will answer”: Tehran on new sanctions"
  const behind = tokens.findIndex(
    ({ lower }, at) => at > colon && at < end && grammar.words.prepositions.has(lower),
  );
  const last = behind < 0 ? end : behind;
  if (!isLabel(tokens, colon + 1, last, grammar)) return undefined;
  return draftOf(colon, { from: colon + 1, to: last, edge: colon, isAside: false }, 'trailing');
}

/** Everything behind a mark names the speaker of what stands before it. */
function suffix(tokens: readonly Token[], mark: number): FrameDraft {
  return draftOf(mark, { from: mark + 1, to: tokens.length, edge: mark, isAside: false }, 'trailing');
}

function isLabel(
  tokens: readonly Token[],
  from: number,
  to: number,
  { words, speakerNouns }: Grammar,
): boolean {
  const row = tokens.slice(from, to);
  const isPart = ({ lower, isCapital }: Token): boolean =>
    isCapital ||
    [words.determiners, words.of, words.officeWords, speakerNouns].some((known) => known.has(lower));
  return row.length > 0 && row.length <= LONGEST_LABEL && row[0]?.isCapital === true && row.every(isPart);
}

function draftOf(colon: number, source: Phrase, kind: 'leading' | 'trailing'): FrameDraft {
  return {
    kind,
    cue: { kind: 'label', from: colon, to: colon + 1, denies: false },
    source,
    edge: source.edge,
    end: kind === 'leading' ? colon + 1 : source.to,
    isInherited: false,
  };
}
