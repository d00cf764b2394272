import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { idOf } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';

/** By which a story's card is found again in a channel. The revision is not in it: the card is one message for life. */
export const postKey = (channel: ChannelRef, story: StoryId): DeliveryKey =>
  idOf('post', channel.workspace, channel.platform, channel.id, story);

/** By which the pointer for one change of a story is found again in a channel; `change` is the Change's `key`. */
export const pointerKey = (channel: ChannelRef, story: StoryId, change: string): DeliveryKey =>
  idOf('pointer', channel.workspace, channel.platform, channel.id, story, change);
