import type { ArticleSpots } from '#match/article-spots.ts';
import type { LeadSentence } from '#match/lead-of.ts';
import { type EventSpot, isInOneSentence, type Spot, spotAt } from '#match/spot.ts';
import { keysOfWord, type WordsPart } from '#match/word-keys.ts';
import type { Part } from '#topic/topic.ts';

/** Every place in title and lead where a part of a topic is met, in reading order of each kind. Weak events are among them. */
export function findPart(part: Part, spots: ArticleSpots): readonly (Spot | EventSpot)[] {
  switch (part.kind) {
    case 'actor':
      return part.actors.flatMap((actor) => spots.actors.get(actor) ?? []);
    case 'event':
      return part.events.flatMap((event) => spots.events.get(event) ?? []);
    case 'words':
      if (part.concept) return spots.concepts.get(part.concept) ?? [];
      return part.isExact ? findExact(part.stems, spots.lead) : findWord(part, spots);
    case 'any':
      return part.options.flatMap((option) => findPart(option, spots));
    case 'near':
      return findNear(part, spots);
  }
}

function findWord(part: WordsPart, { words }: ArticleSpots): readonly Spot[] {
  return keysOfWord(part).flatMap((key) =>
    (words.get(key) ?? []).map((place) => spotAt(place.in, place.at, place.last)),
  );
}

function findExact(folded: readonly string[], lead: readonly LeadSentence[]): readonly Spot[] {
  return lead.flatMap((sentence) =>
    sentence.words.flatMap((_, at) =>
      folded.every((word, index) => sentence.words[at + index]?.folded === word)
        ? [spotAt(sentence, at, at + folded.length - 1)]
        : [],
    ),
  );
}

function findNear(part: Extract<Part, { readonly kind: 'near' }>, spots: ArticleSpots): readonly Spot[] {
  const rights = findPart(part.right, spots);
  return findPart(part.left, spots).flatMap((left) => {
    const near = rights.find(
      (right) => isInOneSentence(left, right) && wordsBetween(left, right) < part.within,
    );
    const sentence = spots.lead.find(
      ({ where, sentence }) => where === left.where && sentence === left.sentence,
    );
    if (!near || !sentence || near.note || left.note) return [];
    const first = Math.min(left.firstWord, near.firstWord);
    return [spotAt(sentence, first, Math.max(left.lastWord, near.lastWord))];
  });
}

const wordsBetween = (one: Spot, other: Spot): number =>
  Math.max(one.firstWord - other.lastWord, other.firstWord - one.lastWord) - 1;
