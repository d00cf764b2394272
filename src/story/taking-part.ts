import type { Analysis } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { ActorMention, EventMention } from '#lexicon/lexicon.ts';
import { isByProxy, isWorkplace } from '#match/is-by-proxy.ts';
import { isOnlySaying } from '#story/is-only-saying.ts';

/** "Telephone conversation with …", "Meeting with …": a title that begins with the event leaves out whose it is. */
const LEADING_WORDS = 2;

/** What is known of an article's actors. */
type Known = {
  readonly named: readonly ActorMention[];
  /** Whose own text it is. */
  readonly voices: readonly ActorId[];
  readonly isPerson: (actor: ActorId) => boolean;
  /** For whom an actor acts on the article's day. */
  readonly actsAs: (actor: ActorId) => readonly ActorId[];
};

/**
 * Who is named where an event is told: in its sentence, and in a title that leaves that out whose text it is. Somebody's
 * adviser is not that person: only whom both act for takes part. Who only says that two others are in touch takes no
 * part. Countries alone count in a title: further down they meet in sports and in other people's sentences.
 */
export function takingPart(
  told: readonly EventMention[],
  { passages, language }: Analysis,
  { named, voices, isPerson, actsAs }: Known,
): readonly ActorId[] {
  const present = told.flatMap((event) => {
    const passage = passages[event.passage];
    const sentence = passage?.sentences[event.sentence];
    if (passage === undefined || sentence === undefined) return [];
    const all = named.filter((one) => one.passage === event.passage && one.sentence === event.sentence);
    const beside = withoutSpeakers(all, { ...sentence, text: passage.text, event, language }, actsAs);
    const here = { words: sentence.words, text: passage.text };
    const isOfCountries = passage.place !== 'title' && !beside.some(({ actor }) => isPerson(actor));
    if (isOfCountries) return [];
    const isVoiced = passage.place === 'title' && event.firstWord < LEADING_WORDS;
    return [
      ...(isVoiced ? voices : []),
      ...beside.flatMap((one) => (isInPerson(one, here, language) ? [one.actor] : actsAs(one.actor))),
    ];
  });
  return [...new Set(present)];
}

/** All of them where fewer than two sides would be left: "talks with Berg were good, Moran says". */
function withoutSpeakers(
  named: readonly ActorMention[],
  told: Omit<Parameters<typeof isOnlySaying>[1], 'named'>,
  actsAs: Known['actsAs'],
): readonly ActorMention[] {
  const acting = named.filter((mention) => !isOnlySaying(mention, { ...told, named }));
  const sides = new Set(acting.map(({ actor }) => actsAs(actor)[0] ?? actor));
  return sides.size < 2 ? named : acting;
}

function isInPerson(
  mention: ActorMention,
  here: Parameters<typeof isByProxy>[1],
  language: string | undefined = '',
): boolean {
  if (isByProxy(mention, here, language)) return false;
  return mention.by !== 'principal' || !isWorkplace(mention, here, language);
}
