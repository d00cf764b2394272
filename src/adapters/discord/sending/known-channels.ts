import { type APIChannel, ChannelType, type REST, Routes } from 'discord.js';

/** What must be known of a channel before anything is sent there. */
export type KnownChannel = { readonly server: string; readonly isForum: boolean };

/** What Discord has told of a channel by itself, by its id; absent where it told nothing. */
export type Told = (address: string) => KnownChannel | undefined;

/** Looks a channel up: what was told counts, else Discord is asked, once each. Rejects with what Discord answers. */
export function knownChannels(rest: REST, told: Told): (address: string) => Promise<KnownChannel> {
  const asked = new Map<string, KnownChannel>();
  return async (address) => {
    const known = told(address) ?? asked.get(address);
    if (known !== undefined) return known;
    const found = channelIn((await rest.get(Routes.channel(address))) as APIChannel);
    // No channel of messages ever becomes a forum, and no forum one.
    asked.set(address, found);
    return found;
  };
}

const channelIn = (channel: APIChannel): KnownChannel => ({
  server: ('guild_id' in channel ? channel.guild_id : undefined) ?? '',
  isForum: channel.type === ChannelType.GuildForum,
});
