import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedId } from '#feed/feed.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** How many subscriptions may get something of these feeds: a workspace's feed counts those of its workspace alone. */
export async function followersOf(
  feeds: readonly FeedId[],
  catalogue: Catalogue,
  subscriptions: SubscriptionStore,
): Promise<number> {
  const workspaces = new Set(feeds.map((id) => catalogue.feed(id)?.workspace));
  if (workspaces.has(undefined)) return subscriptions.count();
  let followers = 0;
  for (const workspace of workspaces) {
    if (workspace !== undefined) followers += (await subscriptions.listByWorkspace(workspace)).length;
  }
  return followers;
}
