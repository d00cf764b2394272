import type { Phrase } from '#card/phrase.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { say } from '#command/words/say.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { explainTopic, type PartExplanation } from '#topic/explain-topic.ts';
import type { Topic } from '#topic/topic.ts';

/** What each part of a topic was taken for, in how many languages it is known, and what the lexicon does not know. */
export function tellParts(topic: Topic, lexicon: Lexicon, words: ReplyWords): Phrase {
  const { parts, excluded } = explainTopic(topic, lexicon, words.language);
  return say`${words.part.partByPart([...parts, ...excluded].map((part) => tellPart(part, words)))}`;
}

function tellPart({ written, natures, languages }: PartExplanation, { part, or }: ReplyWords): string {
  const told = natures.map((nature) => part.natures[nature]).join(or);
  const isSpelt = natures.some((nature) => nature === 'plain-word' || nature === 'exact-words');
  return isSpelt ? part.isAsSpelt(written, told) : part.isKnown(written, told, languages);
}
