import {
  type APIMessage,
  type APIThreadChannel,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import {
  concluded,
  firstIdAt,
  foundAs,
  isSought,
  MOST_PAGES,
  PAGE,
  type Sought,
} from '#adapters/discord/sending/find-message.ts';
import type { KnownChannel } from '#adapters/discord/sending/known-channels.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { FindOutcome } from '#channel/messenger.ts';

/** Who looks; `known`: on which server a forum is. */
export type Looking = {
  readonly rest: REST;
  readonly botId: string;
  readonly known: (address: string) => Promise<Pick<KnownChannel, 'server'>>;
};

type Threads = { readonly threads: readonly APIThreadChannel[]; readonly has_more?: boolean };

/**
 * Looks among the posts that the bot began in a forum since then, open or closed, by what their first message holds.
 * As with messages: a look that could not be made, or got no answer, is `later`.
 */
export const findPost = (looking: Looking, forum: ChannelRef, sought: Sought): Promise<FindOutcome> =>
  concluded(looking.rest, looking.botId, forum, () => search(looking, forum, sought));

async function search(
  looking: Looking,
  forum: ChannelRef,
  sought: Sought,
): Promise<FindOutcome | 'not-seen'> {
  const { rest, known } = looking;
  const { server } = await known(forum.address);
  const { threads } = (await rest.get(Routes.guildActiveThreads(server))) as Threads;
  const found = await among(threads, looking, forum, sought);
  return found === 'not-seen' ? searchClosed(looking, forum, sought) : found;
}

/** Those closed last come first, so that the first of an earlier time ends it. */
async function searchClosed(
  looking: Looking,
  forum: ChannelRef,
  sought: Sought,
): Promise<FindOutcome | 'not-seen'> {
  const route = Routes.channelThreads(forum.address, 'public');
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const { threads, has_more: hasMore } = (await looking.rest.get(route, { query })) as Threads;
    const found = await among(threads, looking, forum, sought);
    if (found !== 'not-seen') return found;
    before = threads.at(-1)?.thread_metadata?.archive_timestamp;
    if (hasMore !== true || before === undefined || Date.parse(before) < sought.since.getTime())
      return 'not-seen';
  }
  return { kind: 'cannot-know', detail: `more than ${MOST_PAGES * PAGE} closed posts since then` };
}

async function among(
  threads: readonly APIThreadChannel[],
  { rest, botId }: Looking,
  { address }: ChannelRef,
  sought: Sought,
): Promise<FindOutcome | 'not-seen'> {
  const first = firstIdAt(sought.since);
  const ours = threads.filter(
    ({ id, parent_id: parent, owner_id: owner }) =>
      parent === address && owner === botId && BigInt(id) >= first,
  );
  for (const { id } of ours) {
    const opening = await openingOf(rest, id);
    if (opening !== undefined && isSought(opening, sought)) return foundAs(opening, sought);
  }
  return 'not-seen';
}

/** A post's first message has the post's own id; a person may have deleted it. */
async function openingOf(rest: REST, post: string): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(post, post))) as APIMessage;
  } catch (error) {
    const isGone =
      error instanceof DiscordAPIError &&
      (error.code === RESTJSONErrorCodes.UnknownMessage || error.code === RESTJSONErrorCodes.UnknownChannel);
    if (isGone) return undefined;
    throw error;
  }
}
