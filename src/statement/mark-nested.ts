import type { Attribution } from './statement.ts';

/**
 * Tells inner from outer where one attribution of a sentence stands in another ("the Ministry said Mr X had told
 * …"): the outer one decides for whom the words stand, so the inner one keeps only the sides that both share.
 */
export function markNested(attributions: readonly Attribution[]): readonly Attribution[] {
  return attributions.map((attribution) => {
    const outer = attributions.find((other) => other !== attribution && holds(other, attribution));
    const inner = attributions.find((other) => other !== attribution && holds(attribution, other));
    const sides = outer ? attribution.sides.filter((side) => outer.sides.includes(side)) : attribution.sides;
    return {
      ...attribution,
      sides,
      isNested: attribution.isNested || outer !== undefined,
      ...(inner?.speaker && { innerSpeaker: inner.speaker }),
    };
  });
}

/** Whether the other's verb stands inside what the first one is said to have said. */
function holds(outer: Attribution, inner: Attribution): boolean {
  return (
    outer.place === inner.place &&
    outer.content.some(({ start, end }) => inner.cue.start >= start && inner.cue.end <= end)
  );
}
