import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { type ArticleSpots, articleSpots } from '#match/article-spots.ts';
import { evidenceOf } from '#match/evidence-of.ts';
import { findPart } from '#match/find-part.ts';
import type { Evidence } from '#match/match.ts';
import { meetsRestrictions } from '#match/meets-restrictions.ts';
import { isWeak } from '#match/spot.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** How far an article goes towards a topic that it does not match. */
export type PartlyMet = {
  readonly topic: Topic;
  /** The first words that meet each part, wherever they stand in title or lead. */
  readonly found: readonly Evidence[];
  readonly missing: readonly Part[];
  /** Words that the topic leaves out. */
  readonly excluded: readonly Evidence[];
  /** Conditions on where it comes from, as written, that it does not meet. */
  readonly unmet: readonly string[];
};

/** Says part by part what an article has of a topic and what it lacks. */
export function meetPartly(topic: Topic, read: ArticleReading, lexicon: Lexicon): PartlyMet {
  const spots = articleSpots(read, lexicon);
  return {
    topic,
    found: topic.parts.flatMap((part) => firstOf(part, spots)),
    missing: topic.parts.filter((part) => firstOf(part, spots).length === 0),
    excluded: topic.excluded.flatMap((part) => firstOf(part, spots)),
    unmet: topic.restrictions
      .filter((restriction) => !meetsRestrictions(read, [restriction]))
      .map(({ written }) => written),
  };
}

/** Weak words of an event count only beside an actor: by themselves they are no evidence. */
function firstOf(part: Part, spots: ArticleSpots): readonly Evidence[] {
  const spot = findPart(part, spots).find((one) => !isWeak(one));
  return spot === undefined ? [] : [evidenceOf(part.written, spot)];
}
