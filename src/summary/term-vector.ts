import type { Word } from '#language/analysis.ts';

/** How often each stem stands in a stretch of text. */
export type TermVector = ReadonlyMap<string, number>;

/** Words this short carry grammar rather than news in the languages written with spaces. */
const LEAST_LETTERS = 4;

/** Counts the stems; short words are left out unless they are names or numbers. */
export function termVector(words: readonly Word[]): TermVector {
  const counts = new Map<string, number>();
  for (const { text, stem } of words) {
    if (text.length < LEAST_LETTERS && !/^[\p{Lu}\p{N}\p{Lo}]/u.test(text)) continue;
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Likeness of two vectors, from 0 (nothing shared) to 1 (the same proportions). */
export function cosine(a: TermVector, b: TermVector): number {
  const shared = [...a].reduce((sum, [stem, count]) => sum + count * (b.get(stem) ?? 0), 0);
  return shared === 0 ? 0 : shared / (lengthOf(a) * lengthOf(b));
}

function lengthOf(vector: TermVector): number {
  return Math.hypot(...vector.values());
}
