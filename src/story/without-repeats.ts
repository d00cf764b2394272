import { foldWord } from '#language/fold-word.ts';
import type { SaidIn } from '#story/best-first.ts';

/** Fewer words than this stand inside many longer statements by chance. */
const LEAST_TELLING_WORDS = 3;

type Kept = { readonly said: SaidIn; readonly words: string };

/**
 * Each statement once: where several have the same words, or one holds the other's, the first of them stays. What is
 * denied and what is said are never one.
 */
export function withoutRepeats(said: readonly SaidIn[]): readonly SaidIn[] {
  const kept: Kept[] = [];
  for (const one of said) {
    const words = wordsOf(one);
    if (!kept.some((earlier) => repeats({ said: one, words }, earlier))) kept.push({ said: one, words });
  }
  return kept.map((one) => one.said);
}

function repeats(one: Kept, earlier: Kept): boolean {
  if (one.said.statement.denies !== earlier.said.statement.denies) return false;
  return earlier.words.includes(one.words) || (isTelling(earlier) && one.words.includes(earlier.words));
}

const isTelling = ({ words }: Kept): boolean => words.trim().split(' ').length >= LEAST_TELLING_WORDS;

/** Folded words between single spaces, with a space at both ends so that `includes` meets whole words only. */
function wordsOf({ statement }: SaidIn): string {
  const words = statement.words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ` ${words.map(foldWord).join(' ')} `;
}
