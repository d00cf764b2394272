import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Post } from '#delivery/delivery.ts';
import { isKeptFor, keepUp, takeUp } from '#delivery/keep-up.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';
import { livingStory, subscription, workspace } from '../contracts/sample-records.ts';
import { aPost, desk, NOON, talks } from './owed.ts';

const watch = subscription({
  id: 'talks' as SubscriptionId,
  workspace: desk.workspace,
  channel: desk.id,
  topic: 'topic of talks' as TopicId,
  name: 'talks',
});

async function withPost(differing: Partial<Post>) {
  const database = await openSqliteLedger({ file: ':memory:' });
  const { workspaces, topics, subscriptions, deliveries, stories } = database.ledger;
  await workspaces.save(workspace({ id: desk.workspace }));
  await workspaces.saveChannel(desk);
  await topics.save({
    id: watch.topic,
    canonical: 'talks',
    written: 'talks',
    parts: [],
    excluded: [],
    restrictions: [],
  });
  await subscriptions.add(watch);
  await stories.save(livingStory({ id: talks }));
  await deliveries.savePost(aPost(differing));
  return database;
}

test('a card that may stand, though nobody knows yet, is kept up as one that does', async () => {
  await using database = await withPost({ state: 'unknown' });
  await database.ledger.transaction((stores) => keepUp(watch, [talks], stores, NOON));
  const post = await database.ledger.deliveries.findPost(desk.id, talks);
  expect(post && isKeptFor(post, watch)).toBe(true);
});

test('a watch that comes back also takes up what it left behind under a Readout that kept only its name', async () => {
  const standing = { state: 'sent', shown: 1, message: 'm' as never } as const;
  await using database = await withPost({ ...standing, keptFor: [{ topic: '' as TopicId, name: 'talks' }] });
  const taken = await database.ledger.transaction((stores) => takeUp(watch, stores, NOON));
  expect(taken).toEqual([talks]);
  expect(await database.ledger.deliveries.findPost(desk.id, talks)).not.toHaveProperty('keptFor');
});
