import type { Sentence } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { CONJUNCTIONS } from '#lexicon/role-words.ts';
import { actsFor } from '#lexicon/side-of.ts';

/** "The President of Z thanked …": so many words may stand before whoever begins a sentence. */
const ARTICLES = 1;

/**
 * Whether a sentence of a side's own text begins with somebody of another side who alone does what it tells: the
 * side's account of the other, less its own words than anything else in its text.
 */
export function tellsOfAnother(
  { words }: Sentence,
  mentions: readonly ActorMention[],
  { ownSide, at }: { readonly ownSide: ActorId; readonly at: Date },
  lexicon: Lexicon,
): boolean {
  const start = Math.min(...mentions.map(({ firstWord }) => firstWord));
  if (start > ARTICLES) return false;
  const subject = mentions.filter(({ firstWord }) => firstWord === start);
  const end = Math.max(...subject.map(({ lastWord }) => lastWord));
  if (CONJUNCTIONS.has(words[end + 1]?.folded ?? '')) return false;
  const sides = subject.flatMap(({ actor }) => actsFor(actor, lexicon, at));
  return sides.length > 0 && !sides.includes(ownSide);
}
