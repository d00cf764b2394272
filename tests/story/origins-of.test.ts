import { describe, expect, test } from 'vitest';
import { originsByReport, originsOf } from '#story/origins-of.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { factsOf, lexicon, report, says } from './invented-world.ts';

const TERMS = 'bridge river treaty harvest winter ferry';

/** What each report rests on, in their order. */
const told = (...articles: readonly ArticleFacts[]) => {
  const byReport = originsByReport(factsOf(articles), lexicon);
  return articles.map(({ article }) => byReport.get(article.id));
};
const origins = (...articles: readonly ArticleFacts[]) => originsOf(factsOf(articles), lexicon);

const own = report('north', '15:00');
const wire = report('wire', '15:10', { said: [says('norland', 'a good talk')] });

describe('what a report rests on', () => {
  test('is a side for its own text and for whoever attributes it to that side', () => {
    expect(told(own, wire)).toEqual([
      { kind: 'rests-on', origins: [{ kind: 'side', actor: 'north-palace' }] },
      { kind: 'rests-on', origins: [expect.objectContaining({ kind: 'side' })] },
    ]);
    expect(origins(own, wire)).toEqual([{ kind: 'side', actor: 'north-palace' }]);
  });

  test.each([
    'NORTH CITY, 1 July (World Wire) – The bridge was opened.',
    'World Wire — The bridge was opened.',
    'Par World Wire | Le pont a été ouvert.',
  ])('is the wire of the agency line, though a summary stands before the text: %s', (text) => {
    const summary = 'The bridge was opened.';
    expect(told(report('courier', '15:20', { summary, text }))).toEqual([
      { kind: 'rests-on', origins: [{ kind: 'wire', outlet: 'wire', name: 'World Wire' }] },
    ]);
  });

  test('is no wire that is named far down in the text', () => {
    const text = `${'The bridge was opened by the mayor. '.repeat(8)}World Wire had told of it in May.`;
    expect(told(report('courier', '15:20', { summary: 'The bridge was opened.', text }))).toEqual([
      { kind: 'rests-on', origins: [{ kind: 'outlet', outlet: 'courier' }] },
    ]);
  });

  test('is another report where it is the same text, printed again', () => {
    const first = report('courier', '15:20', { terms: TERMS });
    const again = report('echo', '15:40', { terms: TERMS });
    expect(told(first, again)).toEqual([
      { kind: 'rests-on', origins: [{ kind: 'outlet', outlet: 'courier' }] },
      { kind: 'copy', of: first.article.id },
    ]);
    expect(origins(first, again)).toEqual([{ kind: 'outlet', outlet: 'courier' }]);
  });

  test('is told of who cites another report of the story, and counts once', () => {
    const first = report('courier', '15:20');
    const citing = report('echo', '15:40', { summary: 'The bridge was opened, The Courier reports.' });
    expect(told(first, citing)[1]).toEqual({
      kind: 'rests-on',
      origins: [{ kind: 'outlet', outlet: 'courier' }],
    });
    expect(origins(first, citing)).toEqual([{ kind: 'outlet', outlet: 'courier' }]);
  });

  test('is nothing that a denial, or an unverified outlet, would give', () => {
    const denial = report('courier', '15:50', { said: [says('norland', 'no talk', { denies: true })] });
    expect(told(denial, report('finder', '16:00'))).toEqual([{ kind: 'denial' }, { kind: 'unverified' }]);
    expect(origins(denial, report('finder', '16:00'))).toEqual([]);
  });
});
