import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { Item } from '#article/item.ts';
import { type Circumstances, toArticle } from '#article/to-article.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';

const FEED: Feed = {
  id: 'feed-1' as FeedId,
  url: 'https://news.example/feed',
  outlet: 'example' as OutletId,
  language: 'fr',
};
const NOW = new Date('2026-03-02T10:00:00Z');
const CIRCUMSTANCES: Circumstances = { id: 'a-1' as ArticleId, feed: FEED, now: NOW, isFirstVisit: false };
const ITEM: Item = { title: 'Envoys meet', published: '2026-03-02T09:00:00.000Z' };

describe('an article', () => {
  test('is archive when it is older than two days', () => {
    expect(toArticle({ ...ITEM, published: '2026-02-28T09:59:59.000Z' }, CIRCUMSTANCES).isArchive).toBe(true);
    expect(toArticle({ ...ITEM, published: '2026-02-28T10:00:00.000Z' }, CIRCUMSTANCES).isArchive).toBe(
      false,
    );
  });

  test('without a date is not archive, unless it came with the first visit', () => {
    expect(toArticle({ title: 'Envoys meet' }, CIRCUMSTANCES).isArchive).toBe(false);
    expect(toArticle({ title: 'Envoys meet' }, { ...CIRCUMSTANCES, isFirstVisit: true }).isArchive).toBe(
      true,
    );
  });

  test('is never dated after it was seen', () => {
    const article = toArticle({ ...ITEM, published: '2026-03-02T10:04:00.000Z' }, CIRCUMSTANCES);
    expect(article.publishedAt).toBe(article.seenAt);
  });

  test('is in the language of the item, else of the feed', () => {
    expect(toArticle({ ...ITEM, language: 'de-AT' }, CIRCUMSTANCES).language).toBe('de');
    expect(toArticle(ITEM, CIRCUMSTANCES).language).toBe('fr');
  });

  test('without a headline takes its first line', () => {
    expect(toArticle({ summary: 'A short note.\nMore of it.' }, CIRCUMSTANCES).title).toBe('A short note.');
  });

  test('says whose report it is, by the word of an aggregator that a workspace reads', () => {
    const own = { ...CIRCUMSTANCES, feed: { ...FEED, workspace: 'desk' as WorkspaceId } };
    expect(toArticle({ ...ITEM, outletName: ' World Wire ' }, own).outletName).toBe('World Wire');
    expect(toArticle(ITEM, own).outletName).toBeUndefined();
  });

  test('of an outlet of everyone is another’s only where the item leads away from its site', () => {
    const item = { ...ITEM, link: 'https://www.news.example/1', outletName: 'News of the North' };
    const named = (outletLink?: string) =>
      toArticle({ ...item, ...(outletLink !== undefined && { outletLink }) }, CIRCUMSTANCES).outletName;
    expect(named('https://news.example/north/feed')).toBeUndefined();
    expect(named()).toBeUndefined();
    expect(named('https://north.example/')).toBe('News of the North');
  });

  test('claims no silence from what a feed gives', () => {
    expect(toArticle({ ...ITEM, text: 'All there is in the feed.' }, CIRCUMSTANCES).isFullText).toBe(false);
  });
});

describe('a new edition', () => {
  const earlier = toArticle(ITEM, { ...CIRCUMSTANCES, isFirstVisit: true });
  const later = { ...CIRCUMSTANCES, now: new Date('2026-03-02T12:00:00Z'), earlier };

  test('counts on and keeps when its article was published and first seen', () => {
    const edition = toArticle({ ...ITEM, title: 'Envoys met', published: '2026-03-02T11:59:00.000Z' }, later);
    expect(edition).toMatchObject({
      title: 'Envoys met',
      edition: 2,
      publishedAt: '2026-03-02T09:00:00.000Z',
      seenAt: '2026-03-02T10:00:00.000Z',
    });
  });

  test('of an archived article is archive', () => {
    expect(toArticle(ITEM, later).isArchive).toBe(true);
  });
});
