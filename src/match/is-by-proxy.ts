import { CONJUNCTIONS } from '#lexicon/role-words.ts';
import type { LeadSentence } from '#match/lead-of.ts';
import { BELONGING, PROXIES, RANKS } from '#match/proxy-words.ts';

/** "Trump's Middle East envoy": so many words may stand between a genitive and the envoy. */
const GENITIVE_REACH = 3;
const GENITIVE = /['’ʼ]s?$/u;

/** Words of a sentence that name somebody. */
type Naming = { readonly firstWord: number; readonly lastWord: number };

/**
 * Whether a sentence names somebody only by who works for them: "Putin's envoy", "un émissaire de Trump", «помощник
 * Путина», "advisers of Starmer and the Élysée".
 */
export function isByProxy(named: Naming, { words }: Pick<LeadSentence, 'words'>, language: string): boolean {
  const proxies = PROXIES[language];
  if (!proxies) return false;
  const isProxy = (at: number): boolean => proxies.has(words[at]?.folded ?? '');
  const { firstWord, lastWord } = named;

  const after = lastWord + 1;
  const reach = GENITIVE.test(words[lastWord]?.text ?? '') ? GENITIVE_REACH : 0;
  for (let at = after; at <= after + reach; at += 1) if (isProxy(at)) return true;
  if (RANKS.has(words[after]?.folded ?? '') && (isProxy(after + 1) || isProxy(after + 2))) return true;

  const before = behindBelonging(words, firstWord - 1);
  if (isProxy(before)) return true;
  const isJoined = before > 0 && CONJUNCTIONS.has(words[before]?.folded ?? '');
  return isJoined && isProxy(behindBelonging(words, before - 2));
}

/** The nearest word to the left that is more than "of the". */
function behindBelonging(words: LeadSentence['words'], from: number): number {
  let at = from;
  while (at >= 0 && BELONGING.has(words[at]?.folded ?? '')) at -= 1;
  return at;
}
