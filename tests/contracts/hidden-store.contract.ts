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
    test('is listed by story, for each workspace apart, in the order in which it was hidden', async () => {
      const { hidden } = await withStory();
      expect([await hidden.hide(whole), await hidden.hide(whole)]).toEqual([true, false]);
      await hidden.hide(words);
      await hidden.hide({ ...whole, workspace: THERE });
      expect(await hidden.listOf(STORY, HERE)).toEqual([words, whole]);
      expect(await hidden.listOf(STORY)).toHaveLength(3);
      expect(await hidden.listOf('story-2' as StoryId)).toEqual([]);
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
      expect(await hidden.listOf(STORY, HERE)).toEqual([]);
    });

    test('goes with its article into another story', async () => {
      const { hidden, stories } = await withStory();
      await hidden.hide(whole);
      await stories.save(livingStory({ id: 'story-2' as StoryId, shortName: 'R-0002' }));
      await stories.addArticle('story-2' as StoryId, fingerprint('a'));
      expect(await hidden.listOf('story-2' as StoryId, HERE)).toEqual([whole]);
      expect(await hidden.listOf(STORY, HERE)).toEqual([]);
    });

    test('gives the story an account of its own for the workspace, until it is forgotten', async () => {
      const { hidden } = await withStory();
      const { account } = livingStory();
      await hidden.saveAccount(HERE, STORY, account);
      await hidden.saveAccount(HERE, STORY, { ...account, outlets: 7 });
      expect(await hidden.findAccount(HERE, STORY)).toEqual({ ...account, outlets: 7 });
      expect(await hidden.findAccount(THERE, STORY)).toBeUndefined();
      await hidden.forgetAccount(HERE, STORY);
      expect(await hidden.findAccount(HERE, STORY)).toBeUndefined();
    });
  });
}
