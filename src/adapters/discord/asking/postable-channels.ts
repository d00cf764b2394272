import { ChannelType } from 'discord.js';

/** Where cards can be sent. Not forums: every post there is a thread of its own, found again by nothing that we could set. */
export const POSTABLE_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;
