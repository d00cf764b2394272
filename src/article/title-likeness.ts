import { comparableTitle } from '#article/identity-keys.ts';

/** From here on two titles are taken for versions of one. */
const ALIKE = 0.8;

/** Whether two titles say the same in nearly the same words; a missing title is alike to none. */
export function areTitlesAlike(a: string, b: string): boolean {
  return likeness(comparableTitle(a), comparableTitle(b)) >= ALIKE;
}

/** Whether two titles share little: one headline was not merely rewritten into the other. */
export function areTitlesUnlike(a: string, b: string): boolean {
  return likeness(comparableTitle(a), comparableTitle(b)) < 1 - ALIKE;
}

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
