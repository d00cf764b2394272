import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic, TopicId } from '#topic/topic.ts';
import type { Dice } from './dice.ts';
import { VOCABULARY } from './english-sentences.ts';

/** Dense: most topics name the same few actors and events, as most news does. Sparse: all are as likely. */
export const MIXES = ['dense', 'sparse'] as const;

/** One of them. */
export type Mix = (typeof MIXES)[number];

/** Different topics, as many as asked: of ten queries five name two actors and an event, three one and an event, two one and a word. */
export function sampleTopics(count: number, mix: Mix, lexicon: Lexicon, dice: Dice): readonly Topic[] {
  const actors = [...lexicon.actors.values()].map(({ shown }) => shown['en'] ?? '');
  const events = [...lexicon.events.values()].flatMap(({ query }) => query['en'] ?? []);
  const topics = new Map<TopicId, Topic>();
  while (topics.size < count) {
    const parsed = parseQuery(writeQuery({ actors, events }, mix, dice), lexicon);
    if (parsed.kind === 'topic') topics.set(parsed.topic.id, parsed.topic);
  }
  return [...topics.values()];
}

function writeQuery(
  { actors, events }: { readonly actors: readonly string[]; readonly events: readonly string[] },
  mix: Mix,
  dice: Dice,
): string {
  const pick = mix === 'dense' ? dice.pickEarly : dice.pick;
  const kind = dice.below(10);
  const actor = pick(actors);
  if (kind < 5) return `${actor} ${pick(actors)} ${pick(events)}`;
  if (kind < 8) return `${actor} ${pick(events)}`;
  return `${actor} ${dice.pick(VOCABULARY)}`;
}
