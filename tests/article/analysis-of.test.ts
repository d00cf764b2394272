import { expect, test } from 'vitest';
import { analysisOf } from '#article/analysis-of.ts';
import type { Article } from '#article/article.ts';

const article = {
  id: 'one',
  feed: 'feed',
  outlet: 'herald',
  title: 'Ferry capsizes off Lindholm',
  isFullText: false,
  seenAt: '2026-01-15T12:00:00.000Z',
  edition: 1,
  isArchive: false,
} as Article;

test('an article is read once, a changed one anew', () => {
  const asked: string[] = [];
  const detect = (text: string): string => {
    asked.push(text);
    return 'en';
  };
  const analysis = analysisOf(article, detect);
  expect(analysis).toMatchObject({ language: 'en', passages: [{ place: 'title', text: article.title }] });
  expect(analysisOf(article, detect)).toBe(analysis);
  expect(asked).toHaveLength(1);

  const changed = { ...article, title: 'Ferry Halvarsen capsizes off Lindholm', edition: 2 };
  expect(analysisOf(changed, detect).passages[0]?.text).toBe(changed.title);
  expect(asked).toHaveLength(2);
});
