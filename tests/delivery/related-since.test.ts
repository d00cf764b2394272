import { expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { StoryId } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { article, fingerprint, livingStory, match } from '../contracts/sample-records.ts';
import { without } from '../contracts/without.ts';
import { type AChannel, aChannel } from './a-channel.ts';

const daily = { digest: { days: 'daily', at: '08:00' }, digestSince: '2026-03-02T11:00:00.000Z' } as const;

/** A report that names what the topic names, without the event. */
async function name({ ledger, clock }: AChannel, story: string, { topic }: Subscription): Promise<void> {
  const id = `article of ${story}` as ArticleId;
  const seenAt = clock.now.toISOString();
  await ledger.stories.save(
    without(livingStory({ id: story as StoryId, shortName: story }), 'follows', 'workspace', 'mergedInto'),
  );
  const news = article({ id, title: `Names of ${story}`, isArchive: false, seenAt });
  await ledger.articles.save(without(news, 'workspace'), 'read');
  await ledger.stories.addArticle(story as StoryId, fingerprint(id));
  await ledger.stories.saveMatches([match({ article: id, topic, tier: 'related' })]);
}

test('a digest that wants it names stories without the event, once, and they come as no card', async () => {
  await using desk = await aChannel();
  const watch = await desk.watch('talks', { ...daily, digestsRelated: true });
  await name(desk, 'R', watch);
  await desk.beat();
  expect(desk.log).toEqual([]);
  await desk.at('2026-03-03T07:00:00Z');
  expect(desk.log).toEqual([
    expect.stringMatching(/^#desk digest: Nothing found on 1 topic.*\[Names of R\]$/),
  ]);
  await desk.at('2026-03-04T07:00:00Z');
  expect(desk.log[1]).toMatch(/^#desk digest: Nothing found on 1 topic/);
  expect(desk.log[1]).not.toContain('Names of R');
  expect(await desk.account()).toEqual({});
});

test('any other digest names none, nor what has a card here already', async () => {
  await using desk = await aChannel();
  const plain = await desk.watch('vote', daily);
  const watch = await desk.watch('talks', { ...daily, digestsRelated: true });
  await desk.watch('crisis');
  await name(desk, 'P', plain);
  await desk.news({ story: 'C', matching: ['crisis'] });
  await name(desk, 'C', watch);
  await desk.beat();
  await desk.at('2026-03-03T07:00:00Z');
  expect(desk.log).toHaveLength(2);
  expect(desk.log[1]).not.toContain('Names of');
});
