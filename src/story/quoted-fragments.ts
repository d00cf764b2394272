import { hasWords } from '#language/split-words.ts';
import { findQuotations } from '#statement/quotations.ts';
import type { Statement } from '#statement/statement.ts';

/** A single word between marks is a name or irony; two or more are somebody's wording. */
const LEAST_WORDS = 2;

const remembered = new WeakMap<Statement, readonly string[]>();

/**
 * The words that a report of what another said puts between marks: only these are the speaker's own. None in a
 * quotation, which is whole, in an own text, whose every word is the side's, and in what is denied. Looked for once, however many stages and cards ask.
 */
export const quotedFragments = (statement: Statement): readonly string[] =>
  remembered.getOrInsertComputed(statement, findFragments);

function findFragments({ words, hand, isQuoted, denies }: Statement): readonly string[] {
  if (isQuoted || denies || hand === 'own') return [];
  return findQuotations(words)
    .map(({ inner }) => words.slice(inner.start, inner.end))
    .filter((fragment) => hasWords(fragment, LEAST_WORDS));
}
