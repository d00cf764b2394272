import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { NOBODY, type Speaker } from './speaker-of.ts';

/** English tells persons from things; languages with grammatical gender leave both open. */
const ENGLISH_THING = 'it';
const MANY = new Set(['they', 'ils', 'elles', 'они']);
/** A name that the lexicon does not know: "Anna Petrova", "Ms Petrova"; not "The President". */
const UNKNOWN_NAME =
  /(?<!\p{L})(?:(?!(?:The|An?|Le|La|Les|Une?)\s)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+|(?:Mr|Ms|Mrs|Mme|M)\.?\s+\p{Lu}\p{Ll}+)/u;

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
  const [only, ...others] = Map.groupBy(speakers, keyOf).values();
  const speaker = only?.[0];
  if (!speaker || others.length > 0 || keyOf(speaker) === '' || MANY.has(pronoun)) return NOBODY;

  // A speaker by office alone, "the President", is taken for a person.
  const kind = speaker.speaker && lexicon.actors.get(speaker.speaker)?.kind;
  const isPerson = kind === undefined || kind === 'person';
  if (language === 'en' && isPerson === (pronoun === ENGLISH_THING)) return NOBODY;
  return isRivalled(speaker, isPerson, named, lexicon) || UNKNOWN_NAME.test(unnamedText) ? NOBODY : speaker;
}

/** What tells speakers apart; empty for one nobody could tell, who may be anybody. */
function keyOf({ speaker, sides }: Speaker): string {
  return speaker ?? sides.join(' ');
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
