import type { Span, Word } from '#language/analysis.ts';
import type { Actor } from '#lexicon/actor.ts';
import { countryNames } from '#lexicon/country-names.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import type { SpeakerMeans, SpeakerPlace } from './speaker-of.ts';

/** Words of a subject, or none where nobody in them can be it. */
type Subject = readonly Word[] | undefined;

/** "заявили", "сообщают": a single person is no subject of it, a place with "в" is. */
const PLURAL = /(?:ли|лись|[юуая]т|[юуая]тся)$/u;
/** How an office or a noun in the dative ends: "президенту", "послам", "российскому". */
const DATIVE_NOUN = /(?:[^аеиоуы][ую]|ому|ему|ию|ам|ям)$/u;
/** How a name in the dative ends that is in no other case: "Ирану", "Макрону", "Украине"; "Франции" may be of a president. */
const DATIVE_NAME = /[уюе]$/u;

/**
 * Who can be the subject among the words before or behind a Russian verb of saying, as far as the endings tell: not a
 * name or an office in the dative, and not one person alone where the verb is plural. There the place speaks: «Ирану в
 * Белом доме сказали». In any other language, all of them.
 */
export function subjectSpan(place: SpeakerPlace, means: SpeakerMeans): Span | undefined {
  const { source, sentence, verb } = place;
  if (means.grammar.words.placesSpeak.size === 0 || verb === undefined) return source;
  const words = sentence.words.filter(({ start, end }) => start >= source.start && end <= source.end);
  const subject = subjectAmong(behindDay(words, means), place, means);
  const [first, last] = [subject?.[0], subject?.at(-1)];
  if (!first || !last) return undefined;
  return subject?.length === words.length ? source : { start: first.start, end: last.end };
}

function subjectAmong(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): Subject {
  const at = words.findIndex((word) => isPlaceWord(word, means));
  if (at < 0) return personsOf(words, place, means);
  if (at === 0) return subjectBehindPlace(words, place, means);
  const before = personsOf(words.slice(0, at), place, means);
  return before ? [...before, ...words.slice(at)] : subjectBehindPlace(words.slice(at), place, means);
}

/** «В Кремле», «В Кремле Путину», «В Кремле Путин и Лукашенко»: a name in the nominative behind the place is the subject. */
function subjectBehindPlace(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): Subject {
  const persons = namesIn(words, place).filter((name) => kindOf(name, means) === 'person');
  const first = persons[0];
  const cut = first ? words.indexOf(place.sentence.words[first.firstWord] as Word) : -1;
  if (!first || cut < 2) return isPlural(place) || !first ? words : undefined;
  const subject = isNominative(first, place, means) ? personsOf(words.slice(cut), place, means) : undefined;
  if (subject) return subject;
  return isPlural(place) ? words.slice(0, cut) : undefined;
}

/** The words without a name in the dative beside the subject; none where the first of them is no subject. */
function personsOf(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): Subject {
  const names = namesIn(words, place);
  const hearers = names.filter((name) => isDative(name, place, means));
  const heard = new Set(
    hearers.flatMap(({ firstWord, lastWord }) => place.sentence.words.slice(firstWord, lastWord + 1)),
  );
  const kept = words.filter((word) => !heard.has(word));
  const [head] = kept;
  if (!head || isAlone(kept, place, means)) return undefined;
  const name = names.find(({ firstWord }) => place.sentence.words[firstWord] === head);
  const isSubject = name ? isNominative(name, place, means) : !isDativeNoun(head, means);
  return isSubject ? kept : undefined;
}

/** One person with a plural verb. */
function isAlone(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): boolean {
  if (!isPlural(place)) return false;
  if (words.some(({ text }) => means.grammar.words.ands.has(text.toLowerCase()))) return false;
  const [only, ...others] = namesIn(words, place);
  const isFirst = only !== undefined && place.sentence.words[only.firstWord] === words[0];
  return isFirst && others.length === 0 && kindOf(only, means) === 'person';
}

const isPlural = ({ verb = '' }: SpeakerPlace): boolean =>
  verb.split(/\s+/u).some((word) => PLURAL.test(word));

const isPlaceWord = ({ text }: Word, { grammar }: SpeakerMeans): boolean =>
  grammar.words.placesSpeak.has(text.toLowerCase());

/** «В пятницу Путин»: a day is no place. */
function behindDay(words: readonly Word[], means: SpeakerMeans): readonly Word[] {
  const [first, second] = words;
  const isDay =
    first && isPlaceWord(first, means) && means.grammar.words.times.has(second?.text.toLowerCase() ?? '');
  return isDay && words.length > 2 ? words.slice(2) : words;
}

/** Names of persons, countries and offices among the words, not what a title or an adjective stands for. */
function namesIn(words: readonly Word[], { mentions, sentence }: SpeakerPlace): readonly ActorMention[] {
  return mentions.filter(({ by, firstWord, lastWord }) => {
    const [first, last] = [sentence.words[firstWord], sentence.words[lastWord]];
    return (
      (by === 'name' || by === 'metonym') && first && last && words.includes(first) && words.includes(last)
    );
  });
}

const kindOf = ({ actor }: ActorMention, { lexicon }: SpeakerMeans): Actor['kind'] | undefined =>
  lexicon.actors.get(actor)?.kind;

function isDative(name: ActorMention, place: SpeakerPlace, means: SpeakerMeans): boolean {
  const last = place.sentence.words[name.lastWord]?.text ?? '';
  return DATIVE_NAME.test(last) && !isNominative(name, place, means);
}

function isDativeNoun({ text }: Word, { grammar }: SpeakerMeans): boolean {
  const lower = text.toLowerCase();
  return !grammar.words.determiners.has(lower) && (DATIVE_NOUN.test(lower) || lower === 'главе');
}

/** Whether every word of it stands so in a name of the actor; of one that has no Russian name, nobody can tell. */
function isNominative(
  { actor, firstWord, lastWord }: ActorMention,
  { sentence }: SpeakerPlace,
  { lexicon }: SpeakerMeans,
): boolean {
  const known = lexicon.actors.get(actor);
  const names = known ? russianWords(known) : new Set<string>();
  const written = sentence.words.slice(firstWord, lastWord + 1).flatMap(({ text }) => wordsOf(text));
  return names.size === 0 || written.every((word) => names.has(word));
}

const namesOf = new WeakMap<Actor, ReadonlySet<string>>();

function russianWords(actor: Actor): ReadonlySet<string> {
  const known = namesOf.get(actor);
  if (known) return known;
  const { shown, names, metonyms = {}, country } = actor;
  const written = [
    ...(shown['ru'] === undefined ? [] : [shown['ru']]),
    ...(names['ru'] ?? []),
    ...(metonyms['ru'] ?? []),
    ...(country === undefined ? [] : countryNames(country, 'ru')),
  ];
  const words = new Set(written.flatMap(wordsOf));
  namesOf.set(actor, words);
  return words;
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
