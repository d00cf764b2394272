import type { ArticleSpots, EventSpot, Spot } from '#match/article-spots.ts';
import { isEmbraced, isInOneSentence, isWeak } from '#match/find-part.ts';
import { isOfOthers } from '#match/is-of-others.ts';
import type { Way } from '#match/ways-to-meet.ts';
import type { Part } from '#topic/topic.ts';

/** Everything that meets each part of a topic in title and lead. */
export type Found = ReadonlyMap<Part, readonly (Spot | EventSpot)[]>;

type Parties = readonly (readonly Spot[])[];

/**
 * Of all that was found, what counts for one way of a topic: nobody met or called by their envoy, weak words only beside
 * who is asked for, embraced events only beside all of them, and the topic's event only where it is news and theirs.
 */
export function ownFinds(way: Way, found: Found, spots: ArticleSpots): Found {
  const { actors, event, words } = way;
  const finds = new Map(found);
  for (const actor of actors) {
    const present = (found.get(actor) ?? []).filter((spot) => !way.isEncounter || !spot.isByProxy);
    finds.set(actor, present);
  }
  const parties = actors.map((actor) => finds.get(actor) ?? []);
  const names = words.flatMap((word) => (isName(word) ? (found.get(word) ?? []) : []));
  const counts = (spot: Spot | EventSpot): boolean => {
    if (isEmbraced(spot)) return isBetweenAll(spot, parties) || isBeside(spot, names);
    if (!isWeak(spot)) return true;
    return isBeside(spot, [...parties.flat(), ...names]) || goesOnAbout(spot, parties, spots);
  };
  for (const [part, all] of finds) finds.set(part, all.filter(counts));
  if (event) {
    const isTheirs = (spot: Spot | EventSpot): boolean =>
      !('status' in spot) || (spot.status !== 'past' && !isOfOthers(spot, parties, spots));
    finds.set(event, (finds.get(event) ?? []).filter(isTheirs));
  }
  return finds;
}

/** A name that the lexicon does not know tells which affair is meant. */
const isName = (part: Part): boolean => part.kind === 'words' && part.sound !== undefined;

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
