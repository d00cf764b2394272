import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventMention } from '#lexicon/lexicon.ts';
import type { LeadSentence } from '#match/lead-of.ts';

const PARTICIPLE = /^\p{L}{3,}ed$/u;
/** What stays so for long after it was done: who is under sanctions or a threat. */
const LASTING = new Set(['SANCTION', 'THREATEN']);
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Behind these an English verb in -ed is an adjective. */
const BEFORE_ADJECTIVE = wordSet(
  'the a an his her its their our this that these those of by for with on against from to',
);
/** Before these it is no adjective, though its sentence begins with it: "Threatened with sanctions, …". */
const BEHIND_VERB = wordSet('by with in over after for as at to from on against');

/**
 * Whether an event's word only describes somebody: "Sanctioned Iranian tanker", "a threatened Russian fish". English
 * alone tells by the place of the word.
 */
export function isLastingState(
  { event, firstWord, lastWord }: EventMention,
  { words }: Pick<LeadSentence, 'words'>,
  { events }: Pick<Lexicon, 'events'>,
): boolean {
  if (firstWord !== lastWord || !LASTING.has(events.get(event)?.plover ?? '')) return false;
  if (!PARTICIPLE.test(words[firstWord]?.text ?? '')) return false;
  const next = words[lastWord + 1];
  if (firstWord === 0) return next !== undefined && !BEHIND_VERB.has(next.folded);
  return BEFORE_ADJECTIVE.has(words[firstWord - 1]?.folded ?? '');
}
