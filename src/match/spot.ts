import type { Place } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventStatus } from '#lexicon/event.ts';
import type { LeadSentence } from '#match/lead-of.ts';

/** Words of title or lead that may meet a part of a topic. */
export type Spot = {
  readonly position: number;
  readonly where: Place;
  readonly sentence: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly found: string;
  readonly isPerson?: boolean;
  /** Somebody is named without being there: by who works for them ("Trump's envoy"), as whom others talk about or oblige. */
  readonly isByProxy?: boolean;
  /** Said of who counts as present in every sentence: the principal whose own outlet this is. */
  readonly note?: string;
};

/** Words that name somebody. */
export type NamedSpot = Spot & {
  readonly actor: ActorId;
};

/** Words that tell of an event; a weak one counts only beside an actor of the topic. */
export type EventSpot = Spot & {
  readonly status: EventStatus;
  readonly isWeak: boolean;
  /** Another event, which this one embraces: it counts only beside all actors of the topic. */
  readonly isEmbraced: boolean;
  /** A call between A and B is a call between B and A. */
  readonly isMutual: boolean;
};

/** The words from `firstWord` to `lastWord` of a sentence, as evidence. */
export function spotAt(sentence: LeadSentence, firstWord: number, lastWord: number): Spot {
  const found = sentence.text.slice(sentence.words[firstWord]?.start, sentence.words[lastWord]?.end);
  const { position, where } = sentence;
  return { position, where, sentence: sentence.sentence, firstWord, lastWord, found };
}

/** Whether an event only counts beside an actor of the topic. */
export const isWeak = (spot: Spot | EventSpot): boolean => 'isWeak' in spot && spot.isWeak;

/** Whether an event is another one, which counts as the topic's only beside all of its actors. */
export const isEmbraced = (spot: Spot | EventSpot): boolean => 'isEmbraced' in spot && spot.isEmbraced;

/** Whether two spots stand in one sentence; who counts as present stands in every one. */
export function isInOneSentence(one: Spot, other: Spot): boolean {
  if (one.note || other.note) return true;
  return one.where === other.where && one.sentence === other.sentence;
}
