import { ChannelType, PermissionFlagsBits } from 'discord.js';
import type { Rights } from '#adapters/discord/channel-rights.ts';

/** Where cards stand: each has its own rights, or its own names for them. */
export type PlaceKind = 'channel' | 'thread' | 'forum';

/** What a channel is to us, by Discord's type. */
export function placeKindOf(type: ChannelType): PlaceKind {
  if (type === ChannelType.GuildForum) return 'forum';
  return THREADS.has(type) ? 'thread' : 'channel';
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

const SEEING: Rights = { 'View Channel': PermissionFlagsBits.ViewChannel };
const IN_CHANNELS: Rights = { 'Send Messages': PermissionFlagsBits.SendMessages };
/** In a thread Send Messages counts for nothing (docs: topics/threads, "Permissions"). */
const IN_THREADS: Rights = { 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads };
/** A post is created by the right to send; lines in it go by that of threads (docs: topics/threads, "Permissions"). */
const IN_FORUMS: Rights = {
  'Create Posts': PermissionFlagsBits.SendMessages,
  'Send Messages in Posts': PermissionFlagsBits.SendMessagesInThreads,
};
/** To answer its own cards, and to find them again after a crash. */
export const LOOKING_BACK: Rights = { 'Read Message History': PermissionFlagsBits.ReadMessageHistory };

const SENDING: Readonly<Record<PlaceKind, Rights>> = {
  channel: IN_CHANNELS,
  thread: IN_THREADS,
  forum: IN_FORUMS,
};

/** Without these the bot cannot post there at all. */
export const postingRights = (kind: PlaceKind): Rights => ({ ...SEEING, ...SENDING[kind] });

/** All that the bot needs where it posts. */
export const neededRights = (kind: PlaceKind): Rights => ({ ...postingRights(kind), ...LOOKING_BACK });

/** For watches that want a thread under each card; without them their lines answer the card in the channel. */
export const THREAD_RIGHTS: Rights = {
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  ...IN_THREADS,
};

/** To set the tags of a forum that are for moderators; nothing needs it. */
export const MODERATING: Rights = { 'Manage Threads': PermissionFlagsBits.ManageThreads };

/** What an invitation asks for: all that the bot may come to need, and no more. */
export const INVITED_RIGHTS: bigint = Object.values({
  ...neededRights('channel'),
  ...neededRights('thread'),
  ...THREAD_RIGHTS,
}).reduce((bits, right) => bits | right, 0n);
