import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { type Way, waysToMeet } from '#match/ways-to-meet.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** A topic, laid out for matching. */
export type TopicPlan = {
  readonly topic: Topic;
  /** Each is a strong match by itself; the fullest stands first. */
  readonly ways: readonly [whole: Way, ...others: Way[]];
  /** All but the event; absent where a topic has no event or fewer than two actors. */
  readonly related?: Way;
};

/** Sorts the parts of a topic by what the rule of matching asks of each. */
export function planTopic(topic: Topic, lexicon: Lexicon): TopicPlan {
  const actors = topic.parts.filter((part) => isAll(part, 'actor'));
  const events = topic.parts.filter((part) => isAll(part, 'event'));
  const words = topic.parts.filter((part) => part.kind === 'words' && !part.isExact);
  const required = topic.parts.filter(
    (part) => !actors.includes(part) && !events.includes(part) && !words.includes(part),
  );
  const event = mainEvent(events, topic);
  const isAnchored = event !== undefined || actors.length >= 2;
  const wordsNeeded = isAnchored ? Math.ceil(words.length / 2) : words.length;
  const whole = { actors, ...(event && { event }), required, words, wordsNeeded };
  const ways = waysToMeet(whole, topic, lexicon);
  if (!event || actors.length < 2) return { topic, ways };
  return { topic, ways, related: { actors, names: [], isEncounter: false, required, words, wordsNeeded } };
}

/**
 * Of several events the most definite is meant, since "truce talks" are about a truce; of two as definite in a row the
 * second, since an "embargo vote" is a vote.
 */
function mainEvent(events: readonly Part[], { parts }: Topic): Part | undefined {
  const [first, next] = events.toSorted((one, other) => countEvents(one) - countEvents(other));
  if (!first || !next || countEvents(first) < countEvents(next)) return first;
  return parts.indexOf(next) === parts.indexOf(first) + 1 ? next : first;
}

/** A choice among actors counts as an actor, a choice among events as an event. */
export function isAll(part: Part, kind: 'actor' | 'event'): boolean {
  return part.kind === 'any' ? part.options.every((option) => isAll(option, kind)) : part.kind === kind;
}

function countEvents(part: Part): number {
  if (part.kind === 'event') return part.events.length;
  return part.kind === 'any' ? part.options.reduce((sum, option) => sum + countEvents(option), 0) : 0;
}
