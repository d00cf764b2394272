import type { LinkedMessage } from '#channel/message-of-link.ts';
import type { Ask, Desk } from '#command/command.ts';
import type { Post } from '#delivery/delivery.ts';

/** The card of this channel that a link leads to, or to a line about it, or why there is none. */
export type LinkedPost =
  | { readonly kind: 'here'; readonly post: Post }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'elsewhere' };

/**
 * Looks in this channel alone: who is here need not be let in elsewhere. The thread of a card, and on Discord a post of a
 * forum, are linked to by the id of the card's own message.
 */
export async function linkedPost(
  { address, message }: LinkedMessage,
  { channel }: Pick<Ask, 'channel'>,
  { ledger }: Pick<Desk, 'ledger'>,
): Promise<LinkedPost> {
  const post = await ledger.deliveries.findPostByMessage(channel.id, message);
  const isHere = address === channel.address || (post !== undefined && post.message === address);
  if (!isHere) return { kind: 'elsewhere' };
  return post === undefined ? { kind: 'unknown' } : { kind: 'here', post };
}
