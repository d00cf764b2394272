import { PermissionFlagsBits } from 'discord.js';
import type { Rights } from '#adapters/discord/channel-rights.ts';

const SEEING: Rights = { 'View Channel': PermissionFlagsBits.ViewChannel };
const IN_CHANNELS: Rights = { 'Send Messages': PermissionFlagsBits.SendMessages };
/** In a thread Send Messages counts for nothing (docs: topics/threads, "Permissions"). */
const IN_THREADS: Rights = { 'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads };
/** To answer its own cards, and to find them again after a crash. */
const LOOKING_BACK: Rights = { 'Read Message History': PermissionFlagsBits.ReadMessageHistory };

/** Without these the bot cannot post there at all. */
export const postingRights = (isThread: boolean): Rights => ({
  ...SEEING,
  ...(isThread ? IN_THREADS : IN_CHANNELS),
});

/** All that the bot needs where it posts. */
export const neededRights = (isThread: boolean): Rights => ({ ...postingRights(isThread), ...LOOKING_BACK });

/** For watches that want a thread under each card; without it their lines answer the card in the channel. */
const FOR_THREADS: Rights = { 'Create Public Threads': PermissionFlagsBits.CreatePublicThreads };

/** What an invitation asks for: all that the bot may come to need, and no more. */
export const INVITED_RIGHTS: bigint = Object.values({
  ...neededRights(false),
  ...neededRights(true),
  ...FOR_THREADS,
}).reduce((bits, right) => bits | right, 0n);
