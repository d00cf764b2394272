import { timeOf } from '#article/article.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Statement } from '#statement/statement.ts';
import { quotedFragments } from '#story/quoted-fragments.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** A statement and the article it stands in. */
export type SaidIn = { readonly statement: Statement; readonly from: ArticleFacts };

/**
 * The order in which a side's words are worth showing, for sorting. Its own text comes first: quotations, then what can
 * be read at a glance, then longer sentences; a list of who was there comes last. Then what others have of it: quoted before reported, a text's words before a headline's, those of an
 * office or its holder before those of a country's name, earlier before later.
 */
export function bestFirst(lexicon: Lexicon): (one: SaidIn, other: SaidIn) => number {
  return (one, other) =>
    compare(one, other, ({ statement }) => Number(statement.hand !== 'own')) ||
    compare(one, other, ({ statement }) => Number(!isQuotation(statement))) ||
    (one.statement.hand === 'own'
      ? compare(one, other, ({ statement }) => Number(isLong(statement) || isList(statement))) ||
        compare(one, other, ({ statement }) => -Math.min(statement.words.length, ENOUGH_CHARACTERS))
      : compare(one, other, ({ statement }) => Number(statement.place === 'title')) ||
        compare(one, other, ({ statement }) => Number(!isNamedSpeaker(statement, lexicon)))) ||
    compare(one, other, ({ from }) => Date.parse(timeOf(from.article)));
}

/** So much says what there is to say: among longer words the earlier are as good. */
const ENOUGH_CHARACTERS = 300;
/** Nobody reads more than this at a glance. */
const MOST_CHARACTERS = 600;
/** Where so many of the words are names, people and offices are listed. */
const NAMES_IN_LIST = 0.5;

const isLong = ({ words }: Statement): boolean => words.length > MOST_CHARACTERS;

function isList({ words }: Statement): boolean {
  const written = words.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const capital = written.filter((word) => /^\p{Lu}/u.test(word));
  return capital.length > written.length * NAMES_IN_LIST;
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
