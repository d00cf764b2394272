import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { FeedId } from '#feed/feed.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { article, channel, post, story, workspace } from './sample-records.ts';

const old = '2025-11-01T09:00:00.000Z';
const young = '2026-03-01T09:00:00.000Z';
const between = new Date('2026-01-01T00:00:00Z');
const feed = 'feed-1' as FeedId;

const at = (id: string, when: string) =>
  article({ id: id as ArticleId, link: `https://a.example/${id}`, publishedAt: when, seenAt: when });

/** What whatever forgets promises. */
export function describeForgetting(open: () => Promise<Ledger>): void {
  describe('forgetting', () => {
    test('texts go, titles stay, and what is younger is left alone; a pass goes on where it was', async () => {
      const { articles, forgetting } = await open();
      await articles.save(at('a1', old), 'read');
      await articles.save(at('a2', '2025-11-02T09:00:00.000Z'), 'read');
      await articles.save(at('a3', young), 'read');
      const first = await forgetting.forgetTexts(between, 1);
      expect(first).toEqual({ texts: 1, next: old });
      expect(await forgetting.forgetTexts(between, 10, first.next)).toEqual({ texts: 1 });
      const [a1, , a3] = await articles.findMany(['a1', 'a2', 'a3'] as ArticleId[]);
      expect(a1).toMatchObject({ title: at('a1', old).title });
      expect(a1?.text).toBeUndefined();
      expect(a1?.summary).toBeUndefined();
      expect(a3?.text).toBe(at('a3', young).text);
    });

    test('articles go a few at a time', async () => {
      const { articles, forgetting } = await open();
      for (const id of ['a1', 'a2', 'a3']) await articles.save(at(id, old), 'read');
      await articles.save(at('a4', young), 'read');
      expect(await forgetting.forgetArticles(between, 2)).toBe(2);
      expect(await forgetting.forgetArticles(between, 2)).toBe(1);
      expect(await forgetting.forgetArticles(between, 2)).toBe(0);
      expect((await articles.count()).articles).toBe(1);
    });

    test('a story goes with what was posted of it', async () => {
      const { stories, deliveries, workspaces, forgetting } = await open();
      await workspaces.save(workspace());
      await workspaces.saveChannel(channel());
      await stories.save(story({ id: 's1' as StoryId, lastArticleAt: old }));
      await deliveries.savePost(post({ story: 's1' as StoryId }));
      expect(await forgetting.forgetStories(between, 10)).toBe(1);
      expect(await stories.find('s1' as StoryId)).toBeUndefined();
      expect(await deliveries.postsOf('s1' as StoryId)).toEqual([]);
    });

    test('keys go when they were not seen for long, but never those of the document that was read last', async () => {
      const { articles, forgetting } = await open();
      const gone = { feed, key: 'gone', article: 'a1' as ArticleId };
      const there = { feed, key: 'there', article: 'a2' as ArticleId };
      await articles.remember([gone], new Date(old));
      await articles.remember([there], new Date('2025-12-20T00:00:00Z'));
      expect(await forgetting.forgetSeenKeys(feed, between)).toBe(1);
      expect(await forgetting.forgetSeenKeys(feed, between)).toBe(0);
    });

    test('a workspace that was left goes whole after its time, and not one that came back', async () => {
      const { workspaces, forgetting } = await open();
      const other = 'workspace-2' as WorkspaceId;
      await workspaces.save(workspace());
      await workspaces.saveChannel(channel());
      await workspaces.save(workspace({ id: other }));
      expect(await workspaces.setLeft(workspace().id, new Date(old))).toBe(true);
      expect(await workspaces.setLeft(workspace().id, between)).toBe(false);
      await workspaces.setLeft(other, new Date(old));
      expect(await workspaces.setLeft(other, undefined)).toBe(true);
      expect(await forgetting.forgetWorkspaces(between, 10)).toBe(1);
      expect(await forgetting.forgetWorkspaces(between, 10)).toBe(0);
      expect(await workspaces.find(workspace().id)).toBeUndefined();
      expect(await workspaces.findChannel('channel-1' as ChannelId)).toBeUndefined();
      expect(await workspaces.find(other)).toBeDefined();
    });
  });
}
