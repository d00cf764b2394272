import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readWatchLines, writeWatchLines } from '#command/admin/watch-lines.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';

const watch = (name: string): Subscription => ({
  id: 'watch' as SubscriptionId,
  workspace: 'workspace' as WorkspaceId,
  channel: 'channel' as ChannelId,
  topic: 'topic' as TopicId,
  name,
  createdAt: '2026-03-02T12:00:00.000Z',
  createdBy: 'Ana',
  isPaused: false,
});
const namesIn = (text: string): readonly string[] => readWatchLines(text).map(({ wish }) => wish.name);

test.each([
  '"a;b" truce',
  'truce; talks',
  '# talks',
  'needs:own-text talks',
  String.raw`back\slash at the end\\`,
  String.raw`\; \\;`,
])('a topic comes back as it was, whatever it holds: %s', (name) => {
  expect(namesIn(writeWatchLines([watch(name), watch('Sylvania call')]))).toEqual([name, 'Sylvania call']);
});

test('any topics come back as they were, from one line as well', () => {
  const name = string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
  assert(
    property(name, name, (one, other) => {
      const text = writeWatchLines([watch(one), watch(other)]);
      expect(namesIn(text)).toEqual([one, other]);
      expect(namesIn(text.replaceAll('\n', ' '))).toEqual([one, other]);
    }),
  );
});
