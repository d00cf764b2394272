import type { Actor, ActorId, Role } from '#lexicon/actor.ts';
import type { Concept } from '#lexicon/concept.ts';
import type { EventStatus, EventType, EventTypeId, StatusCues } from '#lexicon/event.ts';
import type { Speech } from '#lexicon/speech.ts';

/** The checked contents of `config/actors.yaml`, `events.yaml`, `words.yaml` and `speech.yaml`. */
export type LexiconData = {
  readonly actors: readonly Actor[];
  readonly roles: readonly Role[];
  readonly events: readonly EventType[];
  readonly statusCues: StatusCues;
  readonly words: readonly Concept[];
  readonly speech: Speech;
};

/** How an actor was named: its own name, a role resolved by date, an adjective, a place that stands for it. */
export type NamedBy = 'name' | 'role' | 'demonym' | 'metonym' | 'principal';

/** An actor found in a text, by which words. Indexes count in the analysis: passage, sentence in it, words in it. */
export type ActorMention = {
  readonly passage: number;
  readonly sentence: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly actor: ActorId;
  readonly by: NamedBy;
  readonly found: string;
};

/** An event type found in a text, with the status its surroundings give it. */
export type EventMention = {
  readonly passage: number;
  readonly sentence: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly event: EventTypeId;
  readonly status: EventStatus;
  readonly weak: boolean;
  readonly found: string;
};

/** Everything of the lexicon that stands in one analysed text, in reading order. */
export type Mentions = { readonly actors: readonly ActorMention[]; readonly events: readonly EventMention[] };
