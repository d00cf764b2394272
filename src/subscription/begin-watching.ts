import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import type { Topic } from '#topic/topic.ts';
import type { TopicStore } from '#topic/topic-store.ts';

/** The stores that a first start writes. */
type Stores = {
  readonly workspaces: WorkspaceStore;
  readonly topics: TopicStore;
  readonly subscriptions: SubscriptionStore;
};

/**
 * Makes the workspace and its channel known. On the very first start the channel begins to watch the starters; later
 * what its people added and removed stands.
 */
export async function beginWatching(
  { workspace, channel, starters }: { workspace: Workspace; channel: ChannelRef; starters: readonly Topic[] },
  stores: Stores,
  now: Date,
): Promise<void> {
  const isFirstStart = (await stores.workspaces.find(workspace.id)) === undefined;
  await stores.workspaces.save(workspace);
  await stores.workspaces.saveChannel(channel);
  if (!isFirstStart) return;

  for (const topic of starters) {
    await stores.topics.save(topic);
    await stores.subscriptions.add({
      id: subscriptionId(channel.id, topic.id),
      workspace: workspace.id,
      channel: channel.id,
      topic: topic.id,
      name: topic.written,
      createdAt: now.toISOString(),
      createdBy: 'config/topics.yaml',
      isPaused: false,
    });
  }
}
