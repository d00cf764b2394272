import type { View } from '#card/view.ts';
import type { Workspace } from '#channel/channel.ts';
import type { Subscription } from '#subscription/subscription.ts';

/**
 * What one channel reads and may see: its subscriptions to one story act as one, each topic named once; the first that
 * asks for languages says which come first.
 */
export function viewOf(
  workspace: Workspace,
  subscriptions: readonly Pick<Subscription, 'languages' | 'name'>[],
  note?: string,
): View {
  return {
    languages: [
      ...new Set([...subscriptions.flatMap(({ languages = [] }) => languages), ...workspace.languages]),
    ],
    zone: workspace.zone,
    topics: [...new Set(subscriptions.map(({ name }) => name))],
    ...(note !== undefined && { note }),
  };
}
