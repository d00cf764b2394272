import { foldWord } from '#language/fold-word.ts';
import { hasWords } from '#language/split-words.ts';
import { findQuotations } from '#statement/quotations.ts';
import type { Statement } from '#statement/statement.ts';
import { dateWordsIn } from '#story/date-words.ts';

/** A single word between marks is a name or irony; two or more are somebody's wording. */
const LEAST_WORDS = 2;

/** "Z told him: “…”", "Z had said at the time “…”": so many words before the marks another may be told to say it. */
const TELLING_REACH = 4;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const remembered = new WeakMap<Statement, readonly string[]>();

/**
 * The words that a report of what another said puts between marks: only these are the speaker's own. None in a
 * quotation, which is whole, in an own text, whose every word is the side's, in what is denied, and where the report
 * tells them as a third one's words ("Z told him: “…”"). Looked for once, however many stages and cards ask.
 */
export const quotedFragments = (statement: Statement): readonly string[] =>
  remembered.getOrInsertComputed(statement, findFragments);

function findFragments({ words, hand, isQuoted, denies, language }: Statement): readonly string[] {
  if (isQuoted || denies || hand === 'own') return [];
  const quotations = findQuotations(words);
  if (quotations.some(({ inner }) => isToldByAnother(words.slice(0, inner.start), language))) return [];
  return quotations
    .map(({ inner }) => words.slice(inner.start, inner.end))
    .filter((fragment) => hasWords(fragment, LEAST_WORDS));
}

/** What leads up to the marks ends with a colon or has a verb of saying of its own. */
function isToldByAnother(before: string, language: string | undefined): boolean {
  if (/:\s*\P{L}?$/u.test(before)) return true;
  const said = dateWordsIn(language)?.said;
  const near = (before.match(WORD) ?? []).slice(-TELLING_REACH);
  return near.some((word) => said?.has(foldWord(word)) === true);
}
