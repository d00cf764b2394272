import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic, TopicId } from '#topic/topic.ts';
import type { Dice } from './dice.ts';
import { VOCABULARY } from './english-sentences.ts';

/** Different topics, as many as asked: of ten queries five name two actors and an event, three one and an event, two one and a word. */
export function sampleTopics(count: number, lexicon: Lexicon, dice: Dice): readonly Topic[] {
  const actors = [...lexicon.actors.values()].map(({ shown }) => shown['en'] ?? '');
  const events = [...lexicon.events.values()].flatMap(({ query }) => query['en'] ?? []);
  const topics = new Map<TopicId, Topic>();
  while (topics.size < count) {
    const parsed = parseQuery(writeQuery({ actors, events }, dice), lexicon);
    if (parsed.kind === 'topic') topics.set(parsed.topic.id, parsed.topic);
  }
  return [...topics.values()];
}

function writeQuery(
  { actors, events }: { readonly actors: readonly string[]; readonly events: readonly string[] },
  dice: Dice,
): string {
  const kind = dice.below(10);
  const actor = dice.pickEarly(actors);
  if (kind < 5) return `${actor} ${dice.pickEarly(actors)} ${dice.pickEarly(events)}`;
  if (kind < 8) return `${actor} ${dice.pickEarly(events)}`;
  return `${actor} ${dice.pick(VOCABULARY)}`;
}
