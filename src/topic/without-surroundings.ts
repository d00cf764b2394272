import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { liesIn } from '#lexicon/places-around.ts';
import type { Part } from '#topic/topic.ts';

/** The parts without the countries and regions around a place that is asked for as well: "Ukraine Mariupol" is Mariupol. */
export function withoutSurroundings(parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  return parts.filter((outer) => !parts.some((inner) => isAround(outer, inner, lexicon)));
}

function isAround(outer: Part, inner: Part, lexicon: Lexicon): boolean {
  if (outer.kind !== 'actor' || inner.kind !== 'actor') return false;
  return outer.actors.every((wide) => inner.actors.some((narrow) => liesIn(narrow, wide, lexicon)));
}
