import type { DeliveryTally } from '#delivery/deliver-due.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Post } from '#delivery/delivery.ts';
import { reachChannel } from '#delivery/reach-channel.ts';
import { MINUTE_MS } from '#kernel/clock.ts';

/** Sends one card; tells whether the platform has taken it. */
type Send = () => Promise<boolean>;
/** Writes down that it was sent, or that it was not. */
type Mark = (state: 'sent' | 'pending') => Promise<void>;

const LIMIT = 50;

/** Delivers cards in an order of our choosing, and looks for nothing: what a program does that trusts its luck. */
export async function deliverInOrder(
  delivering: Delivering,
  order: (send: Send, mark: Mark) => Promise<void>,
): Promise<DeliveryTally> {
  const { deliveries } = delivering.ledger;
  const posts = await deliveries.claimPosts(delivering.clock(), MINUTE_MS, LIMIT);
  for (const post of posts) {
    if (post.message === undefined) await order(sendOf(post, delivering), markOf(post, delivering));
    else await markOf(post, delivering)('sent');
  }
  return { sent: posts.length, waiting: 0, ended: 0, failed: 0 };
}

const sendOf =
  (post: Post, delivering: Delivering): Send =>
  async () => {
    const reach = await reachChannel(post.channel, delivering);
    if (reach.kind !== 'reached') return false;
    const { kind } = await reach.messenger.create(reach.channel, post.card, post.key, post.mention);
    return kind === 'sent';
  };

const markOf =
  (post: Post, { ledger }: Delivering): Mark =>
  async (state) => {
    const shown = state === 'sent' ? post.wanted : 0;
    await ledger.deliveries.savePost({ ...post, state, shown, leaseUntil: undefined });
  };
