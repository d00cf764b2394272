import { expect, test } from 'vitest';
import type { Article, ArticleId } from '#article/article.ts';
import type { PageText } from '#article/page-reader.ts';
import { withFullText } from '#article/with-full-text.ts';
import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';

const article: Article = {
  id: 'article' as ArticleId,
  feed: 'feed' as FeedId,
  outlet: 'palace' as OutletId,
  link: 'https://palace.example/1',
  title: 'Freedonia and Sylvania speak on fishing',
  summary: 'The two leaders spoke by phone.',
  isFullText: false,
  seenAt: '2026-03-02T12:00:00.000Z',
  edition: 1,
  isArchive: false,
};
const WHOLE =
  'The leaders of Freedonia and Sylvania spoke by phone on Monday, for an hour. They spoke on fishing, and agreed to speak again.';

const read = (text: string, title?: string): PageText => ({
  kind: 'read',
  text,
  ...(title !== undefined && { title }),
});
const whole = (page: PageText, changes: Partial<Article> = {}): Promise<Article> =>
  withFullText({ ...article, ...changes }, { read: async () => page });

test('the text of the page is the article’s, where it is longer and has the words of its title', async () => {
  expect(await whole(read(WHOLE))).toEqual({ ...article, text: WHOLE, isFullText: true });
});

test('the title of the page counts as well', async () => {
  const text = 'They spoke by phone for an hour on Monday, and agreed to do so again in spring.';
  expect((await whole(read(text))).isFullText).toBe(false);
  expect((await whole(read(text, article.title))).isFullText).toBe(true);
});

test.each([
  ['could not be read', { kind: 'failed', detail: 'It answered with status 403.' } as const, {}],
  ['asks for cookies', read(`We value your privacy. ${'Choose which cookies we may store. '.repeat(9)}`), {}],
  ['is hardly longer than the summary', read('Freedonia and Sylvania speak on fishing, by phone.'), {}],
  ['is shorter than what the feed gave', read(WHOLE), { text: `${WHOLE} ${WHOLE}` }],
])('a page that %s changes nothing', async (_what, page, changes) => {
  expect(await whole(page, changes)).toEqual({ ...article, ...changes });
});

test('an article without a link asks for no page', async () => {
  const { link: _, ...unlinked } = article;
  const pages = { read: () => Promise.reject(new Error('nothing to ask for')) };
  expect(await withFullText(unlinked, pages)).toEqual(unlinked);
});
