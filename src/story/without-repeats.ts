import { foldWord } from '#language/fold-word.ts';
import type { SaidIn } from '#story/best-first.ts';

/** Fewer words than this stand inside many longer statements by chance. */
const LEAST_TELLING_WORDS = 3;

/** Headlines leave these out: "for first time". */
const ARTICLES = new Set(['a', 'an', 'the']);

type Compared = { readonly said: SaidIn; readonly words: string; readonly isTelling: boolean };

/**
 * Each statement once: where several have the same words, or one holds the other's, the first of them stays. What is
 * denied and what is said are never one.
 */
export function withoutRepeats(said: readonly SaidIn[]): readonly SaidIn[] {
  const kept: Compared[] = [];
  for (const one of said.map(compared)) {
    if (!kept.some((earlier) => repeats(one, earlier))) kept.push(one);
  }
  return kept.map((one) => one.said);
}

function repeats(one: Compared, earlier: Compared): boolean {
  if (one.said.statement.denies !== earlier.said.statement.denies) return false;
  return earlier.words.includes(one.words) || (earlier.isTelling && one.words.includes(earlier.words));
}

/** Folded words between single spaces, with a space at both ends so that `includes` meets whole words only. */
function compared(said: SaidIn): Compared {
  const folded = (said.statement.words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord);
  const words = ` ${folded.filter((word) => !ARTICLES.has(word)).join(' ')} `;
  return { said, words, isTelling: folded.length >= LEAST_TELLING_WORDS };
}
