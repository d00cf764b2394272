import type { Part, Topic } from '#topic/topic.ts';

/** A topic, laid out for matching. */
export type TopicPlan = {
  readonly topic: Topic;
  readonly actors: readonly Part[];
  /** The event that the topic is about: of several the most definite, since "truce talks" are about a truce. */
  readonly event?: Part;
  /** Must be met besides: exact phrases, parts near each other, mixed choices. */
  readonly required: readonly Part[];
  /** Plain words, and further events: of them `wordsNeeded` must be met. */
  readonly words: readonly Part[];
  readonly furtherEvents: readonly Part[];
  readonly wordsNeeded: number;
};

/** Sorts the parts of a topic by what the rule of matching asks of each. */
export function planTopic(topic: Topic): TopicPlan {
  const ofKind = (kind: 'actor' | 'event'): readonly Part[] =>
    topic.parts.filter((part) => isAll(part, kind));
  const actors = ofKind('actor');
  const events = ofKind('event').toSorted((one, other) => countEvents(one) - countEvents(other));
  const words = topic.parts.filter((part) => part.kind === 'words' && !part.isExact);
  const [event, ...furtherEvents] = events;
  const required = topic.parts.filter(
    (part) => !actors.includes(part) && !events.includes(part) && !words.includes(part),
  );
  const isAnchored = event !== undefined || actors.length >= 2;
  const wordsNeeded = isAnchored ? Math.ceil(words.length / 2) : words.length;
  return { topic, actors, ...(event && { event }), required, words, furtherEvents, wordsNeeded };
}

/** A choice among actors counts as an actor, a choice among events as an event. */
function isAll(part: Part, kind: 'actor' | 'event'): boolean {
  return part.kind === 'any' ? part.options.every((option) => isAll(option, kind)) : part.kind === kind;
}

function countEvents(part: Part): number {
  if (part.kind === 'event') return part.events.length;
  return part.kind === 'any' ? part.options.reduce((sum, option) => sum + countEvents(option), 0) : 0;
}
