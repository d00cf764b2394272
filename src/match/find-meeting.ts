import type { ArticleSpots, EventSpot, Spot } from '#match/article-spots.ts';
import { findPart, isInOneSentence, isWeak } from '#match/find-part.ts';
import { isOfOthers } from '#match/is-of-others.ts';
import type { TopicPlan } from '#match/topic-plan.ts';
import type { Part } from '#topic/topic.ts';

/** Which words meet which part of a topic. */
export type Meeting = ReadonlyMap<Part, Spot | EventSpot>;

type Found = ReadonlyMap<Part, readonly (Spot | EventSpot)[]>;

/**
 * Strong: every actor, the event and whatever else is required, with enough of the other words, within two adjacent
 * sentences of title or lead. The narrowest and earliest such place is taken. An event long past, or one that the text
 * says others took part in, is not the topic's event.
 */
export function findStrong(plan: TopicPlan, spots: ArticleSpots): Meeting | undefined {
  const found = withOwnEvent(plan, findAll(plan, spots), spots);
  const required = requiredOf(plan, plan.event);
  if (required.some((part) => found.get(part)?.length === 0)) return undefined;
  const positions = new Set(spots.lead.map(({ position }) => position));
  for (const width of [0, 1]) {
    for (const position of positions) {
      const meeting = meetWithin(plan, required, found, (spot) =>
        isBetween(spot, position, position + width),
      );
      if (meeting) return meeting;
    }
  }
  return undefined;
}

/** Related: a topic of an event between actors, of which title and lead hold all but the event. */
export function findRelated(plan: TopicPlan, spots: ArticleSpots): Meeting | undefined {
  if (!plan.event || plan.actors.length < 2) return undefined;
  return meetWithin(plan, requiredOf(plan), findAll(plan, spots), () => true);
}

const isBetween = (spot: Spot, first: number, last: number): boolean =>
  spot.note !== undefined || (spot.position >= first && spot.position <= last);

const requiredOf = ({ actors, required }: TopicPlan, event?: Part): readonly Part[] => [
  ...actors,
  ...required,
  ...(event ? [event] : []),
];

function findAll({ topic, actors }: TopicPlan, spots: ArticleSpots): Found {
  const actorSpots = actors.flatMap((part) => findPart(part, spots));
  return new Map(
    topic.parts.map((part) => [
      part,
      findPart(part, spots).filter(
        (spot) => !isWeak(spot) || actorSpots.some((actor) => isInOneSentence(actor, spot)),
      ),
    ]),
  );
}

/** The same, with only those places of the topic's event where it is news, and the topic's actors' own. */
function withOwnEvent({ event, actors }: TopicPlan, found: Found, spots: ArticleSpots): Found {
  if (!event) return found;
  const parties = actors.map((actor) => found.get(actor) ?? []);
  const own = (found.get(event) ?? []).filter(
    (spot) => !('status' in spot) || (spot.status !== 'past' && !isOfOthers(spot, parties, spots)),
  );
  return new Map([...found, [event, own]]);
}

function meetWithin(
  { words, furtherEvents, wordsNeeded }: TopicPlan,
  required: readonly Part[],
  found: Found,
  isWithin: (spot: Spot) => boolean,
): Meeting | undefined {
  const meeting = new Map<Part, Spot | EventSpot>();
  const meet = (part: Part): boolean => {
    const spot = found.get(part)?.find(isWithin);
    if (spot) meeting.set(part, spot);
    return spot !== undefined;
  };
  if (!required.every(meet)) return undefined;
  if (words.filter(meet).length < wordsNeeded) return undefined;
  furtherEvents.forEach(meet);
  return meeting;
}
