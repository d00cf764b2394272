import type { Subscription } from '#subscription/subscription.ts';

/** Who is to be mentioned when these subscriptions of one channel meet one story: each role once, or nobody. */
export function mentionOf(subscriptions: readonly Subscription[]): string | undefined {
  const mentions = new Set(subscriptions.flatMap(({ mention }) => (mention === undefined ? [] : [mention])));
  return mentions.size === 0 ? undefined : [...mentions].join(' ');
}
