import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { Hidden } from '#story/hidden.ts';
import type { StoryId } from '#story/story.ts';
import { article, at, fingerprint, livingStory, workspace } from './sample-records.ts';

const HERE = 'workspace-1' as WorkspaceId;
const THERE = 'workspace-2' as WorkspaceId;
const STORY = 'story-1' as StoryId;
const BOTH = ['a', 'b'] as ArticleId[];
const whole: Hidden = { workspace: HERE, article: 'a' as ArticleId, by: 'Ana', at: at('09:00') };
const words: Hidden = { ...whole, article: 'b' as ArticleId, words: 'We agreed.', at: at('08:00') };

/** What every store of what workspaces hide promises. */
export function describeHiddenStore(open: () => Promise<Ledger>): void {
  async function withStory(): Promise<Ledger> {
    const ledger = await open();
    for (const id of [HERE, THERE]) await ledger.workspaces.save({ ...workspace(), id });
    await ledger.stories.save(livingStory({ id: STORY }));
    for (const name of ['a', 'b']) {
      await ledger.articles.save(article({ id: name as ArticleId }), 'read');
      await ledger.stories.addArticle(STORY, fingerprint(name));
    }
    return ledger;
  }

  describe('what workspaces hide', () => {
    test('is listed by article, for each workspace apart, in the order in which it was hidden', async () => {
      const { hidden } = await withStory();
      expect([await hidden.hide(whole), await hidden.hide(whole)]).toEqual([true, false]);
      await hidden.hide(words);
      await hidden.hide({ ...whole, workspace: THERE });
      expect(await hidden.listIn(BOTH, HERE)).toEqual([words, whole]);
      expect(await hidden.listIn(BOTH)).toHaveLength(3);
      expect(await hidden.listIn([words.article])).toEqual([words]);
      expect(await hidden.listIn([])).toEqual([]);
    });

    test('is shown again by itself: an article is not its words', async () => {
      const { hidden } = await withStory();
      await hidden.hide(words);
      const { words: _, ...itsArticle } = words;
      expect([await hidden.show(itsArticle), await hidden.show(words), await hidden.show(words)]).toEqual([
        false,
        true,
        false,
      ]);
      expect(await hidden.listIn(BOTH, HERE)).toEqual([]);
    });

    test('is over for whole articles that are told elsewhere now, not for words', async () => {
      const { hidden } = await withStory();
      const wordsOfIt = { ...whole, words: 'We agreed.' };
      for (const one of [whole, wordsOfIt, { ...whole, workspace: THERE }]) await hidden.hide(one);
      await hidden.showArticles(BOTH);
      expect(await hidden.listIn(BOTH)).toEqual([wordsOfIt]);
    });

    test('gives the story an account of its own for the workspace, until it is forgotten', async () => {
      const { hidden } = await withStory();
      const { account } = livingStory();
      await hidden.saveAccount(HERE, STORY, account);
      await hidden.saveAccount(HERE, STORY, { ...account, outlets: 7 });
      expect(await hidden.findAccount(HERE, STORY)).toEqual({ ...account, outlets: 7 });
      expect(await hidden.findAccount(THERE, STORY)).toBeUndefined();
      await hidden.saveAccount(THERE, STORY, account);
      await hidden.forgetAccounts(STORY, HERE);
      expect(await hidden.findAccount(HERE, STORY)).toBeUndefined();
      expect(await hidden.findAccount(THERE, STORY)).toEqual(account);
      await hidden.forgetAccounts(STORY);
      expect(await hidden.findAccount(THERE, STORY)).toBeUndefined();
    });
  });
}
