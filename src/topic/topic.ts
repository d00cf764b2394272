import type { Id } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { ConceptId } from '#lexicon/concept.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { QueryFault } from '#topic/query-fault.ts';

/** The canonical text of a topic, hashed: the same meaning is the same topic. */
export type TopicId = Id<'Topic'>;

/** One thing an article must hold. `written` is as the person wrote it. */
export type Part =
  | { readonly kind: 'actor'; readonly written: string; readonly actors: readonly ActorId[] }
  | { readonly kind: 'event'; readonly written: string; readonly events: readonly EventTypeId[] }
  /**
   * Other words: one word, stemmed; or a quoted phrase of several, folded, in order (`isExact`). A word that the lexicon
   * can translate is its concept, and met by any language's word; one that looks like a name and is not known is met
   * also by what sounds the same in another script.
   */
  | {
      readonly kind: 'words';
      readonly written: string;
      readonly stems: readonly string[];
      readonly isExact: boolean;
      readonly concept?: ConceptId;
      readonly sound?: string;
    }
  | { readonly kind: 'any'; readonly written: string; readonly options: readonly Part[] }
  | {
      readonly kind: 'near';
      readonly written: string;
      readonly left: Part;
      readonly right: Part;
      readonly within: number;
    };

/** A condition on where the article comes from or where the words stand. */
export type Restriction = {
  readonly field: 'title' | 'outlet' | 'kind' | 'lang' | 'country';
  readonly value: string;
  readonly written: string;
  readonly isNegated: boolean;
};

/** What is watched: immutable, the same for everyone who means the same. */
export type Topic = {
  readonly id: TopicId;
  /** The normal form of the query, in a fixed order: what the id is made of. */
  readonly canonical: string;
  /** As the first person wrote it. */
  readonly written: string;
  readonly parts: readonly Part[];
  readonly excluded: readonly Part[];
  readonly restrictions: readonly Restriction[];
};

/** Why a query is no topic: where, what is wrong, and the nearest query that would be one. */
export type QueryProblem = {
  /** Counted from 1, in characters as people count them. */
  readonly place: number;
  readonly fault: QueryFault;
  /** The fault in an English sentence. */
  readonly message: string;
  readonly suggestion?: string;
};

/** What parsing a query gives. `unknown` are words that the lexicon does not know as names though they look like one. */
export type ParsedQuery =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly unknown: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: QueryProblem };
