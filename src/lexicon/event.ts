import type { Id } from '#kernel/id.ts';

/** An event type's short name in the lexicon, such as `call`, `visit`, `ceasefire`. */
export type EventTypeId = Id<'EventType'>;

/** How far an event has come, by the words around it. */
export type EventStatus = 'happened' | 'planned' | 'denied' | 'called-for' | 'past' | 'unclear';

/** A type of event, named after PLOVER with its CAMEO code, and the phrases that tell of it in many languages. */
export type EventType = {
  readonly id: EventTypeId;
  readonly shown: Readonly<Record<string, string>>;
  /** PLOVER type, such as CONSULT, with its mode after a colon; `none: subject` for what is watched and no event. */
  readonly plover: string;
  /** CAMEO code, or `none`. */
  readonly cameo: string;
  /** A call between A and B is one between B and A: mutual. A crisis at home goes to nobody: none. */
  readonly direction: 'mutual' | 'subject-object' | 'none';
  /**
   * Events that are this one as well where they stand in one sentence with all actors of a topic, two at least, or
   * with a name that the topic adds: an expulsion between two countries is a row between them, and somebody's arrest
   * is their treason case.
   */
  readonly embraces?: readonly EventTypeId[];
  /** How people write this event in a query ("call", "phone call", "appel"), beside `phrases`. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  /**
   * Words that tell of it, stemmed when compared; `*` at the end of a word means any ending; `…` means up to
   * four words between. One that needs one of the topic's actors in the same sentence stands in `weak`.
   */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  readonly weak?: Readonly<Record<string, readonly string[]>>;
  /** Words that look like it and are not: "call on", "call for", "car maker recalls". They win over phrases they cover. */
  readonly not?: Readonly<Record<string, readonly string[]>>;
};

/** Cues around an event that tell its status, by language: `planned: { en: [will, plans to …] }`. */
export type StatusCues = Readonly<
  Record<Exclude<EventStatus, 'happened'>, Readonly<Record<string, readonly string[]>>>
>;
