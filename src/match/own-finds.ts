import type { ArticleSpots } from '#match/article-spots.ts';
import { directionOf } from '#match/direction-of.ts';
import { isOfOthers } from '#match/is-of-others.ts';
import { type EventSpot, isEmbraced, isInOneSentence, isWeak, type Spot } from '#match/spot.ts';
import type { Way } from '#match/ways-to-meet.ts';
import type { Part } from '#topic/topic.ts';

/** Everything that meets each part of a topic in title and lead. */
export type Found = ReadonlyMap<Part, readonly (Spot | EventSpot)[]>;

const GENITIVE = /['’ʼ]s$/u;
/** "Biden's first official visit": so many words on at most the event begins. */
const OWNER_DISTANCE = 4;

type Parties = readonly (readonly Spot[])[];

/**
 * Of all that was found, what counts for one way of a topic: nobody met or called by their envoy, weak words only beside
 * who is asked for, embraced events only beside all of them, and the topic's event only where it is news and theirs.
 */
export function ownFinds(way: Way, found: Found, spots: ArticleSpots): Found {
  const { actors, event } = way;
  const finds = new Map(found);
  const events = (event && found.get(event)) ?? [];
  for (const actor of actors) {
    const all = found.get(actor) ?? [];
    const present = way.isEncounter ? all.filter((spot) => isInPerson(spot, events)) : all;
    finds.set(actor, present);
  }
  const parties = actors.map((actor) => finds.get(actor) ?? []);
  const names = way.names.flatMap((name) => finds.get(name) ?? []);
  const counts = (spot: Spot | EventSpot): boolean => {
    if (isEmbraced(spot)) return isBetweenAll(spot, parties) || isBeside(spot, names);
    if (!isWeak(spot)) return true;
    return isBeside(spot, [...parties.flat(), ...names]) || goesOnAbout(spot, parties, spots);
  };
  for (const [part, all] of finds) finds.set(part, all.filter(counts));
  if (event) {
    const isTheirs = (spot: Spot | EventSpot): boolean =>
      !('status' in spot) ||
      (spot.status !== 'past' && !isOfOthers(spot, parties, spots) && !isReversed(spot, way, finds, spots));
    finds.set(event, (finds.get(event) ?? []).filter(isTheirs));
  }
  return finds;
}

/** Neither by proxy, nor as the owner of something else than the event: "Biden calls Netanyahu's motives political". */
function isInPerson(spot: Spot, events: readonly Spot[]): boolean {
  if (spot.isByProxy) return false;
  if (!spot.isPerson || !GENITIVE.test(spot.found)) return true;
  return events.some(
    (event) =>
      isInOneSentence(spot, event) &&
      event.lastWord > spot.lastWord &&
      event.firstWord - spot.lastWord <= OWNER_DISTANCE,
  );
}

/**
 * "Iran warns Netanyahu" is another event than "Netanyahu threatens Iran", by whatever other words the same sentence
 * tells of it.
 */
function isReversed(event: EventSpot, way: Way, finds: Found, spots: ArticleSpots): boolean {
  const { direction } = way;
  if (!direction || !way.event) return false;
  const parties = { from: finds.get(direction.from) ?? [], to: finds.get(direction.to) ?? [] };
  const beside = (finds.get(way.event) ?? []).filter(
    (spot) => 'status' in spot && isInOneSentence(spot, event),
  );
  const told = beside.map((spot) => ('status' in spot ? directionOf(spot, parties, spots) : 'none'));
  return told.includes('reversed') && !told.includes('as-asked');
}

const isBeside = (event: Spot, party: readonly Spot[]): boolean =>
  party.some((spot) => isInOneSentence(spot, event));

const isBetweenAll = (event: Spot, parties: Parties): boolean =>
  parties.length >= 2 && parties.every((party) => isBeside(event, party));

/**
 * "The two leaders met for three hours", right behind a sentence that names all who are asked for, and itself naming
 * nobody: it goes on about them.
 */
function goesOnAbout(event: Spot, parties: Parties, { named }: ArticleSpots): boolean {
  if (parties.length < 2 || named.some((spot) => isInOneSentence(spot, event))) return false;
  return parties.every((party) => party.some(({ position }) => position === event.position - 1));
}
