import type { Statement, StatementId } from '#statement/statement.ts';
import { quotedFragments } from '#story/quoted-fragments.ts';
import type { SideStatement } from '#story/story.ts';

/** More than two of a side's statements are a text, not a card. */
const MOST = 2;

/** Where a statement is found by its id. */
type Find = (id: StatementId) => Statement | undefined;

/**
 * Which of a side's statements, best first, a card shows: two, and below a side's own text up to two quotations that
 * others give it, since those are the ones a reader must be able to doubt.
 */
export function shownStatements(ranked: readonly SideStatement[], find: Find): readonly SideStatement[] {
  const own = ranked.filter(({ statement }) => find(statement)?.hand === 'own');
  if (own.length === 0) return ranked.slice(0, MOST);
  const doubted = ranked.filter(({ statement }) => isSecondHandQuotation(find(statement)));
  return [...own.slice(0, MOST), ...doubted.slice(0, MOST)];
}

const isSecondHandQuotation = (statement: Statement | undefined): boolean =>
  statement?.hand === 'second' && (statement.isQuoted || quotedFragments(statement).length > 0);
