import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';

/** The wider places that a place lies in, nearest first; never its country, since news of a town is not always that. */
export function placesAround(place: ActorId, lexicon: Lexicon): readonly ActorId[] {
  return around(place, lexicon).filter((id) => lexicon.actors.get(id)?.kind === 'place');
}

/** Whether one actor is a place that lies in the other, so that naming the other beside it adds nothing. */
export const liesIn = (inner: ActorId, outer: ActorId, lexicon: Lexicon): boolean =>
  around(inner, lexicon).includes(outer);

function around(place: ActorId, lexicon: Lexicon): readonly ActorId[] {
  const direct = lexicon.actors.get(place)?.within ?? [];
  return [...new Set(direct.flatMap((outer) => [outer, ...around(outer, lexicon)]))];
}
