import type { Platform } from '#channel/channel.ts';
import type { MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';
import type { Clock } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';

/** What a channel was sent, by when (milliseconds). */
export type Sent = {
  readonly cards: number[];
  /** Cards that called somebody. */
  readonly pings: number[];
  edits: number;
  lines: number;
  digests: number;
};

/** A platform that takes everything at once, and counts what each channel was sent. */
export function countingMessenger(
  platform: Platform,
  clock: Clock,
): { readonly messenger: Messenger; readonly sent: ReadonlyMap<ChannelId, Sent> } {
  const sent = new Map<ChannelId, Sent>();
  const of = ({ id }: { readonly id: ChannelId }): Sent =>
    sent.getOrInsertComputed(id, () => ({ cards: [], pings: [], edits: 0, lines: 0, digests: 0 }));
  let messages = 0;
  const take = (): Promise<SendOutcome> => {
    messages += 1;
    return Promise.resolve({ kind: 'sent', message: `${messages}` as MessageId });
  };
  const messenger: Messenger = {
    platform,
    create(channel, _card, _key, mention) {
      const { cards, pings } = of(channel);
      cards.push(clock().getTime());
      if (mention !== undefined) pings.push(clock().getTime());
      return take();
    },
    edit(channel, message) {
      of(channel).edits += 1;
      return Promise.resolve({ kind: 'sent', message });
    },
    remove: () => Promise.resolve({ kind: 'removed' }),
    reply(channel) {
      of(channel).lines += 1;
      return take();
    },
    digest(channel) {
      of(channel).digests += 1;
      return take();
    },
    say: () => take(),
    findByKey: () => Promise.resolve({ kind: 'absent' }),
  };
  return { messenger, sent };
}

/** The most that fell into any stretch of so long. `times` in the order in which they came. */
export function mostWithin(times: readonly number[], ms: number): number {
  let first = 0;
  let most = 0;
  for (const [place, time] of times.entries()) {
    while (time - (times[first] ?? time) >= ms) first += 1;
    most = Math.max(most, place - first + 1);
  }
  return most;
}
