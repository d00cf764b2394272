import type { ActorId, ActorKind } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventType, EventTypeId } from '#lexicon/event.ts';
import { partText } from '#topic/canonical-text.ts';
import { leadingCrisis } from '#topic/leading-crisis.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** One way to meet a topic: all actors, the event and what else is required, with enough of the words. */
export type Way = {
  readonly actors: readonly Part[];
  readonly event?: Part;
  /** Who is asked for should meet or talk: then nobody comes by proxy. */
  readonly isEncounter: boolean;
  /** Where the topic says who does it to whom, as in "Netanyahu threatens Iran". */
  readonly direction?: { readonly from: Part; readonly to: Part };
  /** Exact phrases, parts near each other, mixed choices. */
  readonly required: readonly Part[];
  /** Names that tell which affair is meant. */
  readonly names: readonly Part[];
  /** Of these plain words `wordsNeeded` must be met. */
  readonly words: readonly Part[];
  readonly wordsNeeded: number;
};

/** With so many actors one of them may go without saying. */
const MANY_ACTORS = 3;
const SPARED: readonly ActorKind[] = ['country', 'organisation', 'company', 'camp', 'place'];

/**
 * The whole topic, and what says as much beside its event: the topic with one place of several, without one of three or
 * more countries and organisations, or with another member for an alliance that moves its forces in one of them; and
 * where the topic first names a crisis at home ("Kazakhstan unrest …"), that crisis or what another does about it.
 * Persons are never left out, and nobody is who should meet or talk.
 */
export function waysToMeet(
  asked: Omit<Way, 'isEncounter' | 'direction' | 'names'>,
  topic: Topic,
  lexicon: Lexicon,
): readonly [whole: Way, ...others: Way[]] {
  const isEncounter = asked.event !== undefined && isEncounterEvent(asked.event, lexicon);
  const direction = directionAsked(topic, lexicon);
  const names = [...asked.words, ...asked.actors].filter((part) => tellsAffair(part, lexicon));
  const whole: Way = { ...asked, names, isEncounter, ...(direction && { direction }) };
  if (!whole.event) return [whole];
  const choices = [
    ...onePlaceOf(whole.actors, lexicon),
    ...allButOne(whole, lexicon),
    ...byMember(whole, lexicon),
  ];
  const ways = distinct(choices, whole.actors).map((actors): Way => ({ ...whole, actors }));
  return [whole, ...ways, ...scenesOf(whole, topic, lexicon)];
}

/** Only an order like that of a sentence asks for a direction: "Russia NATO threat" does not tell who threatens whom. */
function directionAsked({ parts }: Topic, { events }: Lexicon): Way['direction'] {
  const [from, event, to, ...more] = parts.filter(({ kind }) => kind === 'actor' || kind === 'event');
  if (from?.kind !== 'actor' || event?.kind !== 'event' || to?.kind !== 'actor' || more.length > 0)
    return undefined;
  const types = event.events.map((id) => events.get(id));
  const isDirected = types.every((type) => type?.direction === 'subject-object' && !isConsent(type));
  return isDirected ? { from, to } : undefined;
}

/** Whoever joins, votes or vetoes does it in a body, not to it: the order of words tells nothing. */
const isConsent = ({ plover }: EventType): boolean => /^(?:SUPPORT|REJECT|AGREE)/.test(plover);

/** A name that the lexicon does not know, or a person who is news without any office. */
function tellsAffair(part: Part, { actors }: Lexicon): boolean {
  if (part.kind === 'words') return part.sound !== undefined;
  if (part.kind !== 'actor') return false;
  const named = part.actors.map((id) => actors.get(id));
  return named.every((actor) => actor?.kind === 'person' && (actor.terms ?? []).length === 0);
}

const textOf = (actors: readonly Part[]): string => actors.map(partText).join(' ');

/** Each choice once, and none that is the whole. */
function distinct(
  choices: readonly (readonly Part[])[],
  whole: readonly Part[],
): readonly (readonly Part[])[] {
  const byText = new Map(choices.map((actors) => [textOf(actors), actors]));
  byText.delete(textOf(whole));
  return [...byText.values()];
}

function onePlaceOf(actors: readonly Part[], lexicon: Lexicon): readonly (readonly Part[])[] {
  const places = actors.filter((part) => isOfKinds(part, ['place'], lexicon));
  if (places.length < 2) return [];
  return places.map((kept) => actors.filter((part) => part === kept || !places.includes(part)));
}

function allButOne({ actors, isEncounter }: Way, lexicon: Lexicon): readonly (readonly Part[])[] {
  if (actors.length < MANY_ACTORS || isEncounter) return [];
  const spared = actors.filter((part) => isOfKinds(part, SPARED, lexicon));
  return spared.map((left) => actors.filter((part) => part !== left));
}

/** "NATO exercises Estonia" are those of the United States there as well: an alliance moves by the forces of its members. */
function byMember({ actors, event }: Way, lexicon: Lexicon): readonly (readonly Part[])[] {
  const isOfForces =
    event !== undefined && eventsIn(event).every((id) => isMoveOfForces(lexicon.events.get(id)));
  if (!isOfForces) return [];
  return actors.flatMap((alliance) => {
    if (alliance.kind !== 'actor') return [];
    const members = alliance.actors.flatMap((id) => lexicon.actors.get(id)?.members ?? []);
    const hosts = actors.flatMap(actorsIn).filter((id) => members.includes(id));
    if (hosts.length === 0) return [];
    const others: Part = { ...alliance, actors: members.filter((id) => !hosts.includes(id)) };
    return [actors.map((part) => (part === alliance ? others : part))];
  });
}

const isMoveOfForces = (type: EventType | undefined): boolean =>
  type?.plover === 'MOBILIZE:exercise' || type?.plover === 'MOBILIZE:deploy';

/** The leading crisis where it happens, or what happens there next. */
function scenesOf(whole: Way, topic: Topic, lexicon: Lexicon): readonly Way[] {
  const lead = leadingCrisis(topic.parts, lexicon.events);
  if (!lead) return [];
  return [lead.crisis, ...lead.course].map(
    (event): Way => ({
      ...whole,
      actors: lead.where,
      event,
      isEncounter: isEncounterEvent(event, lexicon),
    }),
  );
}

const isEncounterEvent = (part: Part, lexicon: Lexicon): boolean =>
  eventsIn(part).some((event) => lexicon.events.get(event)?.plover.startsWith('CONSULT'));

function isOfKinds(part: Part, kinds: readonly ActorKind[], lexicon: Lexicon): boolean {
  return actorsIn(part).every((actor) => kinds.some((kind) => lexicon.actors.get(actor)?.kind === kind));
}

function actorsIn(part: Part): readonly ActorId[] {
  if (part.kind === 'actor') return part.actors;
  return part.kind === 'any' ? part.options.flatMap(actorsIn) : [];
}

/** The events of which one meets this part; none where it is no event. */
export function eventsIn(part: Part): readonly EventTypeId[] {
  if (part.kind === 'event') return part.events;
  return part.kind === 'any' ? part.options.flatMap(eventsIn) : [];
}
