import type { Card } from '#card/card.ts';
import type { DigestCard } from '#card/digest-card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { Id } from '#kernel/id.ts';

/** The platform's own id of a message. */
export type MessageId = Id<'Message'>;

/** Found again by this: 25 characters, carried inside the message on platforms that can. */
export type DeliveryKey = Id<'Delivery'>;

/** Why a platform will not take a message, so that trying again is of no use until somebody changes something. */
export type Refusal = 'channel-gone' | 'not-in-channel' | 'not-allowed' | 'not-authorised' | 'invalid';

/**
 * A message that stands. `isBare`: only the card's plain sentence so far, so that an edit must follow. `mayChange`: one
 * was made and got no answer, and may still come.
 */
type Standing = { readonly message: MessageId; readonly isBare?: true; readonly mayChange?: true };

/** To be tried later. `isEverywhere`: the platform asks us to wait with everything, not only in this channel. */
type Later = {
  readonly kind: 'later';
  readonly retryAfterMs?: number;
  readonly isEverywhere?: true;
  readonly detail: string;
};

/**
 * How sending ended. `unknown`: it may or may not have arrived; find it before sending again. `message-gone`: it had
 * arrived, and a person deleted it.
 */
export type SendOutcome =
  | ({ readonly kind: 'sent' } & Standing)
  | Later
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail: string }
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'message-gone' };

/** How an edit ended. `message-gone`: a person deleted it. `window-closed`: the platform edits it no more, or not now. */
export type EditOutcome = SendOutcome | { readonly kind: 'window-closed'; readonly detail: string };

/** How taking a message away ended. `message-gone`: it stood there no more. Asked again, what is gone stays gone. */
export type RemovalOutcome = { readonly kind: 'removed' } | Exclude<SendOutcome, { readonly kind: 'sent' }>;

/** Whether a message with this key stands in the channel. `cannot-know`: no right to look, or no way to; `later`: not now. */
export type FindOutcome =
  | ({ readonly kind: 'found' } & Standing)
  | { readonly kind: 'absent' }
  | Later
  | { readonly kind: 'cannot-know'; readonly detail: string };

/**
 * In which language and zone a line is said, and who is to be mentioned by it. `thread`: it is said in the thread of the
 * message that it answers, begun under this name where there is none; in the channel where no thread can be begun.
 */
export type LineView = {
  readonly language: string;
  readonly zone: string;
  readonly mention?: string;
  readonly thread?: string;
};

/**
 * A line as it was said, by which it is found where a platform has no room for its key. It may answer no message.
 * `others`: messages that may say the same and are known to be other lines.
 */
export type SaidLine = {
  readonly answers?: MessageId;
  readonly line: Phrase;
  readonly view: LineView;
  readonly others?: readonly MessageId[];
};

/** One platform's way to say something. Never retries by itself: the delivery stage owns that. */
export interface Messenger {
  readonly platform: Platform;
  /** For so long after the first try what has the same key is posted once, however often it is sent; absent is never. */
  readonly keyHoldsForMs?: number;
  /** Posts the card; `mention` stands in the message only when the watch has one. */
  create(channel: ChannelRef, card: Card, key: DeliveryKey, mention?: string): Promise<SendOutcome>;
  edit(channel: ChannelRef, message: MessageId, card: Card, key: DeliveryKey): Promise<EditOutcome>;
  /**
   * Takes a message of ours away, for everybody, and nothing that people wrote. `card`: the message is a line about it,
   * which may stand in a thread of the card.
   */
  remove(channel: ChannelRef, message: MessageId, card?: MessageId): Promise<RemovalOutcome>;
  /** One line that answers the card's message. */
  reply(
    channel: ChannelRef,
    message: MessageId,
    line: Phrase,
    key: DeliveryKey,
    view: LineView,
  ): Promise<SendOutcome>;
  /** Posts a card of many stories. It is never edited. */
  digest(channel: ChannelRef, card: DigestCard, key: DeliveryKey): Promise<SendOutcome>;
  /** One line that answers nothing, with what can be done about it as buttons where there are any. */
  say(
    channel: ChannelRef,
    said: { readonly line: Phrase; readonly actions: readonly Action[] },
    key: DeliveryKey,
    view: LineView,
  ): Promise<SendOutcome>;
  /** Looks for a card, or for the line `said`, among what was sent since then. */
  findByKey(channel: ChannelRef, key: DeliveryKey, since: Date, said?: SaidLine): Promise<FindOutcome>;
}
