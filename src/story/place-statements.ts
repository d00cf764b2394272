import { timeOf } from '#article/article.ts';
import { foldWord } from '#language/fold-word.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { checkSecondHand, type OwnText } from '#statement/check-second-hand.ts';
import type { Statement, StatementId } from '#statement/statement.ts';
import { ownTextsOf } from '#story/own-texts-of.ts';
import type { Correction, SideStatement } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';

/** Statements under the sides they belong to, the rest under `others`, and what had to be taken off. */
export type PlacedStatements = {
  readonly bySide: ReadonlyMap<ActorId, readonly SideStatement[]>;
  readonly others: readonly SideStatement[];
  /** Oldest first, those of the previous account included: a correction once said stays said. */
  readonly corrections: readonly Correction[];
};

type Said = { readonly statement: Statement; readonly from: ArticleFacts };

/**
 * Puts each statement under the parties it speaks for. A quotation that stands in another side's own text stands
 * under no side; if the card could show it before, that is a correction.
 */
export function placeStatements(
  facts: StoryFacts,
  parties: readonly ActorId[],
  lexicon: Lexicon,
): PlacedStatements {
  const ownTexts = ownTextsOf(facts.articles, lexicon);
  const said = facts.articles.flatMap((from) => from.statements.map((statement) => ({ statement, from })));
  const corrections = correctionsOf(said, ownTexts, facts);
  const standing = said
    .filter(({ from, statement }) => from.fingerprint.form === 'report' || statement.hand === 'own')
    .filter(({ statement }) => !isTakenOff(statement, corrections) && !isOthersWords(statement, ownTexts))
    .sort(bestFirst);

  return {
    bySide: new Map(
      parties.map((side) => [side, shown(withoutRepeats(standing.filter(speaksFor(side))), ownTexts)]),
    ),
    others: shown(withoutRepeats(standing.filter(isFromOthers(parties))), ownTexts),
    corrections,
  };
}

function correctionsOf(
  said: readonly Said[],
  ownTexts: readonly OwnText[],
  facts: StoryFacts,
): readonly Correction[] {
  const earlier = facts.previous?.corrections ?? [];
  const fresh = said
    .filter(({ statement }) => !isTakenOff(statement, earlier))
    .flatMap(({ statement, from }) => correctionOf(statement, from, ownTexts, facts));
  return [...earlier, ...fresh];
}

function correctionOf(
  statement: Statement,
  from: ArticleFacts,
  ownTexts: readonly OwnText[],
  { previous, now }: StoryFacts,
): readonly Correction[] {
  if (statement.hand === 'own') return [];
  const check = checkSecondHand(statement, ownTexts);
  const stoodUnder = previous?.sides.find(({ statements }) => isAmong(statement.id, statements));
  if (check.kind !== 'belongs-to' || !stoodUnder) return [];
  return [
    {
      statement: statement.id,
      side: stoodUnder.side,
      belongsTo: check.side,
      foundIn: check.article,
      stoodFrom: from.article.seenAt,
      takenOffAt: now.toISOString(),
    },
  ];
}

const isAmong = (id: StatementId, statements: readonly SideStatement[]): boolean =>
  statements.some(({ statement }) => statement === id);

const isTakenOff = ({ id }: Statement, corrections: readonly Correction[]): boolean =>
  corrections.some(({ statement }) => statement === id);

const isOthersWords = (statement: Statement, ownTexts: readonly OwnText[]): boolean =>
  statement.hand === 'second' && checkSecondHand(statement, ownTexts).kind === 'belongs-to';

const speaksFor =
  (side: ActorId) =>
  ({ statement }: Said): boolean =>
    statement.sides.includes(side);

const isFromOthers =
  (parties: readonly ActorId[]) =>
  ({ statement }: Said): boolean =>
    !statement.sides.some((side) => parties.includes(side)) &&
    (statement.speaker !== undefined || (statement.isQuoted && statement.speakerWords !== undefined));

/** Own text before second-hand, quoted words before reported speech, a text's before a headline's, earlier before later. */
function bestFirst(one: Said, other: Said): number {
  return (
    Number(other.statement.hand === 'own') - Number(one.statement.hand === 'own') ||
    Number(other.statement.isQuoted) - Number(one.statement.isQuoted) ||
    Number(one.statement.place === 'title') - Number(other.statement.place === 'title') ||
    Date.parse(timeOf(one.from.article)) - Date.parse(timeOf(other.from.article))
  );
}

/** The same words by the next outlet, or inside a longer quotation already kept, add nothing. */
function withoutRepeats(said: readonly Said[]): readonly Said[] {
  const kept: { readonly said: Said; readonly words: string }[] = [];
  for (const one of said) {
    const words = wordsOf(one.statement);
    if (!kept.some((earlier) => earlier.words.includes(words))) kept.push({ said: one, words });
  }
  return kept.map((one) => one.said);
}

const wordsOf = ({ words }: Statement): string =>
  ` ${(words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord).join(' ')} `;

function shown(said: readonly Said[], ownTexts: readonly OwnText[]): readonly SideStatement[] {
  return said.map(({ statement }) => ({
    statement: statement.id,
    isNotInOwnText:
      statement.hand === 'second' && checkSecondHand(statement, ownTexts).kind === 'not-in-own-text',
  }));
}
