import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { type ChannelId, idOf } from '#kernel/id.ts';

/** A line for the operator, or for one channel's people, with what can be done about it: said once, found again like any delivery. */
export type Notice = Attempted & {
  readonly channel: ChannelId;
  readonly line: Phrase;
  /** At most three. */
  readonly actions: readonly Action[];
  readonly message?: MessageId;
};

/** What is to be told. The same `about` is told once: it names the thing and its moment. */
export type Tidings = {
  readonly about: string;
  /** Absent: the operator's. */
  readonly channel?: ChannelId;
  readonly line: Phrase;
  readonly actions?: readonly Action[];
};

/** By what a notice of this is known, whenever it was told. */
export const noticeKey = (about: string): DeliveryKey => idOf('notice', about);

/** A notice that is due now. */
export const newNotice = (
  { about, channel = OPERATOR_CHANNEL, line, actions = [] }: Tidings,
  now: Date,
): Notice => ({
  key: noticeKey(about),
  channel,
  line,
  actions,
  state: 'pending',
  plannedAt: now.toISOString(),
  dueAt: now.toISOString(),
  attempts: 0,
});
