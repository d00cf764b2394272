import { expect, test } from 'vitest';
import { canonicalLink } from '#article/canonical-link.ts';

test.each([
  ['http and https', 'http://News.Example/a', 'https://news.example/a'],
  ['a trailing slash', 'https://news.example/a/', 'https://news.example/a'],
  ['a fragment', 'https://news.example/a#top', 'https://news.example/a'],
  [
    'tracking parameters',
    'https://news.example/a?utm_source=rss&id=7&fbclid=x',
    'https://news.example/a?id=7',
  ],
  ['the order of parameters', 'https://news.example/a?b=2&a=1', 'https://news.example/a?a=1&b=2'],
  ['the usual port', 'https://news.example:443/a', 'https://news.example/a'],
])('%s makes no other article', (_what, one, other) => {
  expect(canonicalLink(one)).toBe(canonicalLink(other));
});

test.each([
  ['https://news.example/a', 'https://news.example/b'],
  ['https://news.example/?id=1', 'https://news.example/?id=2'],
  ['https://news.example/a', 'https://other.example/a'],
  ['https://news.example/a', 'https://news.example:8443/a'],
])('%s and %s stay two', (one, other) => {
  expect(canonicalLink(one)).not.toBe(canonicalLink(other));
});

test('what it gives, it gives back unchanged', () => {
  const once = canonicalLink('http://news.example/a%20b/?z=1&y=é&utm_medium=x#f') ?? '';
  expect(canonicalLink(once)).toBe(once);
});

test('only web addresses have one', () => {
  expect(canonicalLink('tag:news.example,2026:1')).toBeUndefined();
  expect(canonicalLink('javascript:alert(1)')).toBeUndefined();
});
