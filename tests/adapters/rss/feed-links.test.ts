import { describe, expect, test } from 'vitest';
import { feedLinksIn } from '#adapters/rss/feed-links.ts';

const linksIn = (html: string) =>
  feedLinksIn({ bytes: new TextEncoder().encode(html), url: 'https://news.example/world/' });
const urlsIn = (html: string): readonly string[] => linksIn(html).map(({ url }) => url);

describe('feeds that a page points to', () => {
  test.each([
    '<link rel="alternate" type="application/rss+xml" title="World" href="/f">',
    "<LINK TYPE='application/atom+xml; charset=utf-8' REL='home ALTERNATE' TITLE=World HREF=/f>",
    '<link rel=alternate type=application/feed+json title=World href=/f />',
    '<link rel="feed" title="World" href="../f">',
  ])('are those it declares: %s', (link) => {
    expect(linksIn(`<head>${link}</head>`)).toEqual([{ url: 'https://news.example/f', title: 'World' }]);
  });

  test.each([
    '<link rel="stylesheet" type="application/rss+xml" href="/f">',
    '<link rel="alternate" type="text/html" hreflang="fr" href="/fr">',
    '<link rel="alternate" type="application/json+oembed" href="/o">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<link rel="alternate" type="application/rss+xml" href="http://[broken">',
    '<!-- <link rel="alternate" type="application/rss+xml" href="/f"> -->',
    '<script>"<link rel=alternate type=application/rss+xml href=/f>"</script>',
    '<a href="/feedback">Feedback</a>',
  ])('are no others: %s', (html) => {
    expect(linksIn(html)).toEqual([]);
  });

  test('come with the likeliest first, and those of comments last', () => {
    expect(
      urlsIn(`<link rel="alternate" type="application/rss+xml" href="/comments/feed">
        <a href="/all.rss">RSS</a>
        <link rel="alternate" type="application/json" href="/wp-json/1">
        <link rel="alternate" type="application/rss+xml" href="/feed">`),
    ).toEqual([
      'https://news.example/feed',
      'https://news.example/wp-json/1',
      'https://news.example/all.rss',
      'https://news.example/comments/feed',
    ]);
  });

  test.each([
    ['open tags', '<div>'.repeat(200_000)],
    ['open paragraphs', '<p><b>'.repeat(150_000)],
    ['links', '<a href=/x.rss>'.repeat(60_000)],
    ['open comments', '<!--'.repeat(200_000)],
  ])('are looked for without end in no page of nothing but %s', (_what, html) => {
    const before = performance.now();
    expect(linksIn(html).length).toBeLessThanOrEqual(200);
    // It took a quarter of a minute before depth had a limit.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
