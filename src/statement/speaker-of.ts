import type { Sentence, Span, Word } from '#language/analysis.ts';
import type { Actor, ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { Grammar } from './find-cues.ts';
import { subjectSpan } from './russian-subject.ts';

/** Who speaks and for whom, as far as the words for the speaker make it certain. */
export type Speaker = {
  readonly speaker?: ActorId;
  readonly sides: readonly ActorId[];
  /** The words that name them, where others stand before in the phrase. */
  readonly named?: Span;
};

/** Where the words for a speaker stand, and what of the lexicon stands in the same sentence. */
export type SpeakerPlace = {
  readonly source: Span;
  readonly text: string;
  readonly sentence: Sentence;
  readonly mentions: readonly ActorMention[];
  /** The verb of saying whose subject they are to be; absent where they are none, as behind "according to". */
  readonly verb?: string;
};

/** What a speaker is recognised with: the language, who is known, and the day whose offices count. */
export type SpeakerMeans = { readonly grammar: Grammar; readonly lexicon: Lexicon; readonly at: Date };

/** What a Russian given name that ends in a vowel or in "й" changes its last letter to. */
const CASE_ENDING = /^(?:[яюеиауы]|ем|[её]й|ой)$/u;

/** A speaker of whom nothing is known, and who so speaks for no side. */
export const NOBODY: Speaker = { sides: [] };

/**
 * A person whose name or office ends the phrase ("Kremlin spokesman Ivan Petrov"), else the office, country or
 * organisation that it names with nothing but words of office beside it. "An ally of Mr Petrov", "a pro-Freedonian
 * official", "Freedonia's ambassador to Sylvania" speak for nobody but what is certain.
 */
export function speakerOf(said: SpeakerPlace, means: SpeakerMeans): Speaker {
  const source = subjectSpan(said, means);
  if (!source) return NOBODY;
  const place = { ...said, source };
  const told = speakerAmong(place, means);
  return source === said.source ? told : { named: source, ...told };
}

function speakerAmong(place: SpeakerPlace, means: SpeakerMeans): Speaker {
  const [head, apposition] = partsOf(place);
  const named = speakerIn(head, place, means);
  const apposed = apposition && speakerIn(apposition, place, means);
  if (apposition && isList(apposition, means)) return speakerIn([...head, ...apposition], place, means);
  if (named.speaker || named.sides.length > 0) return apposed ? bothOf(named, apposed, means) : named;
  if (!apposed || !apposition || !hasSpeakerNoun(apposition, means)) return NOBODY;
  return { sides: apposed.sides };
}

/** "The foreign minister, Mr X,": the name behind an office speaks for it; of two that differ nobody is told. */
function bothOf(named: Speaker, apposed: Speaker, { lexicon }: SpeakerMeans): Speaker {
  if (apposed.sides.length === 0) return named;
  const isOne = named.sides.length === 1 && apposed.sides.length === 1 && named.sides[0] === apposed.sides[0];
  if (!isOne) return NOBODY;
  const isPerson = apposed.speaker && lexicon.actors.get(apposed.speaker)?.kind === 'person';
  return isPerson ? apposed : named;
}

/** "Britain, France and Germany": behind the comma more names stand, and no office. */
function isList(words: readonly Word[], { grammar }: SpeakerMeans): boolean {
  const has = (known: ReadonlySet<string>): boolean =>
    words.some(({ text }) => known.has(text.toLowerCase()));
  return has(grammar.words.ands) && !has(grammar.words.of) && !has(grammar.speakerNouns);
}

/** Whether the phrase is made of words of office alone: "the President", "a spokesman". */
export function isOfficeAlone(place: SpeakerPlace, means: SpeakerMeans): boolean {
  const words = place.sentence.words.filter((word) => isWithin(word, place.source));
  return words.length > 0 && hasSpeakerNoun(words, means) && words.every((word) => isOfOffice(word, means));
}

/** The words before the first comma, and those of the apposition behind it. */
function partsOf({ source, text, sentence }: SpeakerPlace): readonly [readonly Word[], (readonly Word[])?] {
  const words = sentence.words.filter((word) => isWithin(word, source));
  const comma = text.slice(source.start, source.end).indexOf(',');
  if (comma < 0) return [words];
  return [
    words.filter(({ start }) => start < source.start + comma),
    words.filter(({ start }) => start > source.start + comma),
  ];
}

function speakerIn(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): Speaker {
  const phrase = withoutDestination(words, means);
  const beside = words.slice(phrase.length + 1);
  const mentions = widest(
    place.mentions.filter((mention) => mention.by !== 'principal' && holds(phrase, place, mention)),
  );
  if (mentions.length === 0) return personBehind(words, place, means) ?? NOBODY;
  if (mentions.some((mention) => isHyphenated(mention, place))) return NOBODY;

  const person = personAtEnd(phrase, mentions, place, means);
  if (person?.by !== 'name' && isOfAnotherTime(words[phrase.length], beside, means)) return NOBODY;
  if (person) return { speaker: person.actor, sides: sidesOf([person.actor], means) };
  return isJoint(phrase, mentions, place, means)
    ? jointSpeaker(mentions, means)
    : bodySpeaker(phrase, mentions, place, means);
}

/**
 * "В ходе разговора с коллегой Иван Петров": behind an adverbial no comma parts off, a name as the lexicon writes it is
 * the subject; in any other case of its noun it is not.
 */
function personBehind(words: readonly Word[], place: SpeakerPlace, means: SpeakerMeans): Speaker | undefined {
  const { prepositions, commaParted } = means.grammar.words;
  if (commaParted || !prepositions.has(words[0]?.text.toLowerCase() ?? '')) return undefined;
  const last = words.at(-1);
  const mention = widest(place.mentions).find(
    ({ by, lastWord }) => by === 'name' && place.sentence.words[lastWord] === last,
  );
  const first = mention && place.sentence.words[mention.firstWord];
  const actor = mention && means.lexicon.actors.get(mention.actor);
  if (!mention || !first || !last || actor?.kind !== 'person') return undefined;
  const written = place.text.slice(first.start, last.end);
  const isNominative = Object.values(actor.shown).includes(written);
  const sides = sidesOf([mention.actor], means);
  return isNominative
    ? { speaker: mention.actor, sides, named: { start: first.start, end: last.end } }
    : undefined;
}

/** "The Freedonian ambassador to Sylvania": where somebody is sent to says nothing about whose they are. */
function withoutDestination(words: readonly Word[], { grammar }: SpeakerMeans): readonly Word[] {
  const { prepositions, of, quotedBy } = grammar.words;
  const cut = words.findIndex(
    ({ text }, place) =>
      place > 0 &&
      (quotedBy.has(text.toLowerCase()) ||
        (prepositions.has(text.toLowerCase()) && !of.has(text.toLowerCase()))),
  );
  return cut < 0 ? words : words.slice(0, cut);
}

/** "A minister under Mr Petrov", "the minister in 1993": an office whose holder of that time is not today's. */
function isOfAnotherTime(
  preposition: Word | undefined,
  behind: readonly Word[],
  { grammar: { words } }: SpeakerMeans,
): boolean {
  const mayName = words.destinations.has(preposition?.text.toLowerCase() ?? '')
    ? /^\p{N}/u
    : /^[\p{Lu}\p{N}]/u;
  return behind.some(({ text }) => mayName.test(text) && !words.times.has(text.toLowerCase()));
}

/** A person whose name ends the phrase with nothing but words of office and bodies beside it. */
function personAtEnd(
  phrase: readonly Word[],
  mentions: readonly ActorMention[],
  place: SpeakerPlace,
  means: SpeakerMeans,
): ActorMention | undefined {
  const { grammar, lexicon } = means;
  const last = phrase.at(-1);
  const ending = mentions.filter(({ lastWord }) => place.sentence.words[lastWord] === last);
  const [only, ...others] = ending;
  const actor = only && lexicon.actors.get(only.actor);
  if (!only || others.length > 0 || actor?.kind !== 'person') return undefined;

  const before = place.sentence.words[only.firstWord - 1];
  const isBehindOf = before && phrase.includes(before) && grammar.words.of.has(before.text.toLowerCase());
  const isSecond = before && phrase.includes(before) && grammar.words.ands.has(before.text.toLowerCase());
  // "Lawyers suing Mr Petrov", "Boris Petrov": any other word may make it somebody else. An initial makes it nobody else.
  const isOther = uncovered(phrase, mentions, place).some(
    (word) => !isOfOffice(word, means) && !isInitial(word) && !isOwnName(word, actor),
  );
  return isBehindOf || isSecond || isOther ? undefined : only;
}

/** "Ivo J. Torven": the lexicon knows "Torven" and that Ivo is his name; so "Сергея" in the case of another word. */
function isOwnName({ text }: Word, { shown }: Actor): boolean {
  return Object.values(shown)
    .flatMap((name) => name.split(' '))
    .some((name) => name === text || isInflected(text, name));
}

function isInflected(text: string, name: string): boolean {
  return text.startsWith(name.slice(0, -1)) && CASE_ENDING.test(text.slice(name.length - 1));
}

function isInitial({ text }: Word): boolean {
  return /^\p{Lu}\.?$/u.test(text);
}

/** Two names or more with nothing but "and" and words of office between them. */
function isJoint(
  phrase: readonly Word[],
  mentions: readonly ActorMention[],
  place: SpeakerPlace,
  means: SpeakerMeans,
): boolean {
  const rest = uncovered(phrase, mentions, place);
  const isAnd = ({ text }: Word): boolean => means.grammar.words.ands.has(text.toLowerCase());
  if (mentions.length < 2) return false;
  // "The leaders of Freedonia and Sylvania" names both persons by the same words.
  const [first] = mentions;
  const isOneName = mentions.every(({ by, firstWord }) => by === 'role' && firstWord === first?.firstWord);
  if (isOneName && phrase.some(isAnd)) return rest.every((word) => isOfOffice(word, means));
  if (!rest.some(isAnd)) return false;
  // "Freedonians and Sylvanians said": inhabitants are no government.
  const isPeople = mentions.every(({ by }) => by === 'demonym') && !hasSpeakerNoun(rest, means);
  return !isPeople && rest.every((word) => isAnd(word) || isOfOffice(word, means));
}

function jointSpeaker(mentions: readonly ActorMention[], means: SpeakerMeans): Speaker {
  const sides = mentions.map(({ actor }) => sideOf(actor, means.lexicon, means.at));
  return { sides: sides.every((side) => side !== undefined) ? [...new Set(sides)] : [] };
}

function bodySpeaker(
  phrase: readonly Word[],
  mentions: readonly ActorMention[],
  place: SpeakerPlace,
  means: SpeakerMeans,
): Speaker {
  const rest = uncovered(phrase, mentions, place);
  if (!rest.every((word) => isOfOffice(word, means))) return NOBODY;
  // "Freedonians said": inhabitants are no government; "Freedonian officials" are.
  const isPeople = mentions.every(({ by }) => by === 'demonym') && !hasSpeakerNoun(rest, means);
  if (isPeople) return NOBODY;
  const sides = sidesOf(
    mentions.map(({ actor }) => actor),
    means,
  );
  if (sides.length !== 1) return NOBODY;

  const kindOf = ({ actor }: ActorMention) => means.lexicon.actors.get(actor)?.kind;
  const body =
    mentions.find((mention) => kindOf(mention) === 'office') ??
    mentions.find((mention) => kindOf(mention) !== 'person');
  return body ? { speaker: body.actor, sides } : { sides };
}

/** All sides of the actors; none when one of them is unknown. */
function sidesOf(actors: readonly ActorId[], { lexicon, at }: SpeakerMeans): readonly ActorId[] {
  const sides = actors.map((actor) => sideOf(actor, lexicon, at));
  return sides.every((side) => side !== undefined) ? [...new Set(sides)] : [];
}

/** Leaves out mentions inside longer ones: "French" inside "the French president". */
function widest(mentions: readonly ActorMention[]): readonly ActorMention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (other) =>
          other.firstWord <= mention.firstWord &&
          other.lastWord >= mention.lastWord &&
          other.lastWord - other.firstWord > mention.lastWord - mention.firstWord,
      ),
  );
}

