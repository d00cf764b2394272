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
  'https://news.example/private/f0e1d2c3b4a5968778695a4b3c2d1e0f.xml',
  'https://news.example/2c9d81f0-77ab-4e15-b3c6-90e1f2a3b4c5.atom',
  'https://news.example/private-f0e1d2c3b4a5968778695a4b3c2d1e0f/basic',
  'https://news.example/world.xml;token=open5esame',
  'https://news.example/secret=open5esame/rss',
  'https://news.example/key:7a6b5c4d3e2f10/rss',
  'https://news.example/feed%3Btoken%3Dopen5esame',
  'https://news.example/UmVhZGVyNDJhbmRtb3Jl==/feed.xml',
  'https://news.example/feed?u=ana&h=9e107d9d372bb682',
  'https://news.example/r/x7k2m9q4w1z8/rss',
  'not an address',
])('%s lets in whoever knows it', (address) => {
  expect(holdsKey(address)).toBe(true);
});

test.each([
  'https://news.example/feed',
  'https://news.example/feed?format=xml&lang=en',
  'https://news.example/search?q=harbour+council&hl=en-GB',
  'https://news.example/2026/03/02/harbour-council-names-a-new-master/feed',
  'https://news.example/Harbour-Council-Names-Master-2026/G20/rss.xml',
  'https://news.example/WorldNewsFeedRSS/mp3/20260302.xml',
  'https://news.example/2026-03-02-12-30-00/index.atom',
  'https://news.example/topic:harbour;page=2/rss',
])('%s is for everybody', (address) => {
  expect(holdsKey(address)).toBe(false);
});
