import type { Analysis } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { ActorMention, EventMention } from '#lexicon/lexicon.ts';
import { doerAndTarget } from '#story/doer-and-target.ts';
import type { WhichEvent } from '#story/fingerprint.ts';
import { isToldAgain } from '#story/is-told-again.ts';
import type { Aside } from '#story/told-aside.ts';
import { toldDay } from '#story/told-day.ts';

const DENIAL = 'denial' as EventTypeId;

/** What is known of the article that tells it. */
type Known = {
  readonly analysis: Analysis;
  readonly when: Date;
  readonly named: readonly ActorMention[];
  readonly asides: readonly Aside[];
  /** The countries, organisations and camps for which an actor acts. */
  readonly sidesOf: (actor: ActorId) => readonly ActorId[];
  /** Of a contact: who takes part; absent of other events. */
  readonly between: readonly ActorId[] | undefined;
  /** The day for which it is planned. */
  readonly on: string | undefined;
};

/** What its sentences tell of an event that tells it from others of its type; absent where they tell nothing. */
export function whichEvent(told: readonly EventMention[], known: Known): WhichEvent | undefined {
  const { analysis, named, sidesOf, between, on } = known;
  const [day, ...otherDays] = new Set(daysOf(told, known));
  const again = told.some((event) => isToldAgain(wordsAround(event, analysis), event));
  const [beside, ...others] = new Set(besidesOf(told, known));
  const sides = [...new Set((between ?? concernedIn(told, named)).flatMap(sidesOf))];
  const which: WhichEvent = {
    ...(day !== undefined && otherDays.length === 0 && { day }),
    ...(on !== undefined && { isPlanned: true }),
    ...(again && { again }),
    ...(beside !== undefined && others.length === 0 && { beside }),
    ...(sides.length > 0 && { sides }),
    ...(sides.length === 0 && doerAndTarget(told, named, sidesOf, analysis)),
  };
  return Object.keys(which).length === 0 ? undefined : which;
}

/** Whom a denial concerns: what is denied of one visit is not denied of another. */
const concernedIn = (told: readonly EventMention[], named: readonly ActorMention[]): readonly ActorId[] =>
  told
    .filter(({ event }) => event === DENIAL)
    .flatMap(({ passage, sentence }) =>
      named.filter((one) => one.passage === passage && one.sentence === sentence),
    )
    .map(({ actor }) => actor);

function daysOf(told: readonly EventMention[], { analysis, when, on }: Known): readonly string[] {
  if (on !== undefined) return [on.slice(0, 'YYYY-MM-DD'.length)];
  return told.flatMap((event) => {
    const sentence = { words: wordsAround(event, analysis), event, at: when };
    return toldDay(sentence, analysis.language) ?? [];
  });
}

const besidesOf = (told: readonly EventMention[], { asides }: Known): readonly Aside['beside'][] =>
  told.flatMap(({ passage, sentence }) =>
    asides
      .filter((aside) => aside.passage === passage && aside.sentence === sentence)
      .map(({ beside }) => beside),
  );

const wordsAround = ({ passage, sentence }: EventMention, { passages }: Analysis) =>
  passages[passage]?.sentences[sentence]?.words ?? [];
