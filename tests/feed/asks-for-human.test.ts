import { describe, expect, test } from 'vitest';
import { asksForHuman } from '#feed/asks-for-human.ts';

const asks = (text: string): boolean => asksForHuman(new TextEncoder().encode(text));

describe('a page that wants a person', () => {
  test.each([
    '<!DOCTYPE html><html lang="en"><head><title>Just a moment...</title></head></html>',
    '<html><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script></body></html>',
    '<html style="height:100%"><iframe src="/_Incapsula_Resource?SWUDNSAI=31"></iframe></html>',
  ])('is known by its markup: %s', (page) => {
    expect(asks(page)).toBe(true);
  });

  test('is not any page, nor a feed that reports on one', () => {
    expect(asks('<html><head><title>World news</title></head><body>Subscribe</body></html>')).toBe(false);
    expect(asks('<rss><channel><item><title>Just a moment...</title></item></channel></rss>')).toBe(false);
  });
});
