import type { WorkspaceId } from '#kernel/id.ts';
import type { Match } from '#match/match.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** The matches that count: news of one workspace meets only what that workspace watches. */
export async function matchesWithin(
  workspace: WorkspaceId | undefined,
  matches: readonly Match[],
  subscriptions: SubscriptionStore,
): Promise<readonly Match[]> {
  if (workspace === undefined || matches.length === 0) return matches;
  const topics = new Set((await subscriptions.listByWorkspace(workspace)).map(({ topic }) => topic));
  return matches.filter(({ topic }) => topics.has(topic));
}
