import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { restoreWatch } from '#delivery/restore-watch.ts';
import type { StoryId } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { article, fingerprint, livingStory, match } from '../contracts/sample-records.ts';
import { without } from '../contracts/without.ts';
import { type AChannel, aChannel } from './a-channel.ts';
import { desk as deskChannel } from './owed.ts';

/** An article of this story that met the watch, as the journey keeps it. */
async function meet({ ledger, clock }: AChannel, story: string, { topic }: Subscription): Promise<void> {
  const id = `article of ${story}` as ArticleId;
  const seenAt = clock.now.toISOString();
  await ledger.stories.save(
    without(livingStory({ id: story as StoryId, shortName: story }), 'follows', 'workspace', 'mergedInto'),
  );
  await ledger.articles.save(without(article({ id, isArchive: false, seenAt }), 'workspace'), 'read');
  await ledger.stories.addArticle(story as StoryId, fingerprint(id));
  await ledger.stories.saveMatches([match({ article: id, topic })]);
}

test('a watch comes back as it was, follows its cards again, and its account adds up', async () => {
  await using desk = await aChannel();
  const watch = await desk.watch('talks', { mention: '@duty', needs: 'one-report', isUrgent: true });
  await desk.news({ story: 'A', matching: ['talks'] });
  await meet(desk, 'A', watch);
  await desk.beat();
  await desk.ledger.subscriptions.remove(watch.id);
  await meet(desk, 'B', watch);

  const now = desk.clock.now;
  expect(await desk.ledger.transaction((stores) => restoreWatch(watch, stores, now))).toBe('restored');
  expect(await desk.ledger.subscriptions.listByChannel(deskChannel.id)).toEqual([watch]);
  expect(await desk.account()).toEqual({ joined: 1, muted: 1 });
  expect(await desk.ledger.subscriptions.countUnaccounted()).toBe(0);
  await desk.news({ story: 'A', card: { tone: 'blue' } });
  await desk.at('2026-03-02T11:06:00Z');
  expect(desk.log).toEqual(['#desk News of A', 'edit News of A']);
});

test('a watch that somebody added anew meanwhile stays as they made it', async () => {
  await using desk = await aChannel();
  const watch = await desk.watch('talks', { mention: '@duty' });
  await desk.ledger.subscriptions.remove(watch.id);
  const anew = await desk.watch('talks');
  const now = desk.clock.now;
  expect(await desk.ledger.transaction((stores) => restoreWatch(watch, stores, now))).toBe('already-there');
  expect(await desk.ledger.subscriptions.listByChannel(deskChannel.id)).toEqual([anew]);
});
