import type { ArticleId } from '#article/article.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Statement } from '#statement/statement.ts';

/** Every speaker of the article. */
export const EVERY_SPEAKER = '*';

/** For whom a speaker of one article speaks, as the operator ruled. */
export type RuledSide = {
  readonly article: ArticleId;
  /** The article's words for the speaker; empty for words that name none; `*` for every speaker of the article. */
  readonly speakerWords: string;
  /** Absent: for no side. */
  readonly side?: ActorId;
};

/**
 * The statements with the sides that the operator ruled. Where a side changes, the speaker that the lexicon took is not
 * believed either: the article's own words for him stay.
 */
export function withRuledSides(
  statements: readonly Statement[],
  ruled: readonly RuledSide[],
): readonly Statement[] {
  if (ruled.length === 0) return statements;
  return statements.map((statement) => {
    const ruling = rulingOn(statement, ruled);
    return ruling === undefined ? statement : ruledBy(ruling, statement);
  });
}

/** What was ruled of one speaker goes before what was ruled of the whole article. */
function rulingOn(
  { article, speakerWords = '' }: Statement,
  ruled: readonly RuledSide[],
): RuledSide | undefined {
  const ofArticle = ruled.filter((one) => one.article === article);
  return (
    ofArticle.find((one) => one.speakerWords === speakerWords) ??
    ofArticle.find((one) => one.speakerWords === EVERY_SPEAKER)
  );
}

function ruledBy({ side }: RuledSide, statement: Statement): Statement {
  if (statement.sides.length === 1 && statement.sides[0] === side) return statement;
  const { speaker: _, ...rest } = statement;
  return { ...rest, sides: side === undefined ? [] : [side], hand: 'second' };
}
