import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { WordSearch } from '#article/article-store.ts';
import { analyse, type TextParts } from '#language/analyse.ts';
import { type SearchWords, searchWordsOf } from '#language/search-words.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { articleSpots } from '#match/article-spots.ts';
import { searchKeysOf } from '#match/search-keys.ts';
import { wordsToFind } from '#match/words-to-find.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

const AT = new Date('2026-03-02T12:00:00Z');

/** What is kept of a text of an invented outlet, to be found by. */
function keptOf(parts: TextParts): SearchWords {
  const analysis = analyse(parts, () => parts.language ?? 'en');
  const mentions = findMentions(analysis, smallLexicon, AT);
  const about = { outletName: 'Hill Gazette', kind: 'media' as const };
  const read = { article: 'a' as ArticleId, analysis, mentions, about, at: AT };
  return [...searchWordsOf(analysis), searchKeysOf(articleSpots(read, smallLexicon))];
}

function isFound(query: string, parts: TextParts): boolean {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return holds(keptOf(parts), wordsToFind(parsed.topic.parts, smallLexicon));
}

const isIn = (words: readonly string[], row: readonly string[]): boolean =>
  row.some((_, at) => words.every((word, index) => row[at + index] === word));

/** What a database is asked for, done the long way. */
function holds(rows: SearchWords, all: WordSearch): boolean {
  return all.every((alternatives) =>
    alternatives.some((words) => words.length > 0 && rows.some((row) => isIn(words, row))),
  );
}

test.each<[string, TextParts]>([
  ['Macron Putin call', { title: 'Macron and Putin spoke by phone' }],
  ['Macron Putin call', { title: 'The French president rang Mr Putin', summary: 'They spoke by phone.' }],
  ['Poutine Macron', { title: 'Путин и Макрон поговорили', language: 'ru' }],
  ['Macron Putin call', { title: 'Macron calls on Putin to accept' }],
  ['Macron négociation', { title: 'Macron négocie', summary: 'Les négociations durent.', language: 'fr' }],
  ['"by phone"', { title: 'Spoken by phone' }],
  ['Macron OR harbour', { title: 'The harbours are closed' }],
  [
    'Macron',
    { title: 'A long day', summary: 'A short lead.', text: `${'It rained. '.repeat(300)} Macron said so.` },
  ],
])('“%s” leads to %o', (query, parts) => {
  expect(isFound(query, parts)).toBe(true);
});

test.each<[string, TextParts]>([
  ['Macron Putin call', { title: 'Macron spoke by phone' }],
  ['Macron harbour', { title: 'Macron rests', summary: 'No ship moves.' }],
  ['"phone by"', { title: 'Spoken by phone' }],
])('“%s” does not lead to %o', (query, parts) => {
  expect(isFound(query, parts)).toBe(false);
});

test('a longest article leaves every word and key its own place in PostgreSQL', () => {
  const rows = keptOf({ title: 'Macron and Putin spoke', text: 'One more word of it. '.repeat(10_000) });
  const places = rows.reduce((sum, row) => sum + row.length + 1, 0);
  expect(places).toBeLessThan(16_384);
});

test('a key is one word, and no part of another key', () => {
  const keys = keptOf({ title: 'Macron spoke by phone with Putin' })[2] ?? [];
  expect(keys.filter((key) => /[\s-]/u.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});
