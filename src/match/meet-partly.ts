import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { type ArticleSpots, articleSpots } from '#match/article-spots.ts';
import { evidenceOf } from '#match/evidence-of.ts';
import { type Discount, findDiscounts, type Weighed } from '#match/find-discounts.ts';
import { findLookalikes } from '#match/find-lookalikes.ts';
import { findPart } from '#match/find-part.ts';
import type { Evidence } from '#match/match.ts';
import { meetsRestrictions } from '#match/meets-restrictions.ts';
import { ownFinds } from '#match/own-finds.ts';
import { isEmbraced, isWeak } from '#match/spot.ts';
import { planTopic } from '#match/topic-plan.ts';
import type { Way } from '#match/ways-to-meet.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** How far an article goes towards a topic that it does not match. */
export type PartlyMet = {
  readonly topic: Topic;
  /** The first words that meet each part, wherever they stand in title or lead. */
  readonly found: readonly Evidence[];
  readonly missing: readonly Part[];
  /** Words that look like a missing event and are none. */
  readonly lookalikes: readonly Evidence[];
  /** Found, and not counted. */
  readonly discounts: readonly Discount[];
  /** Words that the topic leaves out. */
  readonly excluded: readonly Evidence[];
  /** Conditions on where it comes from, as written, that it does not meet. */
  readonly unmet: readonly string[];
};

/** Says part by part what an article has of a topic, what it lacks, and what does not count. */
export function meetPartly(topic: Topic, read: ArticleReading, lexicon: Lexicon): PartlyMet {
  const {
    ways: [whole],
  } = planTopic(topic, lexicon);
  const spots = articleSpots(read, lexicon);
  const found = new Map(topic.parts.map((part) => [part, findPart(part, spots)]));
  const weighed: Weighed = { found, own: ownFinds(whole, found, spots), spots };
  const missing = missingOf(whole, topic, weighed);
  return {
    topic,
    found: topic.parts.flatMap((part) => firstOf(part, weighed)),
    missing,
    lookalikes: missing.flatMap((part) => findLookalikes(part, read, lexicon)),
    discounts: findDiscounts(whole, weighed),
    excluded: topic.excluded.flatMap((part) => anyOf(part, spots)),
    unmet: topic.restrictions
      .filter((restriction) => !meetsRestrictions(read, [restriction]))
      .map(({ written }) => written),
  };
}

/** Plain words are missing only where too few of them stand there. */
function missingOf({ words, wordsNeeded }: Way, { parts }: Topic, weighed: Weighed): readonly Part[] {
  const isMissing = (part: Part): boolean => firstOf(part, weighed).length === 0;
  const hasEnoughWords = words.filter((part) => !isMissing(part)).length >= wordsNeeded;
  return parts.filter((part) => isMissing(part) && !(hasEnoughWords && words.includes(part)));
}

/** What counts stands first. Weak and embraced words of an event count only beside an actor: by themselves they are no evidence. */
function firstOf(part: Part, { found, own }: Weighed): readonly Evidence[] {
  const spot = own.get(part)?.[0] ?? found.get(part)?.find((one) => !isWeak(one) && !isEmbraced(one));
  return spot === undefined ? [] : [evidenceOf(part.written, spot)];
}

const anyOf = (part: Part, spots: ArticleSpots): readonly Evidence[] =>
  findPart(part, spots)
    .slice(0, 1)
    .map((spot) => evidenceOf(part.written, spot));
