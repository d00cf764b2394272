import { expect, test } from 'vitest';
import { holdsKey } from '#feed/holds-key.ts';

test.each([
  'https://ana@news.example/feed',
  'https://ana:pa55@news.example/feed',
  'https://news.example/feed?key=abc',
  'https://news.example/feed?x=1&auth_token=abc',
  'https://news.example/feed?user=7&hash=00ff',
  'https://news.example/feed?f=f3k9q1z8x7w6v5u4t3s2r1',
  'https://news.example/private/f3k9q1z8x7w6v5u4t3s2r1/rss',
  'not an address',
])('%s lets in whoever knows it', (address) => {
  expect(holdsKey(address)).toBe(true);
});

test.each([
  'https://news.example/feed',
  'https://news.example/feed?format=xml&lang=en',
  'https://news.example/search?q=harbour+council&hl=en-GB',
  'https://news.example/2026/03/02/harbour-council-names-a-new-master/feed',
])('%s is for everybody', (address) => {
  expect(holdsKey(address)).toBe(false);
});
