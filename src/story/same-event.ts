import { HOUR_MS } from '#kernel/clock.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { Fingerprint, WhichEvent } from '#story/fingerprint.ts';

/** What an article says was done, by whom and when: enough to know the same act in any language. */
export type Act = {
  readonly at: number;
  readonly language?: string;
  /** For whom the office speaks whose own text it is. */
  readonly voices: readonly ActorId[];
  /** Whether it names anybody or anything at all, known or unknown. */
  readonly hasNames: boolean;
  /** Everybody of the lexicon who is named. */
  readonly named: readonly ActorId[];
  /** Those who lead the article: the heaviest and whoever comes near. */
  readonly principals: readonly ActorId[];
  /** Events told as happening, planned or denied: those only asked for or long past are not what it reports. */
  readonly events: readonly EventTypeId[];
  /** Which ones of their types they are, where that is told. */
  readonly which?: ReadonlyMap<EventTypeId, WhichEvent>;
};

/** Two reports of one act are published within so many hours; later ones need more in common than actors and event. */
const SAME_ACT_HOURS = 24;

const CALL = 'call' as EventTypeId;
const DENIAL = 'denial' as EventTypeId;
const SECOND_TEXT_HOURS = 2;

/** An actor this far below the heaviest one is mentioned, it does not act: what two leaders talk about. */
const PRINCIPAL_SHARE = 0.5;

/** The act that a fingerprint tells of. */
export function actOf({ at, language, voices = [], actors, events, names = [] }: Fingerprint): Act {
  const weights = Object.entries(actors) as [ActorId, number][];
  const heaviest = Math.max(0, ...weights.map(([, weight]) => weight));
  const reported = events.filter(({ status }) => status !== 'past' && status !== 'called-for');
  const which = new Map(
    reported.flatMap(({ event, which }) => (which === undefined ? [] : [[event, which] as const])),
  );
  return {
    at: Date.parse(at),
    ...(language !== undefined && { language }),
    voices,
    hasNames: names.length + weights.length > 0,
    named: weights.map(([actor]) => actor),
    principals: weights
      .filter(([, weight]) => weight > heaviest * PRINCIPAL_SHARE)
      .map(([actor]) => actor)
      .sort(),
    events: [...new Set(reported.map(({ event }) => event))],
    // Thousands are held, and few tell it.
    ...(which.size > 0 && { which }),
  };
}

/**
 * Whether two acts have an event and two principals in common, whenever they were and whoever else led them. Between
 * languages the wording cannot tell more, and each side's text leads with the other's name: there it is enough that
 * the two who lead one are named in the other.
 */
export const haveActInCommon = (one: Act, other: Act): boolean =>
  (haveOneInCommon(one.events, other.events) || isDenial(one) || isDenial(other)) &&
  (isInOneLanguage(one, other)
    ? haveTwoInCommon(one.principals, other.principals)
    : areLeadersNamedIn(one, other) || areLeadersNamedIn(other, one));

/** A denial tells of what it denies, in whatever words. */
const isDenial = ({ events }: Act): boolean => events.includes(DENIAL);

const areLeadersNamedIn = (one: Act, other: Act): boolean => haveTwoInCommon(one.principals, other.named);

/** Whether both are in one language, as far as it is known. */
export const isInOneLanguage = (one: Act, other: Act): boolean =>
  one.language === undefined || other.language === undefined || one.language === other.language;

/**
 * Whether two articles tell of the same act by actors, event and time alone, whatever their language: two principals
 * and an event in common within a day, and whoever leads one stands in the other.
 */
export function isSameAct(one: Act, other: Act): boolean {
  return (
    Math.abs(one.at - other.at) <= SAME_ACT_HOURS * HOUR_MS &&
    haveActInCommon(one, other) &&
    !isLedByAnother(one, other) &&
    !isLedByAnother(other, one)
  );
}

/** Whether both name an event that is the same. */
export const tellOfOneEvent = (one: Act, other: Act): boolean => haveOneInCommon(one.events, other.events);

/** Whether both name events, and not one of them in common. */
export const tellOfOtherEvents = (one: Act, other: Act): boolean =>
  one.events.length > 0 && other.events.length > 0 && !haveOneInCommon(one.events, other.events);

/** Whether each is led by somebody whom the other does not name: "call with A", "call with B". */
export const areLedByOthers = (one: Act, other: Act): boolean =>
  isLedByAnother(one, other) && isLedByAnother(other, one);

/** Whether both are texts of one office that have nobody in common but whom that office speaks for. */
export const areOfOneOfficeAlone = (one: Act, other: Act): boolean =>
  haveOneInCommon(one.voices, other.voices) &&
  one.principals.every((actor) => one.voices.includes(actor) || !other.principals.includes(actor));

/** Whether one office tells of two calls: it publishes one text on each, and a longer version soon after. */
export const areTwoCallsOfOneOffice = (one: Act, other: Act): boolean =>
  haveOneInCommon(one.voices, other.voices) &&
  one.events.includes(CALL) &&
  other.events.includes(CALL) &&
  Math.abs(one.at - other.at) >= SECOND_TEXT_HOURS * HOUR_MS;

function isLedByAnother(one: Act, other: Act): boolean {
  for (const actor of one.principals) if (!other.named.includes(actor)) return true;
  return false;
}

// Asked of every report of every story that an article could belong to: plain loops take a third of the time.
function haveOneInCommon(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) if (others.includes(one)) return true;
  return false;
}

function haveTwoInCommon(some: readonly string[], others: readonly string[]): boolean {
  let common = 0;
  for (const one of some) if (others.includes(one)) common += 1;
  return common >= 2;
}
