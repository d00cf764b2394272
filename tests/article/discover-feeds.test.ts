import { describe, expect, test } from 'vitest';
import { feedLinksIn } from '#adapters/rss/feed-links.ts';
import { readOpml } from '#adapters/rss/read-opml.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import { type Discovery, discoverFeeds } from '#article/discover-feeds.ts';
import { aWeb, page, rss, type Standing } from '../feed/a-web.ts';

async function discover(typed: string, places: Readonly<Record<string, Standing>>) {
  const { web, asked } = aWeb(places);
  const search = { fetcher: web, parser: rssFeedParser, linksIn: feedLinksIn, readOpml };
  return { discovery: await discoverFeeds(typed, search), asked };
}

const urlsOf = (discovery: Discovery): readonly string[] =>
  discovery.kind === 'found' ? discovery.feeds.map(({ url }) => url) : [];

const declared = (href: string, type = 'application/rss+xml', title = ''): string =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

const FEED = 'https://news.example/world.xml';

describe('looking for feeds at an address', () => {
  test('finds the feed that stands there itself, with what it looks like, in one request', async () => {
    const { discovery, asked } = await discover(FEED, {
      [FEED]: { body: rss('Harbour News', ['Old boats', 'New boats']) },
    });
    expect(discovery).toEqual({
      kind: 'found',
      feeds: [
        {
          url: FEED,
          title: 'Harbour News',
          language: 'en-gb',
          items: 2,
          newestAt: '2026-03-02T01:00:00.000Z',
        },
      ],
    });
    expect(asked).toEqual([FEED]);
  });

  test.each([
    ['a path from the root', '/world.xml', ''],
    ['a path from the page', 'world.xml', ''],
    ['no scheme', '//news.example/world.xml', ''],
    ['a base of the page', 'world.xml', '<base href="https://news.example/">'],
    ['an ampersand written as one', '/world.xml?a=1&amp;b=2', ''],
  ])('follows what a page declares, with %s', async (_what, href, base) => {
    const url = new URL(href.replace('&amp;', '&'), 'https://news.example/').href;
    const { discovery } = await discover('https://news.example/', {
      'https://news.example/': { body: page(`${base}${declared(href)}`) },
      [url]: { body: rss('Harbour News') },
    });
    expect(urlsOf(discovery)).toEqual([url]);
  });

  test('offers each feed of a page once, those of comments last, and none that cannot be read', async () => {
    const { discovery, asked } = await discover('https://news.example/', {
      'https://news.example/': {
        body: page(
          [
            declared('/comments/feed/'),
            declared('/world.xml'),
            declared('/world.xml/'),
            declared('/broken.xml', 'application/atom+xml'),
            declared('/sport.xml'),
            '<link rel="stylesheet" type="text/css" href="/style.xml">',
            declared('/oembed', 'application/json+oembed'),
          ].join(''),
        ),
      },
      'https://news.example/comments/feed/': { body: rss('Comments') },
      'https://news.example/world.xml/': { body: rss('World') },
      'https://news.example/broken.xml': { body: page('') },
      'https://news.example/sport.xml': { body: rss('Sport') },
    });
    expect(urlsOf(discovery)).toEqual([
      'https://news.example/world.xml/',
      'https://news.example/sport.xml',
      'https://news.example/comments/feed/',
    ]);
    expect(asked).not.toContain('https://news.example/oembed');
  });

  test('takes a link whose address ends like a feed where a page declares none', async () => {
    const { discovery } = await discover('https://news.example/', {
      'https://news.example/': { body: page('', '<a href="/about">About</a><a href="/all/rss">RSS</a>') },
      'https://news.example/all/rss': { body: rss('All') },
    });
    expect(urlsOf(discovery)).toEqual(['https://news.example/all/rss']);
  });

  test('looks at the usual places where a page says nothing, and where it is refused', async () => {
    const places = { 'https://news.example/rss.xml': { body: rss('Harbour News') } };
    const silent = await discover('https://news.example/about', {
      ...places,
      'https://news.example/about': { body: page('') },
    });
    expect(urlsOf(silent.discovery)).toEqual(['https://news.example/rss.xml']);
    const refused = await discover('https://news.example/', {
      ...places,
      'https://news.example/': { status: 403 },
    });
    expect(urlsOf(refused.discovery)).toEqual(['https://news.example/rss.xml']);
  });

  test('never asks more than six times, however much a page points to', async () => {
    const many = Array.from({ length: 40 }, (_, index) => declared(`/${index}.xml`)).join('');
    const { discovery, asked } = await discover('https://news.example/', {
      'https://news.example/': { body: page(many) },
    });
    expect(discovery).toMatchObject({ kind: 'nothing', cutShort: { lookedAt: 5 } });
    expect(asked).toHaveLength(6);
  });

  test('says how many of the feeds that a page names were looked at, where not all were', async () => {
    const at = (count: number) => {
      const urls = Array.from({ length: count }, (_, index) => `https://news.example/${index}.xml`);
      return discover('https://news.example/', {
        'https://news.example/': { body: page(urls.map((url) => declared(url)).join('')) },
        ...Object.fromEntries(urls.map((url) => [url, { body: rss(url) }])),
      });
    };
    expect((await at(9)).discovery).toMatchObject({ kind: 'found', cutShort: { named: 9, lookedAt: 5 } });
    expect((await at(5)).discovery).not.toHaveProperty('cutShort');
  });

  test('asks an address that cannot be reached no further, and says what a refused one says', async () => {
    const { discovery, asked } = await discover('https://news.example/', {});
    expect(discovery).toEqual({ kind: 'no-answer', detail: 'The address could not be reached.' });
    expect(asked).toEqual(['https://news.example/']);
  });

  test('tries http where no scheme was given and https does not answer', async () => {
    const { discovery, asked } = await discover('news.example/world.xml', {
      'http://news.example/world.xml': { body: rss('Harbour News') },
    });
    expect(urlsOf(discovery)).toEqual(['http://news.example/world.xml']);
    expect(asked).toEqual([FEED, 'http://news.example/world.xml']);
  });

  test('reads a feed at its new address where it has moved for good', async () => {
    const movedTo = 'https://news.example/new.xml';
    const { discovery } = await discover(FEED, { [FEED]: { body: rss('Harbour News'), movedTo } });
    expect(urlsOf(discovery)).toEqual([movedTo]);
  });

  test.each([
    '',
    'harbour news',
    'localhost',
    '2',
    '0x7f000001',
    'file:///etc/passwd',
    'mailto:a@news.example',
    'javascript:1',
  ])('takes “%s” for no address, and asks nobody', async (typed) => {
    const { discovery, asked } = await discover(typed, {});
    expect(discovery).toEqual({ kind: 'no-address' });
    expect(asked).toEqual([]);
  });

  test.each([
    'feed://news.example/world.xml',
    'feed:https://news.example/world.xml',
    '<https://news.example/world.xml|news>',
    '  https://news.example/world.xml#top ',
  ])('understands %s', async (typed) => {
    const { discovery } = await discover(typed, { [FEED]: { body: rss('Harbour News') } });
    expect(urlsOf(discovery)).toEqual([FEED]);
  });
});
