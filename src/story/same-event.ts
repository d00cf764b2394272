import { HOUR_MS } from '#kernel/clock.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Fingerprint } from '#story/fingerprint.ts';

/** Two reports of one act are published within so many hours; later ones need more in common than actors and event. */
const SAME_ACT_HOURS = 24;

/** An actor this far below the heaviest one is mentioned, it does not act. */
const PRINCIPAL_SHARE = 0.5;

/** Whether two articles tell of the same act by actors, event and time alone, whatever their language. */
export function isSameAct(one: Fingerprint, other: Fingerprint): boolean {
  return (
    Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= SAME_ACT_HOURS * HOUR_MS &&
    sharesEvent(one, other) &&
    sharesPrincipals(one, other)
  );
}

/** Whether both name events, and not one of them in common: two acts, however alike the words. */
export function tellOfOtherActs(one: Fingerprint, other: Fingerprint): boolean {
  return (
    one.events.length > 0 && other.events.length > 0 && !one.events.some(({ event }) => names(other, event))
  );
}

/** An event planned in one and done in the other is still the same; one denied or long past is not by that alone. */
function sharesEvent(one: Fingerprint, other: Fingerprint): boolean {
  return one.events.some(
    ({ event, status }) => status !== 'past' && status !== 'called-for' && names(other, event),
  );
}

const names = (fingerprint: Fingerprint, event: string): boolean =>
  fingerprint.events.some((told) => told.event === event && told.status !== 'past');

/** At least two actors lead both articles, and whoever leads one stands in the other. */
function sharesPrincipals(one: Fingerprint, other: Fingerprint): boolean {
  const here = principalsOf(one);
  const there = principalsOf(other);
  const shared = here.filter((actor) => there.includes(actor));
  return (
    shared.length >= 2 &&
    here.every((actor) => actor in other.actors) &&
    there.every((actor) => actor in one.actors)
  );
}

function principalsOf(fingerprint: Fingerprint): readonly ActorId[] {
  const weights = Object.entries(fingerprint.actors) as [ActorId, number][];
  const heaviest = Math.max(0, ...weights.map(([, weight]) => weight));
  return weights.filter(([, weight]) => weight >= heaviest * PRINCIPAL_SHARE).map(([actor]) => actor);
}
