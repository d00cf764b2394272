import { editDistance } from '#command/edit-distance.ts';
import { foldWord } from '#language/fold-word.ts';

/** Something that may be meant: what is filled in for it, what a person reads, and all that it is called. */
export type Known = { readonly value: string; readonly label: string; readonly names: readonly string[] };

const MOST = 3;
/** Fewer letters are like too many names. */
const FEWEST_LETTERS = 3;

/** The known things that are called most like what was written, the likest first; few, and none that is far from it. */
export function nearest(written: string, known: Iterable<Known>): readonly Known[] {
  const wanted = foldWord(written.trim());
  if (wanted === '') return [];
  const found = new Map<string, { readonly one: Known; readonly slips: number }>();
  for (const one of known) {
    const slips = Math.min(...one.names.map((name) => slipsTo(foldWord(name), wanted)));
    const before = found.get(one.label);
    if (slips < (before?.slips ?? Number.POSITIVE_INFINITY)) found.set(one.label, { one, slips });
  }
  return [...found.values()]
    .toSorted((one, other) => one.slips - other.slips)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** How many slips lead from a name to what was written; infinite where that is no slip of the finger. */
function slipsTo(name: string, wanted: string): number {
  const whole = slipsBetween(name, wanted);
  if (whole < Number.POSITIVE_INFINITY) return whole;
  if (wanted.length < FEWEST_LETTERS) return whole;
  if (name.startsWith(wanted)) return 1;
  // A surname alone, or one word of an outlet's name.
  const words = name.split(/[\s-]+/u);
  return words.length === 1 ? whole : 1 + Math.min(...words.map((word) => slipsBetween(word, wanted)));
}

function slipsBetween(name: string, wanted: string): number {
  const most = wanted.length > 8 ? 3 : wanted.length > 4 ? 2 : 1;
  if (Math.abs(name.length - wanted.length) > most) return Number.POSITIVE_INFINITY;
  const slips = editDistance(wanted, name);
  return slips <= most ? slips : Number.POSITIVE_INFINITY;
}