function holds(
  phrase: readonly Word[],
  { sentence }: SpeakerPlace,
  { firstWord, lastWord }: ActorMention,
): boolean {
  const [first, last] = [sentence.words[firstWord], sentence.words[lastWord]];
  return first !== undefined && last !== undefined && phrase.includes(first) && phrase.includes(last);
}

/** "pro-Freedonian", "Freedonia-backed": somebody else's. */
function isHyphenated({ firstWord, lastWord }: ActorMention, { sentence, text }: SpeakerPlace): boolean {
  const start = sentence.words[firstWord]?.start ?? 0;
  const end = sentence.words[lastWord]?.end ?? 0;
  return /[-‑]/u.test(text.charAt(start - 1)) || /[-‑]/u.test(text.charAt(end));
}

function uncovered(
  phrase: readonly Word[],
  mentions: readonly ActorMention[],
  { sentence }: SpeakerPlace,
): readonly Word[] {
  const covered = new Set(
    mentions.flatMap(({ firstWord, lastWord }) => sentence.words.slice(firstWord, lastWord + 1)),
  );
  return phrase.filter((word) => !covered.has(word));
}

function isOfOffice({ text }: Word, { grammar }: SpeakerMeans): boolean {
  const lower = text.toLowerCase();
  const { determiners, of, officeWords, fillers } = grammar.words;
  return (
    determiners.has(lower) ||
    of.has(lower) ||
    officeWords.has(lower) ||
    fillers.has(lower) ||
    grammar.speakerNouns.has(lower)
  );
}

function hasSpeakerNoun(words: readonly Word[], { grammar }: SpeakerMeans): boolean {
  return words.some(({ text }) => grammar.speakerNouns.has(text.toLowerCase()));
}

function isWithin(word: Span, span: Span): boolean {
  return word.start >= span.start && word.end <= span.end;
}
