import type { Phrase } from '#card/phrase.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { joined, say, typed } from '#command/words/say.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { PartExplanation } from '#topic/explain-topic.ts';
import { explainTopic } from '#topic/explain-topic.ts';
import type { Topic } from '#topic/topic.ts';

/** "Emmanuel Macron + Vladimir Putin + phone call (names in 11 languages, event in 9)". */
export function understoodAs(topic: Topic, lexicon: Lexicon, words: ReplyWords): Phrase {
  const { parts, excluded, restrictions } = explainTopic(topic, lexicon, words.language);
  const known = [
    ...languagesOf(parts, 'actor').map(words.namesIn),
    ...languagesOf(parts, 'event').map(words.eventIn),
  ];
  const terms = [
    ...parts.map((part) => say`${part.understoodAs.join(words.or)}`),
    ...restrictions.map(typed),
    ...excluded.map((part) => say`${words.without} ${part.understoodAs.join(words.or)}`),
  ];
  return known.length === 0 ? joined(terms, ' + ') : say`${joined(terms, ' + ')} (${known.join(', ')})`;
}

/** The least well known part tells how far the topic reaches. */
function languagesOf(parts: readonly PartExplanation[], kind: PartExplanation['kind']): readonly number[] {
  const counts = parts.filter((part) => part.kind === kind).map(({ languages }) => languages);
  return counts.length === 0 ? [] : [Math.min(...counts)];
}
