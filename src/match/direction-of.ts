import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Meeting } from '#match/find-meeting.ts';
import { isInOneSentence } from '#match/find-part.ts';
import type { Match } from '#match/match.ts';
import type { TopicPlan } from '#match/topic-plan.ts';

/**
 * For an event that goes from somebody to somebody, and a topic with two actors: whether the article's sentence has
 * them in the topic's order, one before the event's words and one behind. By the order of words alone.
 */
export function directionOf(
  meeting: Meeting,
  { ways: [whole] }: TopicPlan,
  lexicon: Lexicon,
): Match['direction'] {
  const { actors, event } = whole;
  const [one, other, ...more] = actors;
  if (event?.kind !== 'event' || !one || !other || more.length > 0) return 'none';
  if (event.events.some((id) => lexicon.events.get(id)?.direction !== 'subject-object')) return 'none';
  const [first, second, middle] = [meeting.get(one), meeting.get(other), meeting.get(event)];
  if (!first || !second || !middle || first.note || second.note) return 'none';
  if (!isInOneSentence(first, middle) || !isInOneSentence(second, middle)) return 'none';
  if (first.lastWord < middle.firstWord && middle.lastWord < second.firstWord) return 'as-asked';
  if (second.lastWord < middle.firstWord && middle.lastWord < first.firstWord) return 'reversed';
  return 'none';
}
