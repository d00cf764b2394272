import { type APIMessage, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { outcomeOfCreating, type SendFailure } from '#adapters/discord/sending/outcome-of-error.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId } from '#channel/messenger.ts';

/** Docs: resources/channel, "Start Thread from Message". */
const LONGEST_NAME = 100;

/** `cannot`: there is none, and none may be begun there. */
export type OpenedThread =
  | { readonly kind: 'opened'; readonly channel: ChannelRef }
  | Extract<SendFailure, { readonly kind: 'later' }>
  | { readonly kind: 'cannot' };

/** The thread of a message, begun where there is none. It has the message's own id, so that this may be repeated. */
export async function openThread(
  rest: REST,
  channel: ChannelRef,
  message: MessageId,
  name: string,
): Promise<OpenedThread> {
  const { address } = channel;
  const opened = { kind: 'opened', channel: threadOf(channel, message) } as const;
  try {
    const { thread } = (await rest.get(Routes.channelMessage(address, message))) as APIMessage;
    if (thread !== undefined) return opened;
    const body = {
      name: cutLabel(name, LONGEST_NAME),
      auto_archive_duration: ThreadAutoArchiveDuration.ThreeDays,
    };
    await rest.post(Routes.threads(address, message), { body });
    return opened;
  } catch (error) {
    const failure = outcomeOfCreating(error);
    if (failure.kind === 'refused' || failure.kind === 'message-gone') return { kind: 'cannot' };
    // Nothing was said yet, whether the thread was begun or not.
    return failure.kind === 'later' ? failure : { kind: 'later', detail: failure.detail };
  }
}

/** A thread stands where its message does, under that message's id (docs: topics/threads). */
export const threadOf = (channel: ChannelRef, message: MessageId): ChannelRef => ({
  ...channel,
  address: message,
});
