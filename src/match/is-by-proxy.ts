import { CONJUNCTIONS, FORMER } from '#lexicon/role-words.ts';
import type { LeadSentence } from '#match/lead-of.ts';
import { BELONGING, BUREAUS, CAMPS, PROXIES, RANKS, RANKS_BEHIND, STAFF } from '#match/proxy-words.ts';

/** "Trump's Middle East envoy": so many words may stand between a genitive and the envoy. */
const GENITIVE_REACH = 3;
/** Languages in which an envoy needs a word like "of" before whoever sent them. */
const TITLE_FIRST: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'it', 'pt']);
const GENITIVE = /['’ʼ]s?$/u;

/** Words of a sentence that name somebody. */
type Naming = { readonly firstWord: number; readonly lastWord: number };

/**
 * Whether a sentence names somebody only by who works for them: "Putin's envoy", "un émissaire de Trump", «помощник
 * Путина», "advisers of Starmer and the Élysée".
 */
export function isByProxy(
  named: Naming,
  { words, text }: Pick<LeadSentence, 'words' | 'text'>,
  language: string,
): boolean {
  const proxies = PROXIES[language];
  if (!proxies) return false;
  const isProxy = (at: number): boolean => proxies.has(words[at]?.folded ?? '');
  return (
    CAMPS.has(words[named.firstWord - 1]?.folded ?? '') ||
    isBeforeProxy(named, { words, text }, isProxy) ||
    isBehindProxy(named, words, { isProxy, language })
  );
}

/**
 * Whether an office is named only as where somebody works: "Deputy Head of the Office of the President", "an adviser to
 * the Kremlin", "vice-president of the Commission". It then lends its name to nobody.
 */
export function isWorkplace(
  { firstWord }: Naming,
  { words }: Pick<LeadSentence, 'words'>,
  language: string,
): boolean {
  const before = behindBelonging(words, firstWord - 1);
  const rank = words[before]?.folded ?? '';
  if (STAFF.has(rank) || PROXIES[language]?.has(rank) === true) return true;
  return before < firstWord - 1 && FORMER.has(words[before - 1]?.folded ?? '');
}

/** "Putin's envoy", "Putin special envoy"; behind a comma somebody else begins. */
function isBeforeProxy(
  { lastWord }: Naming,
  { words, text }: Pick<LeadSentence, 'words' | 'text'>,
  isProxy: (at: number) => boolean,
): boolean {
  const after = lastWord + 1;
  if (/[,;:]\s/u.test(text.slice(words[lastWord]?.end, words[after]?.start))) return false;
  const reach = GENITIVE.test(words[lastWord]?.text ?? '') ? GENITIVE_REACH : 0;
  for (let at = after; at <= after + reach; at += 1) if (isProxy(at)) return true;
  return RANKS.has(words[after]?.folded ?? '') && (isProxy(after + 1) || isProxy(after + 2));
}

type Means = { readonly isProxy: (at: number) => boolean; readonly language: string };

/** "Envoy of Putin", "envoyé spécial de Putin". */
function isBehindProxy(
  { firstWord }: Naming,
  words: LeadSentence['words'],
  { isProxy, language }: Means,
): boolean {
  const before = behindBelonging(words, firstWord - 1);
  const isAdjacent = before === firstWord - 1;
  const needsOf = TITLE_FIRST.has(language);
  if (BUREAUS.has(words[before]?.folded ?? '') && !(isAdjacent && needsOf)) return true;
  // In these languages a bare title belongs to the name behind it: "minister Lavrov".
  if (isProxy(before) && !(isAdjacent && needsOf)) return true;
  const isRanked = !isAdjacent && RANKS_BEHIND.has(words[before]?.folded ?? '');
  if (isRanked && isProxy(before - 1)) return true;
  const isJoined = before > 0 && CONJUNCTIONS.has(words[before]?.folded ?? '');
  return isJoined && isProxy(behindBelonging(words, before - 2));
}

/** The nearest word to the left that is more than "of the". */
function behindBelonging(words: LeadSentence['words'], from: number): number {
  let at = from;
  while (at >= 0 && BELONGING.has(words[at]?.folded ?? '')) at -= 1;
  return at;
}
