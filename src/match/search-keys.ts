import type { ActorId } from '#lexicon/actor.ts';
import type { ConceptId } from '#lexicon/concept.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { ArticleSpots } from '#match/article-spots.ts';

/** As many as leave room beside the words of the longest article (see `language/search-words.ts`). */
const MOST_KEYS = 380;
/** Stands where a key has a space or a hyphen, so that it stays one word to a database; no text holds it: it is private use. */
const JOINT = '\u{E001}';

/** Under which word an article is found that names the actor, whatever the language and the role. */
export const actorKey = (id: ActorId): string => asWord(`actor ${id}`);
/** The same for what happens. */
export const eventKey = (id: EventTypeId): string => asWord(`event ${id}`);
/** The same for a common word in any language. */
export const conceptKey = (id: ConceptId): string => asWord(`concept ${id}`);

/**
 * What title and lead of an article hold beyond their words: actors, also by their role on that day or because the text
 * is their own; events; common words that the lexicon translates; forms and sounds of names. It meets no topic without.
 */
export function searchKeysOf({ actors, events, concepts, words }: ArticleSpots): readonly string[] {
  const keys = [
    ...[...actors.keys()].map(actorKey),
    ...[...events.keys()].map(eventKey),
    ...[...concepts.keys()].map(conceptKey),
    ...[...words.keys()].map(asWord),
  ];
  return keys.slice(0, MOST_KEYS);
}

/** A key of any kind as one word. */
export function asWord(key: string): string {
  return key.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, JOINT);
}
