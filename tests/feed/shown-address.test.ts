import { describe, expect, test } from 'vitest';
import { shownAddress } from '#feed/shown-address.ts';

describe('an address that is shown', () => {
  test('is host and path, and nothing that may be a secret', () => {
    expect(shownAddress('https://ana:pa55word@news.example:8443/world/rss.xml?key=s3cret#token')).toBe(
      'news.example:8443/world/rss.xml',
    );
  });

  test.each([
    ['a private feed under an id', 'https://news.example/feeds/6f1c2b9e-0d4a-4b7e-9c33-8f5a1e2d7c60/rss'],
    ['a private feed under a key', 'https://news.example/feeds/f3k9q1z8x7w6v5u4t3s2r1/rss'],
    ['a private feed under a key of mixed letters', 'https://news.example/feeds/Ab3-Kd9_Qr7-Zt5_Mn1-Pv/rss'],
  ])('leaves out what looks like a key: %s', (_what, address) => {
    expect(shownAddress(address)).toBe('news.example/feeds/…/rss');
  });

  test.each([
    'f0e1d2c3b4a5968778695a4b3c2d1e0f.xml',
    'private-f0e1d2c3b4a5968778695a4b3c2d1e0f',
    'rss;token=open5esame',
  ])('leaves out a key with something around it: %s', (part) => {
    expect(shownAddress(`https://news.example/feeds/${part}`)).toBe('news.example/feeds/…');
  });

  test('keeps the words of a path, also long ones with a date', () => {
    expect(shownAddress('https://news.example/2026/03/02/harbour-council-names-a-new-master')).toBe(
      'news.example/2026/03/02/harbour-council-names-a-new-master',
    );
  });

  test('is short, and says nothing of what is no address', () => {
    expect(shownAddress(`https://news.example/${'long-'.repeat(40)}`).length).toBeLessThan(80);
    expect(shownAddress('user:password@host')).toBe('…');
    expect(shownAddress('not an address')).toBe('…');
  });
});
