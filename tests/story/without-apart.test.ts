import { expect, test } from 'vitest';
import type { Grouping } from '#story/grouping.ts';
import type { StoryId } from '#story/story.ts';
import { withoutApart } from '#story/without-apart.ts';

const id = (name: string): StoryId => name as StoryId;

/** Joins `nearest`; `byAge` are all that it would make one, the oldest first. */
const joining = (nearest: string, ...byAge: readonly string[]): Grouping => {
  const [story = '', ...merges] = byAge;
  return {
    kind: 'joins',
    story: id(story),
    nearest: id(nearest),
    score: 1,
    because: [],
    merges: merges.map(id),
  };
};

const placed = async (grouping: Grouping, ...apart: readonly string[]) => {
  const areApart = async (one: StoryId, other: StoryId): Promise<boolean> =>
    apart.includes(`${one}${other}`) || apart.includes(`${other}${one}`);
  const placed = await withoutApart(grouping, areApart);
  return placed.kind === 'joins' ? [placed.story, ...placed.merges] : placed.kind;
};

test('what nobody ruled apart becomes one, under the oldest', async () => {
  expect(await placed(joining('b', 'a', 'b', 'c'))).toEqual(['a', 'b', 'c']);
});

test('an article stays with the nearest story, not with an older one that is apart from it', async () => {
  expect(await placed(joining('b', 'a', 'b'), 'ab')).toEqual(['b']);
  expect(await placed(joining('a', 'a', 'b'), 'ab')).toEqual(['a']);
});

test('of two that are apart from each other the older joins the nearest', async () => {
  expect(await placed(joining('c', 'a', 'b', 'c'), 'ab')).toEqual(['a', 'c']);
});

const refuse = async (): Promise<boolean> => {
  throw new Error('asked');
};

test('nothing is asked where nothing would be merged', async () => {
  const alone = joining('a', 'a');
  expect(await withoutApart(alone, refuse)).toBe(alone);
  expect(await withoutApart({ kind: 'opens' }, refuse)).toEqual({ kind: 'opens' });
});
