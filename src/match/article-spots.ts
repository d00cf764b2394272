import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ConceptId } from '#lexicon/concept.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import { phrasebookOf } from '#lexicon/find-mentions.ts';
import { rolesAt } from '#lexicon/holders-at.ts';
import type { ActorMention, EventMention, Mentions } from '#lexicon/lexicon.ts';
import { officeId } from '#lexicon/office-id.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import { placesAround } from '#lexicon/places-around.ts';
import { principalsOf } from '#lexicon/principals-of.ts';
import { shownName } from '#lexicon/shown-name.ts';
import { actsFor } from '#lexicon/side-of.ts';
import type { ArticleReading } from '#match/article-reading.ts';
import { isByProxy } from '#match/is-by-proxy.ts';
import { isLastingState } from '#match/is-lasting-state.ts';
import { isInitiator, isTalkedAbout } from '#match/is-spoken-of.ts';
import { type LeadSentence, leadOf } from '#match/lead-of.ts';
import { type EventSpot, isInOneSentence, type NamedSpot, type Spot, spotAt } from '#match/spot.ts';
import { spelledOutIn, wordKeysOf } from '#match/word-keys.ts';

/** Where one word stands, or the words that an acronym is short for. Most words meet no topic: a spot is made of those that do. */
export type WordPlace = { readonly in: LeadSentence; readonly at: number; readonly last: number };

/** Title and lead of one article, ready to be compared with many topics. */
export type ArticleSpots = {
  readonly language: string;
  readonly lead: readonly LeadSentence[];
  /** Everybody who could take part in something, each time they are named: persons, countries, bodies, never places. */
  readonly named: readonly NamedSpot[];
  /** And the offices that persons among them held on the day, by `officeId`. */
  readonly actors: ReadonlyMap<ActorId, readonly Spot[]>;
  readonly events: ReadonlyMap<EventTypeId, readonly EventSpot[]>;
  /** By word key: as spelt, stemmed, without a name's case ending, and by sound. */
  readonly words: ReadonlyMap<string, readonly WordPlace[]>;
  /** Common words that the lexicon can translate. */
  readonly concepts: ReadonlyMap<ConceptId, readonly Spot[]>;
};

/** Gathers what stands in title and lead. A person is also found by the country they act for on that day, a place by the wider ones around it. */
export function articleSpots(read: ArticleReading, lexicon: Lexicon): ArticleSpots {
  const lead = leadOf(read.analysis);
  const book = phrasebookOf(read.analysis, lexicon);
  const sentenceOf = new Map(lead.map((sentence) => [`${sentence.passage}:${sentence.sentence}`, sentence]));
  const spotIn = (mention: ActorMention | EventMention): Spot | undefined => {
    const sentence = sentenceOf.get(`${mention.passage}:${mention.sentence}`);
    if (!sentence || mention.lastWord >= sentence.words.length) return undefined;
    if ('event' in mention && isLastingState(mention, sentence, lexicon)) return undefined;
    const spot = spotAt(sentence, mention.firstWord, mention.lastWord);
    const isPerson = 'actor' in mention && lexicon.actors.get(mention.actor)?.kind === 'person';
    return isPerson ? { ...spot, isPerson, isByProxy: isAbsent(mention, sentence, read, lexicon) } : spot;
  };
  return {
    language: languageOf(read),
    lead,
    named: namedSpots(read, lexicon, spotIn),
    actors: actorSpots(read, lexicon, spotIn),
    events: eventSpots(withoutNames(read.mentions), lexicon, spotIn),
    words: wordPlaces(lead, book),
    concepts: groupSpots([
      ...conceptSpots(lead, book, placesOfNames(read.mentions)),
      ...titleSpots(read, lexicon, spotIn),
    ]),
  };
}

