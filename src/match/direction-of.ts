import { formsIn } from '#lexicon/forms-in.ts';
import type { ArticleSpots } from '#match/article-spots.ts';
import type { LeadSentence } from '#match/lead-of.ts';
import type { Match } from '#match/match.ts';
import { BY, HOSTING } from '#match/participant-words.ts';
import { type EventSpot, isInOneSentence, type Spot } from '#match/spot.ts';

/** "Was threatened by Iran": so far behind the event its doer may be introduced. */
const BY_DISTANCE = 2;

/**
 * For an event that goes from somebody to somebody: whether its sentence has it from `from` to `to`, one before the
 * event's words and one behind. By the order of words, which a passive ("by") and a verb of hosting turn around.
 */
export function directionOf(
  event: EventSpot,
  { from, to }: { readonly from: readonly Spot[]; readonly to: readonly Spot[] },
  { lead, language }: ArticleSpots,
): Match['direction'] {
  const sentence = lead.find((one) => one.where === event.where && one.sentence === event.sentence);
  if (!sentence) return 'none';
  const isBefore = (spot: Spot): boolean => isBeside(spot, event) && spot.lastWord < event.firstWord;
  // A name may stand inside the event's words: "warns Netanyahu of".
  const isBehind = (spot: Spot): boolean => isBeside(spot, event) && spot.firstWord > event.firstWord;
  const isTurned = isTurnedAround(event, sentence, language);
  const [doer, other] = isTurned ? [to, from] : [from, to];
  if (doer.some(isBefore)) return other.some(isBehind) ? 'as-asked' : 'none';
  return other.some(isBefore) && doer.some(isBehind) ? 'reversed' : 'none';
}

/** Who counts as present everywhere stands nowhere. */
const isBeside = (spot: Spot, event: EventSpot): boolean =>
  spot.note === undefined && isInOneSentence(spot, event);

function isTurnedAround({ firstWord, lastWord }: Spot, { words }: LeadSentence, language: string): boolean {
  const hosting = formsIn(HOSTING, language);
  const by = formsIn(BY, language);
  const own = words.slice(firstWord, lastWord + 1);
  if (own.some(({ folded }) => hosting.some((start) => folded.startsWith(start)))) return true;
  const next = words.slice(lastWord, lastWord + 1 + BY_DISTANCE);
  return next.some(({ folded }) => by.includes(folded));
}
