import type { Fingerprint } from '#story/fingerprint.ts';

/** What two articles can have in common, with how strongly an article has it. Keys start with their kind. */
export type Features = ReadonlyMap<string, number>;

/** A number in common ("26 prisoners") says more than a word does, an event type less: many events share one. */
const NUMBER_WEIGHT = 1.2;
const EVENT_WEIGHT = 1;

/** The actors, events, numbers and terms of a fingerprint, each dampened so that repetition counts little. */
export function featuresOf(fingerprint: Fingerprint): Features {
  return new Map([
    ...Object.entries(fingerprint.terms).map(([term, weight]) => [termFeature(term), weight] as const),
    ...Object.entries(fingerprint.actors).map(
      ([actor, weight]) => [actorFeature(actor), Math.sqrt(weight)] as const,
    ),
    ...fingerprint.events.map(({ event }) => [`event ${event}`, EVENT_WEIGHT] as const),
    ...fingerprint.numbers.map((number) => [`number ${number}`, NUMBER_WEIGHT] as const),
  ]);
}

/** How a term stands among the features. */
export const termFeature = (term: string): string => `term ${term}`;

/** How an actor stands among the features. */
export const actorFeature = (actor: string): string => `actor ${actor}`;

/** Terms and numbers are wording; actors and events are what the wording is about. */
export const isWording = (feature: string): boolean =>
  feature.startsWith('term ') || feature.startsWith('number ');

/** Whether the feature is an actor. */
export const isActor = (feature: string): boolean => feature.startsWith('actor ');

/** A feature as people read it: "macron", "call". */
export const nameOfFeature = (feature: string): string => feature.slice(feature.indexOf(' ') + 1);
