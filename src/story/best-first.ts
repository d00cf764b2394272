import { timeOf } from '#article/article.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Statement } from '#statement/statement.ts';
import { quotedFragments } from '#story/quoted-fragments.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** A statement and the article it stands in. */
export type SaidIn = { readonly statement: Statement; readonly from: ArticleFacts };

/**
 * The order in which a side's words are worth showing, for sorting. Its own text comes first: quotations, then longer
 * sentences. Then what others have of it: quoted before reported, a text's words before a headline's, those of an
 * office or its holder before those of a country's name, earlier before later.
 */
export function bestFirst(lexicon: Lexicon): (one: SaidIn, other: SaidIn) => number {
  return (one, other) =>
    compare(one, other, ({ statement }) => Number(statement.hand !== 'own')) ||
    compare(one, other, ({ statement }) => Number(!isQuotation(statement))) ||
    (one.statement.hand === 'own'
      ? compare(one, other, ({ statement }) => -statement.words.length)
      : compare(one, other, ({ statement }) => Number(statement.place === 'title')) ||
        compare(one, other, ({ statement }) => Number(!isNamedSpeaker(statement, lexicon)))) ||
    compare(one, other, ({ from }) => Date.parse(timeOf(from.article)));
}

const compare = (one: SaidIn, other: SaidIn, rankOf: (said: SaidIn) => number): number =>
  rankOf(one) - rankOf(other);

/** Quoted as a whole or in part. */
const isQuotation = (statement: Statement): boolean =>
  statement.isQuoted || quotedFragments(statement).length > 0;

function isNamedSpeaker({ speaker }: Statement, lexicon: Lexicon): boolean {
  const kind = speaker === undefined ? undefined : lexicon.actors.get(speaker)?.kind;
  return kind === 'office' || kind === 'person';
}
