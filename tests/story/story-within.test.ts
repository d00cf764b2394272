import { describe, expect, test } from 'vitest';
import type { WorkspaceId } from '#kernel/id.ts';
import { accountOf } from '#story/account-of.ts';
import type { Hidden } from '#story/hidden.ts';
import { openStory } from '#story/open-story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { storyWithin } from '#story/story-within.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { factsOf, lexicon, outlets, report, says } from './invented-world.ts';

/* Invented countries, outlets and words: nobody's statement. */
const HERE = 'here' as WorkspaceId;
const first = report('wire', '15:38', { said: [says('norland', 'a good talk')] });
const second = report('courier', '15:50', { said: [says('surland', 'no talk at all')] });

/** Told from these, as it was told before from the same. */
function toldFrom(...articles: readonly ArticleFacts[]): ToldStory {
  const facts = factsOf(articles);
  const account = accountOf(facts, lexicon);
  const story = openStory(first.fingerprint, account);
  const dossier = {
    story,
    articles: articles.map(({ article }) => article),
    statements: articles.flatMap(({ statements }) => statements),
    outlets,
  };
  return { story, before: account, merged: [], dossier, facts: { ...facts, previous: account } };
}

const hide = ({ article }: ArticleFacts, words?: string): Hidden => ({
  workspace: HERE,
  article: article.id,
  ...(words !== undefined && { words }),
  by: 'Ana',
  at: '2026-03-01T16:00:00.000Z',
});

const spokeIn = (told: ToldStory | undefined) =>
  told?.story.account.sides.filter(({ spokeAt }) => spokeAt !== undefined).map(({ side }) => side);

describe('a story for a workspace that hides something of it', () => {
  test('is told from what is left, and counts that alone', () => {
    const within = storyWithin(toldFrom(first, second), [hide(second)], undefined, lexicon);
    expect(spokeIn(within)).toEqual(['norland']);
    expect(within?.story.account).toMatchObject({ outlets: 1, owners: 1 });
    expect(within?.dossier.articles).toEqual([first.article]);
  });

  test('says which words left a side, once', () => {
    const told = toldFrom(first, second);
    const within = storyWithin(told, [hide(second)], undefined, lexicon);
    const corrections = within?.story.account.corrections;
    expect(corrections).toMatchObject([
      { side: 'surland', by: 'workspace', stoodFrom: second.article.seenAt },
    ]);
    const again = storyWithin(told, [hide(second)], within?.story.account, lexicon);
    expect(again?.story.account.corrections).toEqual(corrections);
    expect(again?.before?.corrections).toEqual(corrections);
  });

  test('keeps an article whose words are hidden, and knows the words', () => {
    const within = storyWithin(toldFrom(first, second), [hide(second, 'no talk at all')], undefined, lexicon);
    expect(spokeIn(within)).toEqual(['norland']);
    expect(within?.dossier.articles).toHaveLength(2);
    expect(within?.dossier.hiddenWords).toEqual(['no talk at all']);
  });

  test('has its correction no more where the words count again', () => {
    const told = toldFrom(first, second);
    const both = storyWithin(told, [hide(first), hide(second, 'no talk at all')], undefined, lexicon);
    expect(both?.story.account.corrections).toHaveLength(2);
    const one = storyWithin(told, [hide(first)], both?.story.account, lexicon);
    expect(one?.story.account.corrections.map(({ side }) => side)).toEqual(['norland']);
  });

  test('is none where nothing is left', () => {
    expect(storyWithin(toldFrom(first, second), [hide(first), hide(second)], undefined, lexicon)).toBe(
      undefined,
    );
  });
});
