import type { ArticleId } from '#article/article.ts';
import { foldWord } from '#language/fold-word.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Statement } from './statement.ts';

/** A text that a side published itself. */
export type OwnText = {
  readonly side: ActorId;
  readonly article: ArticleId;
  readonly language?: string;
  readonly text: string;
  /** The text without what it may tell others to have said; worked out when first asked for. */
  readonly surelyOwn: () => string;
  /** A joint statement that another side published: it has words of this side, and lacks whatever else the side wrote. */
  readonly isPartners?: boolean;
};

/** What comparing a second-hand quotation with the sides' own texts showed. */
export type SecondHandCheck =
  | { readonly kind: 'confirmed'; readonly article: ArticleId }
  /** The words stand in another side's own text and in none of the side they were given to. */
  | { readonly kind: 'belongs-to'; readonly side: ActorId; readonly article: ArticleId }
  | { readonly kind: 'not-in-own-text' }
  /** Nothing quoted, no side, or no own text of the side in the quotation's language. */
  | { readonly kind: 'unchecked' };

/** Fewer words than this prove nothing about whose they are: “the Middle East” stands in everybody's text. */
const LEAST_TELLING_WORDS = 3;

const QUOTED = /“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|"([^"]+)"/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Compares the quoted words of a statement with the own texts in its language: word for word, whatever the
 * case, accents, punctuation and white space. Across languages nothing is compared.
 */
export function checkSecondHand(statement: Statement, ownTexts: readonly OwnText[]): SecondHandCheck {
  const quoted = quotedParts(statement).map(wordsOf);
  if (quoted.length === 0 || statement.sides.length === 0) return { kind: 'unchecked' };

  const readable = ownTexts.filter(({ language }) => language && language === statement.language);
  const holding = readable.filter((own) => holdsAll(own, quoted));

  const confirming = holding.find(({ side }) => statement.sides.includes(side));
  if (confirming) return { kind: 'confirmed', article: confirming.article };

  const other = quoted.some(isTelling) ? holding.find((own) => saysAllItself(own, quoted)) : undefined;
  if (other) {
    return { kind: 'belongs-to', side: other.side, article: other.article };
  }
  const hasOwnText = readable.some(
    ({ side, isPartners }) => isPartners !== true && statement.sides.includes(side),
  );
  return { kind: hasOwnText ? 'not-in-own-text' : 'unchecked' };
}

/** Own texts are long and compared again with every quotation of their story. */
const ownWords = new WeakMap<OwnText, string>();

function holdsAll(own: OwnText, quoted: readonly string[]): boolean {
  const words = ownWords.get(own) ?? wordsOf(own.text);
  ownWords.set(own, words);
  return quoted.every((part) => words.includes(part));
}

/** Words that an own text itself puts into another's mouth are not its side's. */
function saysAllItself(own: OwnText, quoted: readonly string[]): boolean {
  const words = wordsOf(own.surelyOwn());
  return quoted.every((part) => words.includes(part));
}

function quotedParts({ isQuoted, words }: Statement): readonly string[] {
  if (isQuoted) return words.split(' … ');
  return [...words.matchAll(QUOTED)].flatMap((found) => found.slice(1).filter((part) => part !== undefined));
}

/** Folded words between single spaces, with a space at both ends so that `includes` meets whole words only. */
function wordsOf(text: string): string {
  const words = text.match(WORD) ?? [];
  return ` ${words.map(foldWord).join(' ')} `;
}

function isTelling(part: string): boolean {
  return part.trim().split(' ').length >= LEAST_TELLING_WORDS;
}