/** Named by who works for them, as whom others talk about, or as who had two others meet. */
function isAbsent(
  mention: ActorMention,
  sentence: LeadSentence,
  read: ArticleReading,
  { actors }: Lexicon,
): boolean {
  if (isByProxy(mention, sentence, languageOf(read)) || isTalkedAbout(mention, sentence)) return true;
  if (!isInitiator(mention, sentence)) return false;
  const others = read.mentions.actors.filter(
    (other) =>
      other.passage === mention.passage &&
      other.sentence === mention.sentence &&
      other.actor !== mention.actor &&
      actors.get(other.actor)?.kind === 'person' &&
      !isTalkedAbout(other, sentence),
  );
  return new Set(others.map(({ actor }) => actor)).size > 1;
}

const languageOf = ({ analysis }: ArticleReading): string => analysis.language ?? 'en';

function namedSpots(
  { mentions }: ArticleReading,
  lexicon: Lexicon,
  spotIn: (mention: ActorMention) => Spot | undefined,
): readonly NamedSpot[] {
  return mentions.actors.flatMap((mention) => {
    const { actor } = mention;
    const kind = lexicon.actors.get(actor)?.kind;
    const spot = kind === 'place' || kind === 'treaty' ? undefined : spotIn(mention);
    if (!spot) return [];
    return [{ ...spot, actor }];
  });
}

function actorSpots(
  read: ArticleReading,
  lexicon: Lexicon,
  spotIn: (mention: ActorMention) => Spot | undefined,
): ReadonlyMap<ActorId, readonly Spot[]> {
  const officesOf = (person: ActorId, spot: Spot): readonly [ActorId, Spot][] =>
    rolesAt(lexicon, person, read.at).map((term) => [officeId(term), spot]);
  const named: [ActorId, Spot][] = [];
  const actedFor: [ActorId, Spot][] = [];
  for (const mention of read.mentions.actors) {
    const spot = spotIn(mention);
    if (!spot) continue;
    named.push([mention.actor, spot], ...officesOf(mention.actor, spot));
    // A country's envoys are the country, though a president's are not the president.
    const present = { ...spot, isPerson: false, isByProxy: false };
    for (const side of actsFor(mention.actor, lexicon, read.at)) actedFor.push([side, present]);
    for (const place of placesAround(mention.actor, lexicon)) actedFor.push([place, spot]);
  }
  const principals = principalSpots(read, lexicon);
  const inOffice = principals.flatMap(([actor, spot]) => officesOf(actor, spot));
  return groupSpots([...named, ...actedFor, ...principals, ...inOffice]);
}

/** A name of one word is no common word: Gaza is not gas where the two sound alike. */
function placesOfNames({ actors }: Mentions): ReadonlySet<string> {
  const names = actors.filter(({ by, firstWord, lastWord }) => by === 'name' && firstWord === lastWord);
  return new Set(names.map((name) => placeOf(name, name.firstWord)));
}

const placeOf = ({ passage, sentence }: Pick<LeadSentence, 'passage' | 'sentence'>, word: number): string =>
  `${passage}:${sentence}:${word}`;

/** The same for a weak word of an event. */
function withoutNames(mentions: Mentions): readonly EventMention[] {
  const names = placesOfNames(mentions);
  return mentions.events.filter(
    (event) =>
      !(event.weak && event.firstWord === event.lastWord && names.has(placeOf(event, event.firstWord))),
  );
}

/** Every event that the text tells of, and those that embrace it. A weak word tells of no other event than its own. */
function eventSpots(
  mentions: readonly EventMention[],
  { events, embracing }: Lexicon,
  spotIn: (mention: EventMention) => Spot | undefined,
): ArticleSpots['events'] {
  const pairs = mentions.flatMap((mention): [EventTypeId, EventSpot][] => {
    const { event, status, weak: isWeak } = mention;
    const place = spotIn(mention);
    if (!place) return [];
    const spot = { ...place, status, isWeak, isMutual: events.get(event)?.direction === 'mutual' };
    const wider = isWeak ? [] : (embracing.get(event) ?? []);
    return [
      [event, { ...spot, isEmbraced: false }],
      ...wider.map((id): [EventTypeId, EventSpot] => [id, { ...spot, isEmbraced: true }]),
    ];
  });
  return groupSpots(withoutMeetingsByPhone(pairs, events));
}

