import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';
import { NOON } from '../delivery/owed.ts';

/** Lets a channel watch so many topics, as if each had been added. */
export async function fill({ ledger, lexicon }: Desk, channel: ChannelRef, topics: number): Promise<void> {
  for (let number = 1; number <= topics; number += 1) {
    const parsed = parseQuery(`bridge lane${number}`, lexicon);
    if (parsed.kind !== 'topic') throw new Error('That is no topic.');
    const topic: Topic = parsed.topic;
    await ledger.topics.save(topic);
    await ledger.subscriptions.add({
      id: subscriptionId(channel.id, topic.id),
      workspace: channel.workspace,
      channel: channel.id,
      topic: topic.id,
      name: topic.written,
      createdAt: NOON.toISOString(),
      createdBy: 'Ana',
      isPaused: false,
    });
  }
}
