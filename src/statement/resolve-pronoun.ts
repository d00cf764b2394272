import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { NOBODY, type Speaker } from './speaker-of.ts';

/** The pronouns of a language by what they may stand for; languages with grammatical gender leave both open. */
const ENGLISH_THING = 'it';
const MANY = new Set(['they', 'ils', 'elles', 'они']);
/** A name that the lexicon does not know: "Anna Petrova", "Ms Petrova". */
const UNKNOWN_NAME = /(?:\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+|\b(?:Mr|Ms|Mrs|Mme|M)\.?\s+\p{Lu}\p{Ll}+)/u;

/** What stands before a pronoun, in its own sentence and in the one before. */
export type PronounPlace = {
  readonly pronoun: string;
  readonly language: string;
  /** Speakers so far, those nobody could tell as well. */
  readonly speakers: readonly Speaker[];
  /** Everybody named there. */
  readonly named: readonly ActorMention[];
  /** The text there without the names the lexicon knows. */
  readonly unnamedText: string;
};

/** The speaker a pronoun stands for, only where exactly one can be meant; otherwise nobody. */
export function resolvePronoun(place: PronounPlace, lexicon: Lexicon): Speaker {
  const { pronoun, language, speakers, named, unnamedText } = place;
  const [only, ...others] = distinct(speakers);
  if (MANY.has(pronoun) || !only?.speaker || others.length > 0) return NOBODY;

  const isPerson = lexicon.actors.get(only.speaker)?.kind === 'person';
  if (language === 'en' && isPerson === (pronoun === ENGLISH_THING)) return NOBODY;
  return isRivalled(only, isPerson, named, lexicon) || UNKNOWN_NAME.test(unnamedText) ? NOBODY : only;
}

function distinct(speakers: readonly Speaker[]): readonly Speaker[] {
  return speakers.filter(
    (one, place) =>
      one.speaker === undefined || speakers.findIndex(({ speaker }) => speaker === one.speaker) === place,
  );
}

/** Whether somebody else of the same kind is named, who might be meant. */
function isRivalled(
  { speaker }: Speaker,
  isPerson: boolean,
  named: readonly ActorMention[],
  lexicon: Lexicon,
): boolean {
  return named.some(
    ({ actor, by }) =>
      by !== 'principal' && actor !== speaker && (lexicon.actors.get(actor)?.kind === 'person') === isPerson,
  );
}
