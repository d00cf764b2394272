import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { storyIdOf } from '#story/open-story.ts';
import { shortNameOf } from '#story/short-name.ts';

test('a short name is R- and four characters that nobody mistakes for others', () => {
  const names = Array.from({ length: 500 }, (_, index) =>
    shortNameOf(storyIdOf(`article ${index}` as ArticleId)),
  );
  expect(names.filter((name) => !/^R-[0-9A-HJKMNP-TV-Z]{4}$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBeGreaterThan(495);
});

test('a longer name begins with the shorter one', () => {
  const story = storyIdOf('some article' as ArticleId);
  expect(shortNameOf(story, 6).startsWith(shortNameOf(story))).toBe(true);
});
