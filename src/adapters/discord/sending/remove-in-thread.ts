import { type REST, Routes } from 'discord.js';
import { isAboutClosing, outcomeOfRemovingPost } from '#adapters/discord/sending/outcome-in-post.ts';
import type { MessageId, RemovalOutcome } from '#channel/messenger.ts';

/** Takes a message of ours out of a thread; one that is closed is opened for that, since nothing in it can be changed. */
export async function removeInThread(
  rest: REST,
  thread: string,
  message: MessageId,
): Promise<RemovalOutcome> {
  const remove = () => rest.delete(Routes.channelMessage(thread, message));
  try {
    try {
      await remove();
    } catch (error) {
      if (!isAboutClosing(error)) throw error;
      await rest.patch(Routes.channel(thread), { body: { archived: false } });
      await remove();
    }
    return { kind: 'removed' };
  } catch (error) {
    return outcomeOfRemovingPost(error);
  }
}
