import type { ArticleSpots } from '#match/article-spots.ts';
import { directionOf } from '#match/direction-of.ts';
import { evidenceOf } from '#match/evidence-of.ts';
import type { Evidence } from '#match/match.ts';
import type { Found } from '#match/own-finds.ts';
import { type EventSpot, isEmbraced, isWeak, type Spot } from '#match/spot.ts';
import type { Way } from '#match/ways-to-meet.ts';
import type { Part } from '#topic/topic.ts';

/** Words that would meet a part of a topic, and why they do not count for it. */
export type Discount = {
  /**
   * Only somebody or something of theirs is named; the event is told as long past, the other way round, or of others.
   */
  readonly why: 'not-in-person' | 'past' | 'reversed' | 'of-others';
  readonly evidence: Evidence;
};

/** What was found in an article for each part of a topic, and what of it counts. */
export type Weighed = { readonly found: Found; readonly own: Found; readonly spots: ArticleSpots };

/**
 * The actors of whom words were found that do not count, each by their first words; where all of them count, the event.
 * Who is not there takes no part: then nothing need be said of the event.
 */
export function findDiscounts({ actors, event, direction }: Way, weighed: Weighed): readonly Discount[] {
  const absent = actors.flatMap((actor): readonly Discount[] =>
    notCounted(actor, weighed).map((spot) => ({
      why: 'not-in-person',
      evidence: evidenceOf(actor.written, spot),
    })),
  );
  if (absent.length > 0 || event === undefined) return absent;
  return notCounted(event, weighed).flatMap((spot): readonly Discount[] =>
    'status' in spot
      ? [{ why: whyNotTheirs(spot, direction, weighed), evidence: evidenceOf(event.written, spot) }]
      : [],
  );
}

/** The first words for a part of which none count. */
function notCounted(part: Part, { found, own }: Weighed): readonly (Spot | EventSpot)[] {
  if (own.get(part)?.length !== 0) return [];
  return (found.get(part) ?? []).filter((spot) => !isWeak(spot) && !isEmbraced(spot)).slice(0, 1);
}

function whyNotTheirs(
  event: EventSpot,
  direction: Way['direction'],
  { own, spots }: Weighed,
): Discount['why'] {
  if (event.status === 'past') return 'past';
  const spotsOf = (part: Part): readonly Spot[] => own.get(part) ?? [];
  const isReversed =
    direction !== undefined &&
    directionOf(event, { from: spotsOf(direction.from), to: spotsOf(direction.to) }, spots) === 'reversed';
  return isReversed ? 'reversed' : 'of-others';
}
