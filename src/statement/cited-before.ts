import { type Cue, findCues, type Grammar } from './find-cues.ts';
import type { Token } from './sentence-tokens.ts';
import { type Phrase, phraseAfter } from './speaker-phrase.ts';

/** «Со ссылкой на X»: Russian alone lets it stand between a verb and its subject without a mark. */
const CITING = 'ссылкой';
/** Tokens of «ссылкой на» and whoever is cited. */
const LONGEST_CITATION = 10;

/**
 * Where «со ссылкой на X» begins, when nothing but X stands between it and a verb of saying: X is cited, and whoever
 * tells stands before it or behind the verb. Undefined where it does not stand there.
 */
export function citedBefore(tokens: readonly Token[], cue: Cue): number | undefined {
  const floor = Math.max(0, cue.from - LONGEST_CITATION);
  const near = tokens.slice(floor, cue.from);
  const at = near.findLastIndex(({ lower }) => lower === CITING);
  const isUnparted = near.slice(at + 1).every(({ kind }) => kind === 'word');
  return at < 1 || !isUnparted ? undefined : floor + at - 1;
}

/** «Со ссылкой на X сообщил Y»: the words of whoever is cited hold the verb of whoever tells. */
export function holdsTelling(tokens: readonly Token[], cue: Cue, source: Phrase, grammar: Grammar): boolean {
  const isCiting = tokens.slice(cue.from, cue.to).some(({ lower }) => lower === CITING);
  const words = tokens.slice(source.from, source.to);
  return isCiting && findCues(words, grammar).some(({ kind }) => kind === 'verb');
}

/** «… сообщил Y: …»: behind the verb stands who tells. */
export const tellsBehind = (tokens: readonly Token[], { to }: Cue, grammar: Grammar): boolean =>
  tokens[to]?.isCapital === true && phraseAfter(tokens, to, grammar) !== undefined;
