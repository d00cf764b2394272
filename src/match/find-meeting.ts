import type { ArticleSpots } from '#match/article-spots.ts';
import { findPart } from '#match/find-part.ts';
import { type Found, ownFinds } from '#match/own-finds.ts';
import type { EventSpot, Spot } from '#match/spot.ts';
import type { TopicPlan } from '#match/topic-plan.ts';
import type { Way } from '#match/ways-to-meet.ts';
import type { Part } from '#topic/topic.ts';

/** Which words meet which part of a topic. */
export type Meeting = ReadonlyMap<Part, Spot | EventSpot>;

/**
 * Strong: in one of the topic's ways every actor, the event and whatever else is required, with enough of the other
 * words, within two adjacent sentences of title or lead. The fullest way is taken, in its narrowest and earliest place.
 * An event long past, or one that the text says others took part in, is not the topic's event.
 */
export function findStrong({ topic, ways }: TopicPlan, spots: ArticleSpots): Meeting | undefined {
  const asked = ways.flatMap(({ actors }) => actors);
  const found = findAll([...new Set([...topic.parts, ...asked])], spots);
  for (const way of ways) {
    // Whose act it is takes longer to tell than whether all stand together.
    if (!meetNearby(way, found, spots)) continue;
    const meeting = meetNearby(way, ownFinds(way, found, spots), spots);
    if (meeting) return meeting;
  }
  return undefined;
}

/** Related: a topic of an event between actors, of which title and lead hold all but the event. */
export function findRelated({ topic, related }: TopicPlan, spots: ArticleSpots): Meeting | undefined {
  return related && meetWithin(related, findAll(topic.parts, spots), () => true);
}

function meetNearby(way: Way, found: Found, spots: ArticleSpots): Meeting | undefined {
  const required = requiredOf(way);
  if (required.some((part) => found.get(part)?.length === 0)) return undefined;
  const positions = new Set(spots.lead.map(({ position }) => position));
  for (const width of [0, 1]) {
    for (const position of positions) {
      const isWithin = (spot: Spot): boolean => isBetween(spot, position, position + width);
      // In most stretches something is missing: nothing is gathered there.
      if (!required.every((part) => found.get(part)?.some(isWithin))) continue;
      const meeting = meetWithin(way, found, isWithin);
      if (meeting) return meeting;
    }
  }
  return undefined;
}

const isBetween = (spot: Spot, first: number, last: number): boolean =>
  spot.note !== undefined || (spot.position >= first && spot.position <= last);

const requiredOf = ({ actors, required, event }: Way): readonly Part[] => [
  ...actors,
  ...required,
  ...(event ? [event] : []),
];

const findAll = (parts: readonly Part[], spots: ArticleSpots): Found =>
  new Map(parts.map((part) => [part, findPart(part, spots)]));

/** The first spot of each part in a stretch; nothing unless all that the way requires stands there. */
function meetWithin(
  { words, wordsNeeded, ...way }: Way,
  found: Found,
  isWithin: (spot: Spot) => boolean,
): Meeting | undefined {
  const meeting = new Map<Part, Spot | EventSpot>();
  const meet = (part: Part): boolean => {
    const spot = found.get(part)?.find(isWithin);
    if (spot) meeting.set(part, spot);
    return spot !== undefined;
  };
  if (!requiredOf({ words, wordsNeeded, ...way }).every(meet)) return undefined;
  if (words.filter(meet).length < wordsNeeded) return undefined;
  // What a way does not ask for is evidence all the same.
  for (const part of found.keys()) if (!meeting.has(part)) meet(part);
  return meeting;
}
