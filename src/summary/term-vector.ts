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

/** The vector of all the stretches together, in their order. */
export function sumOf(vectors: readonly TermVector[]): TermVector {
  const counts = new Map<string, number>();
  for (const vector of vectors) {
    vector.forEach((count, stem) => {
      counts.set(stem, (counts.get(stem) ?? 0) + count);
    });
  }
  return counts;
}

/** Likeness of two vectors, from 0 (nothing shared) to 1 (the same proportions). */
export function cosine(one: TermVector, other: TermVector): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  fewer.forEach((count, stem) => {
    shared += count * (more.get(stem) ?? 0);
  });
  return shared === 0 ? 0 : shared / (lengthOf(one) * lengthOf(other));
}

/** A vector is compared with many, and does not change. */
const lengths = new WeakMap<TermVector, number>();

const lengthOf = (vector: TermVector): number =>
  lengths.getOrInsertComputed(vector, () => {
    let squares = 0;
    vector.forEach((count) => {
      squares += count ** 2;
    });
    return Math.sqrt(squares);
  });
