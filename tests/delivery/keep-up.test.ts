import { expect, test } from 'vitest';
import type { Post } from '#delivery/delivery.ts';
import { isKeptFor, keepUp, takeUp } from '#delivery/keep-up.ts';
import type { TopicId } from '#topic/topic.ts';
import { livingStory } from '../contracts/sample-records.ts';
import { aChannel } from './a-channel.ts';
import { aPost, desk, NOON, talks } from './owed.ts';

/** A watch, and the post of a story in its channel. */
async function withPost(differing: Partial<Post>) {
  const channel = await aChannel();
  const { stories, deliveries } = channel.ledger;
  const watch = await channel.watch('talks');
  await stories.save(livingStory({ id: talks }));
  await deliveries.savePost(aPost(differing));
  const post = () => deliveries.findPost(desk.id, talks);
  return { ...channel, watch, post };
}

test('a card that may stand, though nobody knows yet, is kept up as one that does', async () => {
  await using at = await withPost({ state: 'unknown' });
  await at.ledger.transaction((stores) => keepUp(at.watch, [talks], stores, NOON));
  const post = await at.post();
  expect(post && isKeptFor(post, at.watch)).toBe(true);
});

test('a watch that comes back also takes up what it left behind under a Readout that kept only its name', async () => {
  const standing = { state: 'sent', shown: 1, message: 'm' as never } as const;
  await using at = await withPost({ ...standing, keptFor: [{ topic: '' as TopicId, name: 'talks' }] });
  const taken = await at.ledger.transaction((stores) => takeUp(at.watch, stores, NOON));
  expect(taken).toEqual([talks]);
  expect(await at.post()).not.toHaveProperty('keptFor');
});
