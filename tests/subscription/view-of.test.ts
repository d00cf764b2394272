import { expect, test } from 'vitest';
import type { Workspace } from '#channel/channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { mentionOf } from '#subscription/mention-of.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { viewOf } from '#subscription/view-of.ts';
import type { TopicId } from '#topic/topic.ts';

const newsroom: Workspace = {
  id: 'newsroom' as WorkspaceId,
  platform: 'terminal',
  name: 'Newsroom',
  languages: ['fr', 'en'],
  zone: 'Europe/Paris',
};
const desk = 'desk' as ChannelId;

const watching = (name: string, mention?: string): Subscription => ({
  id: subscriptionId(desk, name as TopicId),
  workspace: newsroom.id,
  channel: desk,
  topic: name as TopicId,
  name,
  createdAt: '2026-03-02T12:00:00.000Z',
  createdBy: 'ana',
  isPaused: false,
  ...(mention !== undefined && { mention }),
});

test('a channel reads in its workspace’s languages and zone, and knows each topic once', () => {
  const view = viewOf(newsroom, [watching('talks'), watching('truce'), watching('talks')], 'a note');
  expect(view).toEqual({
    languages: ['fr', 'en'],
    zone: 'Europe/Paris',
    topics: ['talks', 'truce'],
    note: 'a note',
  });
});

test('several subscriptions to one story mention each role once', () => {
  expect(
    mentionOf([watching('a', '@night'), watching('b'), watching('c', '@night'), watching('d', '@eu')]),
  ).toBe('@night @eu');
  expect(mentionOf([watching('a')])).toBeUndefined();
});

test('a channel watches a topic once', () => {
  const talks = 'talks' as TopicId;
  expect(subscriptionId(desk, talks)).toBe(subscriptionId(desk, talks));
  expect(subscriptionId('night' as ChannelId, talks)).not.toBe(subscriptionId(desk, talks));
});

test('the languages that a watch asks for come before those of the workspace', () => {
  const ukrainian = { ...watching('truce'), languages: ['uk', 'en'] };
  expect(viewOf(newsroom, [watching('talks'), ukrainian]).languages).toEqual(['uk', 'en', 'fr']);
});
