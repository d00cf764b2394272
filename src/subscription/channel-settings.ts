import type { WhenUncertain } from '#channel/channel.ts';
import type { ChannelId } from '#kernel/id.ts';

/** Hours in which a channel is left alone, hh:mm in its zone; `from` after `to` goes over midnight. */
export type QuietHours = { readonly from: string; readonly to: string };

/** How much a channel is sent. */
export type Budget = {
  /** New cards; edits and what answers a card are not counted. */
  readonly cardsAnHour: number;
  /** Cards that call somebody; what is over comes without calling. */
  readonly pingsAnHour: number;
  readonly pingsADay: number;
};

/** How a channel wants to be told; absent is the workspace's zone and policy, and no quiet hours. */
export type ChannelSettings = Budget & {
  readonly channel: ChannelId;
  /** IANA time zone. */
  readonly zone?: string;
  readonly quiet?: QuietHours;
  /** Absent is what the workspace wants. */
  readonly whenUncertain?: WhenUncertain;
};

/** The settings of a channel that nobody has changed. A story calls at most once, and once more where it is taken back. */
export const calmSettings = (channel: ChannelId): ChannelSettings => ({
  channel,
  cardsAnHour: 6,
  pingsAnHour: 2,
  pingsADay: 6,
});
