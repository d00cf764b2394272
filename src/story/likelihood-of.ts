import { HOUR_MS } from '#kernel/clock.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import { isAnotherOne } from '#story/is-another-one.ts';
import { isLasting } from '#story/is-lasting.ts';
import {
  type Act,
  areLedByOthers,
  areOfOneOfficeAlone,
  areTwoCallsOfOneOffice,
  haveActInCommon,
  tellOfOneEvent,
  tellOfOtherEvents,
} from '#story/same-event.ts';

/** An article beside a story. */
export type Comparison = {
  /** From 0 to 1. */
  readonly likeness: number;
  /** How many things they have in common: words, actors, and each name as one. */
  readonly things: number;
  /** How many of these are names. */
  readonly names: number;
  readonly act: Act;
  /** Of the story's reports; none where it has no report. */
  readonly acts: readonly Act[];
};

/** Whoever tells of the same type of event tells of the same one a little more often. */
const ONE_EVENT = 0.06;
/** Strikes, calls and votes come daily where they come at all: a day after the first the next one is as likely. */
const ONE_EVENT_LATER = 0.03;
const LATER_HOURS = 24;
const OTHER_EVENTS = 0.02;
/** Who reports a call or a meeting reports it, whatever else is told of those who spoke. */
const CONTACT_AMONG_OTHERS = 0.1;
/** Other people stand at the head of it. */
const OTHER_PEOPLE = 0.25;
/** "Call with A", "call with B": alike in every word but the one that counts, and never one event. */
const ANOTHER_OF_ITS_KIND = 1;
/** An office greets, thanks and meets every day in the same words. */
const ONE_OFFICE_ALONE = 0.3;
/** The same people in the same kind of event on another day: most often the next one of its kind. */
const ANOTHER_DAY_HOURS = 24;
const ANOTHER_DAY = 0.1;
/** Both tell names, and not one of them is the same. */
const OTHER_NAMES = 0.1;
/** One name in common, or one word, is a coincidence. */
const ENOUGH_THINGS = 3;
/** A story that has run for a day has words of many matters; one more must be in common with it. */
const ENOUGH_THINGS_LATER = 4;
const EACH_MISSING = 0.04;
const EACH_HOUR = 0.1 / 72;

/**
 * How likely an article tells of a story's event: their likeness, corrected by what speaks for it and against it. A
 * measure to compare with `JOIN`, no probability. The weights were chosen by hand on labelled pairs of news, and where
 * two did as well, so that a story is missed rather than two glued (docs/decisions/0017).
 */
export const likelihoodOf = (compared: Comparison): number =>
  weighed(compared, reasonsFor(compared.act, compared.acts), doubtsOf(compared.act, compared.acts));

/** No likelihood is higher: all that can speak for it, and nothing of the act against it. Found much sooner. */
export const mostLikelihoodOf = (compared: Comparison): number => weighed(compared, ONE_EVENT, 0);

function weighed(
  { likeness, things, names, act, acts }: Comparison,
  reasons: number,
  doubts: number,
): number {
  const missing = Math.max(0, (isLater(act, acts) ? ENOUGH_THINGS_LATER : ENOUGH_THINGS) - things);
  const tellOthers = names === 0 && act.hasNames && acts.some(({ hasNames }) => hasNames);
  return likeness + reasons - doubts - EACH_MISSING * missing - (tellOthers ? OTHER_NAMES : 0);
}

function reasonsFor(act: Act, acts: readonly Act[]): number {
  const alike = acts.filter((other) => tellOfOneEvent(act, other));
  if (alike.length === 0) return 0;
  const isOfOneDay = alike.some(({ events }) =>
    events.some((event) => act.events.includes(event) && !isLasting(event)),
  );
  return isLater(act, acts) && isOfOneDay ? ONE_EVENT_LATER : ONE_EVENT;
}

/** Whether the story opened long before. */
const isLater = (act: Act, acts: readonly Act[]): boolean =>
  acts.length > 0 && act.at - Math.min(...acts.map(({ at }) => at)) > LATER_HOURS * HOUR_MS;

function doubtsOf(act: Act, acts: readonly Act[]): number {
  if (acts.length === 0) return 0;
  const areOthers = acts.every((other) => areLedByOthers(act, other));
  const hours = acts.reduce((least, { at }) => Math.min(least, Math.abs(act.at - at)), Infinity) / HOUR_MS;
  return (
    hours * EACH_HOUR +
    (isOfAnotherDay(act, acts) ? ANOTHER_DAY : 0) +
    (areOthers ? OTHER_PEOPLE : 0) +
    (isAnotherOfItsKind(act, acts) ? ANOTHER_OF_ITS_KIND : 0) +
    (acts.every((other) => areOfOneOfficeAlone(act, other)) ? ONE_OFFICE_ALONE : 0) +
    (acts.every((other) => tellOfOtherEvents(act, other)) ? OTHER_EVENTS : 0) +
    (isContactAmongOthers(act, acts) ? CONTACT_AMONG_OTHERS : 0)
  );
}

/** The same kind of event by other people, or the next call that one office tells of. */
export const isAnotherOfItsKind = (act: Act, acts: readonly Act[]): boolean =>
  acts.some((other) => areTwoCallsOfOneOffice(act, other)) ||
  isAnotherOne(act, acts) ||
  (acts.some((other) => tellOfOneEvent(act, other)) && acts.every((other) => areLedByOthers(act, other)));

/** It tells of a contact, and whatever the story's reports tell of, none of a contact. */
function isContactAmongOthers(act: Act, acts: readonly Act[]): boolean {
  const telling = acts.filter(({ events }) => events.length > 0);
  return telling.length > 0 && tellsOfContact(act) && !telling.some(tellsOfContact);
}

const tellsOfContact = ({ events }: Act): boolean =>
  events.some((event) => contactKindOf(event) !== undefined);

function isOfAnotherDay(act: Act, acts: readonly Act[]): boolean {
  let isAlike = false;
  for (const other of acts) {
    if (!haveActInCommon(act, other)) continue;
    if (Math.abs(act.at - other.at) <= ANOTHER_DAY_HOURS * HOUR_MS) return false;
    isAlike = true;
  }
  return isAlike;
}
