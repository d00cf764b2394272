import { comparableTitle } from '#article/identity-keys.ts';

/** From here on two titles are taken for versions of one. */
const ALIKE = 0.8;
/** Below this, titles of a language share no more pairs of characters than any two of its sentences do. */
const STRANGERS = 0.5;
/** Shorter words are mostly those that stand in every sentence; longer ones are compared by so many letters, for their endings. */
const STEM_LENGTH = 4;

/** Whether two titles say the same in nearly the same words; a missing title is alike to none. */
export function areTitlesAlike(a: string, b: string): boolean {
  return likeness(comparableTitle(a), comparableTitle(b)) >= ALIKE;
}

/** Whether two titles share little: one headline was not merely rewritten into the other. */
export function areTitlesUnlike(a: string, b: string): boolean {
  const [one, other] = [comparableTitle(a), comparableTitle(b)];
  const alike = likeness(one, other);
  return alike < 1 - ALIKE || (alike < STRANGERS && shareNoWord(one, other));
}

/** False where one of them has too few words to tell, as in languages that write no spaces. */
function shareNoWord(a: string, b: string): boolean {
  const [ofA, ofB] = [stemsOf(a), stemsOf(b)];
  return ofA.size > 1 && ofB.size > 1 && ofA.isDisjointFrom(ofB);
}

const stemsOf = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .split(' ')
      .filter((word) => word.length >= STEM_LENGTH)
      .map((word) => word.slice(0, STEM_LENGTH)),
  );

/** Dice's coefficient over pairs of neighbouring characters: 1 for the same, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const ofA = pairsOf(a);
  const ofB = pairsOf(b);
  const shared = [...ofA].reduce((sum, [pair, count]) => sum + Math.min(count, ofB.get(pair) ?? 0), 0);
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length - 1; index += 1) {
    const pair = text.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
