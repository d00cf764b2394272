import type { WordSearch } from '#article/article-store.ts';
import { foldedWordsOf, splitWords } from '#language/split-words.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { type Lexicon, officeKey } from '#lexicon/build-lexicon.ts';
import { officeOf } from '#lexicon/office-id.ts';
import { actorKey, asWord, conceptKey, eventKey } from '#match/search-keys.ts';
import { keysOfWord } from '#match/word-keys.ts';
import type { Part } from '#topic/topic.ts';

type Alternatives = WordSearch[number];

/**
 * What an article has to hold, anywhere in it, for each of these parts: an actor under any name, an event by any of its
 * phrases or as the person put it, a word in any form. More than the articles that match a topic of these parts; for
 * those that meet it in another way (see `ways-to-meet.ts`) ask with the parts of that way.
 */
export function wordsToFind(parts: readonly Part[], lexicon: Lexicon): WordSearch {
  return parts.flatMap((part) => searchFor(part, lexicon));
}

function searchFor(part: Part, lexicon: Lexicon): WordSearch {
  if (part.kind !== 'near') return [alternativesFor(part, lexicon)];
  return [...searchFor(part.left, lexicon), ...searchFor(part.right, lexicon)];
}

function alternativesFor(part: Part, lexicon: Lexicon): Alternatives {
  switch (part.kind) {
    case 'actor':
      return part.actors.flatMap((id) => [[actorKey(id)], ...namesOf(id, lexicon)]);
    case 'event':
      return [...part.events.map((id) => [eventKey(id)]), stemsOf(part.written)];
    case 'words':
      if (part.isExact) return [part.stems];
      return [
        ...(part.concept ? [[conceptKey(part.concept)], stemsOf(part.written)] : []),
        ...keysOfWord(part).map((key) => [asWord(key)]),
      ];
    case 'any':
      return part.options.flatMap((option) => alternativesFor(option, lexicon));
    case 'near':
      // Inside a choice: either side is enough to look at the article.
      return [...alternativesFor(part.left, lexicon), ...alternativesFor(part.right, lexicon)];
  }
}

/** For what stands beyond the lead, and for articles read before the lexicon knew the actor; for an office, those who held it. */
function namesOf(id: ActorId, lexicon: Lexicon): Alternatives {
  const { actors, holdings } = lexicon;
  const office = officeOf(id);
  const holders = office && (holdings.get(officeKey(office.role, office.of)) ?? []);
  if (holders) return holders.flatMap(({ actor }) => [[actorKey(actor)], ...namesOf(actor, lexicon)]);
  const names = Object.values(actors.get(id)?.names ?? {}).flat();
  return [...new Set(names.map((name) => foldedWordsOf(name).join(' ')))].map((name) => name.split(' '));
}

const stemsOf = (written: string): readonly string[] =>
  splitWords(written, undefined).map(({ stem }) => stem);
