import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { storyIdOf } from '#story/open-story.ts';
import { freeShortName, shortNameOf } from '#story/short-name.ts';

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

test('a name that another story has is lengthened until it is free', async () => {
  const story = storyIdOf('some article' as ArticleId);
  const taken = [shortNameOf(story), shortNameOf(story, 5)];
  expect(await freeShortName(story, async () => false)).toBe(shortNameOf(story));
  expect(await freeShortName(story, async (name) => taken.includes(name))).toBe(shortNameOf(story, 6));
});

test('a story whose every name is taken is a fault', async () => {
  const story = storyIdOf('some article' as ArticleId);
  await expect(freeShortName(story, async () => true)).rejects.toThrow(/taken/);
});