/** Whoever discusses by phone does not meet: beside a sure call, weak words tell of no other encounter. */
function withoutMeetingsByPhone(
  pairs: readonly [EventTypeId, EventSpot][],
  events: Lexicon['events'],
): readonly [EventTypeId, EventSpot][] {
  const ploverOf = (event: EventTypeId): string => events.get(event)?.plover ?? '';
  const calls = pairs.filter(([event, { isWeak }]) => !isWeak && ploverOf(event) === 'CONSULT:phone');
  if (calls.length === 0) return pairs;
  return pairs.filter(([event, spot]) => {
    const isOtherEncounter = ploverOf(event).startsWith('CONSULT') && ploverOf(event) !== 'CONSULT:phone';
    const isByPhone = calls.some(([, call]) => isInOneSentence(call, spot));
    return !(isOtherEncounter && spot.isWeak && isByPhone);
  });
}

/** In its own texts an office says "Call with …" and means its principal. */
function principalSpots(read: ArticleReading, lexicon: Lexicon): readonly [ActorId, Spot][] {
  const { about, at } = read;
  const principals = about.voiceOf ? principalsOf(about.voiceOf, lexicon, at) : [];
  const place = { position: 0, where: 'title' as const, sentence: 0, firstWord: -1, lastWord: -1 };
  return principals.map((actor) => {
    const note = `${shownName(actor, lexicon, languageOf(read))} counts as present in a text of ${about.outletName}`;
    return [actor, { ...place, found: about.outletName, note }];
  });
}

function wordPlaces(lead: readonly LeadSentence[], book: Phrasebook): ArticleSpots['words'] {
  const places = new Map<string, WordPlace[]>();
  const place = (key: string, where: WordPlace): void => {
    const known = places.get(key);
    if (known) known.push(where);
    else places.set(key, [where]);
  };
  for (const sentence of lead) {
    for (const [at, word] of sentence.words.entries()) {
      const here = { in: sentence, at, last: at };
      for (const key of wordKeysOf(word, book)) place(key, here);
    }
    for (const { key, first, last } of spelledOutIn(sentence.words))
      place(key, { in: sentence, at: first, last });
  }
  return places;
}

function conceptSpots(
  lead: readonly LeadSentence[],
  book: Phrasebook,
  names: ReadonlySet<string>,
): readonly [ConceptId, Spot][] {
  const pairs: [ConceptId, Spot][] = [];
  for (const sentence of lead) {
    for (let at = 0; at < sentence.words.length; at += 1) {
      for (const { value, last } of book.words(sentence.words, at)) {
        const isName = last === at && names.has(placeOf(sentence, at));
        if (!isName) pairs.push([value, spotAt(sentence, at, last)]);
      }
    }
  }
  return pairs;
}

/** "Japan prime minister" is said by the name of who holds that office on the day: roles and common words share their ids. */
function titleSpots(
  { mentions, at }: ArticleReading,
  lexicon: Lexicon,
  spotIn: (mention: ActorMention) => Spot | undefined,
): readonly [ConceptId, Spot][] {
  return mentions.actors.flatMap((mention): [ConceptId, Spot][] => {
    const roles = rolesAt(lexicon, mention.actor, at);
    const spot = roles.length > 0 ? spotIn(mention) : undefined;
    return spot ? roles.map(({ role }) => [role as ConceptId, spot]) : [];
  });
}

function groupSpots<Key, Found>(
  pairs: readonly (readonly [Key, Found])[],
): ReadonlyMap<Key, readonly Found[]> {
  const groups = new Map<Key, Found[]>();
  for (const [key, found] of pairs) {
    const known = groups.get(key);
    if (known) known.push(found);
    else groups.set(key, [found]);
  }
  return groups;
}
