import type { DigestCard, DigestKind } from '#card/digest-card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { type ChannelId, idOf } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** A card of many stories that a channel is owed: sent once, never edited. */
export type Digest = Attempted & {
  readonly channel: ChannelId;
  readonly kind: DigestKind;
  /** The hour it is for, ISO 8601 in UTC; a digest's has its rhythm in front. */
  readonly period: string;
  /** What it tells of for the first time: where these stand follows what becomes of it. */
  readonly stories: readonly StoryId[];
  readonly card: DigestCard;
  readonly message?: MessageId;
};

/** The same channel, kind and period always give the same key: a digest is owed once. */
export const digestKey = (channel: ChannelRef, kind: DigestKind, period: string): DeliveryKey =>
  idOf('digest', channel.workspace, channel.platform, channel.id, kind, period);
