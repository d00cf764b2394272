import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { type ArticleSpots, articleSpots } from '#match/article-spots.ts';
import { directionOf } from '#match/direction-of.ts';
import { evidenceOf } from '#match/evidence-of.ts';
import { findRelated, findStrong, type Meeting } from '#match/find-meeting.ts';
import { findPart } from '#match/find-part.ts';
import type { Match } from '#match/match.ts';
import { meetsRestrictions } from '#match/meets-restrictions.ts';
import type { EventSpot, Spot } from '#match/spot.ts';
import type { TopicIndex } from '#match/topic-index.ts';
import type { TopicPlan } from '#match/topic-plan.ts';
import type { Part } from '#topic/topic.ts';

/** The topics that an article meets, strong ones first, and the words by which it meets each. `spots` where they are at hand. */
export function matchArticle(
  read: ArticleReading,
  index: TopicIndex,
  lexicon: Lexicon,
  spots: ArticleSpots = articleSpots(read, lexicon),
): readonly Match[] {
  return index
    .candidatesFor(spots)
    .flatMap((plan) => matchTopic(plan, { read, spots }) ?? [])
    .toSorted((one, other) => other.score - one.score);
}

type Means = { readonly read: ArticleReading; readonly spots: ArticleSpots };

function matchTopic(plan: TopicPlan, { read, spots }: Means): Match | undefined {
  const { topic } = plan;
  if (!meetsRestrictions(read, topic.restrictions)) return undefined;
  if (topic.excluded.some((part) => findPart(part, spots).length > 0)) return undefined;
  const strong = findStrong(plan, spots);
  const meeting = strong ?? findRelated(plan, spots);
  if (!meeting) return undefined;
  return {
    topic: topic.id,
    article: read.article,
    tier: strong ? 'strong' : 'related',
    score: scoreOf(meeting, plan, strong !== undefined),
    status: statusOf(meeting, spots),
    direction: directionTold(plan, spots),
    evidence: topic.parts.flatMap((part) => {
      const spot = meeting.get(part) ?? standInFor(part, meeting);
      return spot ? [evidenceOf(part.written, spot)] : [];
    }),
  };
}

/** A member of an alliance stands in for it under what the topic wrote. */
const standInFor = ({ written }: Part, meeting: Meeting): Spot | EventSpot | undefined =>
  meeting.entries().find(([part]) => part.written === written)?.[1];

/** As asked where any sentence has the event so; reversed where they all have it the other way round. */
function directionTold({ ways: [{ direction, event }] }: TopicPlan, spots: ArticleSpots): Match['direction'] {
  if (!direction || !event) return 'none';
  const [from, to] = [findPart(direction.from, spots), findPart(direction.to, spots)];
  const told = findPart(event, spots).map((spot) =>
    'status' in spot ? directionOf(spot, { from, to }, spots) : 'none',
  );
  return told.find((one) => one === 'as-asked') ?? told.find((one) => one === 'reversed') ?? 'none';
}

/** The status of the event that was found; where the topic names none, of the first one beside its parts. */
function statusOf(meeting: Meeting, spots: ArticleSpots): Match['status'] {
  const found = [...meeting.values()];
  const event = found.find((spot): spot is EventSpot => 'status' in spot);
  if (event) return event.status;
  const positions = new Set(found.map(({ position }) => position));
  const beside = [...spots.events.values()]
    .flat()
    .find((spot) => positions.has(spot.position) && !spot.isWeak);
  return beside?.status ?? 'unclear';
}

/** Strong above related; then by how much of the topic stands in the title, and how many of its words stand at all. */
function scoreOf(meeting: Meeting, { topic }: TopicPlan, isStrong: boolean): number {
  const spots = topic.parts.flatMap((part) => meeting.get(part) ?? standInFor(part, meeting) ?? []);
  const inTitle = spots.filter(({ where }) => where === 'title').length / topic.parts.length;
  const met = spots.length / topic.parts.length;
  const score = (isStrong ? 0.5 : 0.1) + 0.25 * inTitle + 0.25 * met;
  return Math.round(score * 1_000) / 1_000;
}
