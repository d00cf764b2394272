import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { analyse } from '#language/analyse.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { meetPartly } from '#match/meet-partly.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

/** How far a title goes towards a topic. */
function met(query: string, title: string) {
  const parsed = parseQuery(query, smallLexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  const at = new Date('2026-03-02T12:00:00Z');
  const analysis = analyse({ title, language: 'en' }, () => 'en');
  const mentions = findMentions(analysis, smallLexicon, at);
  const about = { outletName: 'World Wire', kind: 'wire' as const };
  return meetPartly(parsed.topic, { article: 'a' as ArticleId, analysis, mentions, about, at }, smallLexicon);
}

test('words that look like the event and are none are told, with what follows them', () => {
  const { missing, lookalikes } = met(
    'Macron Putin call',
    'Macron and Starmer call on Putin to accept a truce',
  );
  expect(missing.map(({ written }) => written)).toEqual(['call']);
  expect(lookalikes).toEqual([
    { part: 'call', found: 'call on Putin to accept', where: 'title', sentence: 0 },
  ]);
});

test('where nothing looks like the event, nothing is told to', () => {
  expect(met('Macron Putin call', 'Macron and Putin dine').lookalikes).toEqual([]);
  expect(met('Iran football', 'Iran plays').lookalikes).toEqual([]);
});

test.each([
  ['Macron Putin call', "Putin's envoy phoned Macron", 'not-in-person', "Putin's"],
  ['Macron Putin call', 'Macron spoke by phone with Starmer about Putin', 'of-others', 'spoke by phone'],
  ['Macron Putin call', 'Three years ago Macron phoned Putin', 'past', 'phoned'],
  ['Putin threatens Iran', 'Iran threatened Putin', 'reversed', 'threatened'],
])('for %s, “%s” does not count: %s', (query, title, why, found) => {
  const { missing, discounts } = met(query, title);
  expect(missing).toEqual([]);
  expect(discounts).toEqual([{ why, evidence: expect.objectContaining({ found }) as unknown }]);
});

test('plain words are missing only where too few of them stand there', () => {
  const written = (title: string) =>
    met('Macron Putin call grain corridor', title).missing.map((part) => part.written);
  expect(written('Macron phoned Putin about grain')).toEqual([]);
  expect(written('Macron phoned Putin about football')).toEqual(['grain', 'corridor']);
});

test('a topic that leaves words out is not met by weak ones either', () => {
  expect(met('Macron Putin -call', 'Macron spoke of Putin').excluded).toMatchObject([{ found: 'spoke' }]);
});
