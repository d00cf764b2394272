import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk } from '#command/command.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';

/** How many topics a channel may watch beside those that it does, and what is full first: it, or all of its workspace. */
export type Room = { readonly left: number; readonly of: 'channel' | 'workspace'; readonly most: number };

/** The room that a channel has for watches, as its own limit and that of its workspace leave it. */
export async function roomFor(
  { id, workspace }: Pick<ChannelRef, 'id' | 'workspace'>,
  subscriptions: Pick<SubscriptionStore, 'listByChannel' | 'listByWorkspace'>,
  { mostWatches = Number.POSITIVE_INFINITY }: Pick<Desk, 'mostWatches'>,
): Promise<Room> {
  const inChannel = leftOf(MOST_TOPICS, await subscriptions.listByChannel(id));
  const inWorkspace = leftOf(mostWatches, await subscriptions.listByWorkspace(workspace));
  return inWorkspace < inChannel
    ? { left: inWorkspace, of: 'workspace', most: mostWatches }
    : { left: inChannel, of: 'channel', most: MOST_TOPICS };
}

/** Why nothing more can be watched where there is no room. */
export const tellFull = (channel: string, { of, most }: Room, words: ReplyWords): Phrase =>
  of === 'channel' ? words.tooManyTopics(channel, most) : words.tooManyInWorkspace(most);

const leftOf = (most: number, watches: readonly unknown[]): number => Math.max(0, most - watches.length);
