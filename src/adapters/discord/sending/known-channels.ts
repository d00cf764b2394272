import { type APIChannel, ChannelFlags, ChannelType, type REST, Routes } from 'discord.js';
import type { Tagging } from '#adapters/discord/tag-of-posts.ts';

/** What must be known of a channel before anything is sent there; `tagging` of a forum alone. */
export type KnownChannel = {
  readonly server: string;
  readonly isForum: boolean;
  readonly tagging?: Tagging;
};

/** What Discord has told of a channel by itself, by its id; absent where it told nothing. */
export type Told = (address: string) => KnownChannel | undefined;

/** Looks a channel up: what was told counts, else Discord is asked, once each but of demanded tags. Rejects with what Discord answers. */
export function knownChannels(rest: REST, told: Told): (address: string) => Promise<KnownChannel> {
  const asked = new Map<string, KnownChannel>();
  return async (address) => {
    const known = told(address) ?? asked.get(address);
    if (known !== undefined) return known;
    const found = channelIn((await rest.get(Routes.channel(address))) as APIChannel);
    // No channel of messages ever becomes a forum, and no forum one; its tags its people change at any time.
    if (found.tagging?.isRequired !== true) asked.set(address, found);
    return found;
  };
}

/** What a channel is, as Discord's REST API tells it. */
export function channelIn(channel: APIChannel): KnownChannel {
  const server = ('guild_id' in channel ? channel.guild_id : undefined) ?? '';
  if (channel.type !== ChannelType.GuildForum) return { server, isForum: false };
  const { flags = 0, available_tags: tags } = channel;
  // What the bot may do there is not told with it: only tags that are for everybody count.
  const isRequired = (flags & ChannelFlags.RequireTag) !== 0;
  return { server, isForum: true, tagging: { isRequired, tags, mayModerate: false } };
}
