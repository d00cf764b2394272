import { type APIMessage, type REST, Routes } from 'discord.js';
import { PAGE } from '#adapters/discord/sending/find-message.ts';
import { isAboutRights, outcomeOfRemovingPost } from '#adapters/discord/sending/outcome-in-post.ts';
import { removeInThread } from '#adapters/discord/sending/remove-in-thread.ts';
import type { MessageId, RemovalOutcome } from '#channel/messenger.ts';

/**
 * Takes a post of a forum away: whole where nobody but the bot `botId` wrote in it and the bot manages threads (docs:
 * "Delete/Close Channel"), else by its first message, which has the post's own id. What people wrote stays.
 */
export async function removePost(rest: REST, botId: string, post: MessageId): Promise<RemovalOutcome> {
  try {
    if (!(await isAllOurs(rest, botId, post))) return await removeInThread(rest, post, post);
    await rest.delete(Routes.channel(post));
    return { kind: 'removed' };
  } catch (error) {
    return isAboutRights(error) ? removeInThread(rest, post, post) : outcomeOfRemovingPost(error);
  }
}

/** An empty list proves nothing: who may not read the history gets one. Nor does a full one: others follow. */
async function isAllOurs(rest: REST, botId: string, post: MessageId): Promise<boolean> {
  const query = new URLSearchParams({ limit: String(PAGE) });
  const messages = (await rest.get(Routes.channelMessages(post), { query })) as readonly APIMessage[];
  return messages.length > 0 && messages.length < PAGE && messages.every(({ author }) => author.id === botId);
}
