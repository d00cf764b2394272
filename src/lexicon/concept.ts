import type { Id } from '#kernel/id.ts';
import type { Names } from '#lexicon/actor.ts';

/** A concept's short, lasting name in the lexicon, such as `bridge`, `grain`, `collapse`. */
export type ConceptId = Id<'Concept'>;

/**
 * A common word of the news with its translations: neither an actor nor an event, but what a topic may add to them.
 * Compared like phrases of events: stemmed; `*` at the end of a word means any ending.
 */
export type Concept = { readonly id: ConceptId; readonly names: Names };
