import {
  type BaseInteraction,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { type InteractionWords, interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { channelMeant } from '#adapters/discord/asking/server-interaction.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { THREAD_RIGHTS } from '#adapters/discord/needed-rights.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Inbound } from '#command/inbound.ts';

/** Where a wish was made: the bot's own rights there, and the server's roles. */
export type Wishing = Pick<BaseInteraction, 'appPermissions' | 'channel' | 'client' | 'guild'>;

/** The channel that cards come to from now on, and what the bot may do there. */
type There = {
  readonly name: string;
  readonly type: ChannelType;
  readonly held: Readonly<PermissionsBitField>;
};

/**
 * What `watch edit` was asked for and Discord will not let be done: to notify a role that nobody else may mention, and
 * the bot neither; to open a thread. It is kept all the same. Said in the language of who asks.
 */
export function unkeptWishes(
  { asked, channel, named = [], language, workspace }: Inbound,
  here: Wishing,
): readonly Phrase[] {
  if (asked.kind !== 'command' || asked.path.join(' ') !== 'watch edit') return [];
  const { to, mention, thread } = asked.options;
  const target = named.find(({ address }) => address === to);
  const there = target === undefined ? thereNow(channel.name, here) : thereThen(target, here.client);
  if (there === undefined) return [];
  const words = interactionWords(language ?? workspace.languages[0] ?? 'en');
  const bot = here.client.user.displayName;
  return [
    ...(mention === undefined ? [] : onRole(mention, there, here, words)),
    ...(thread === 'yes' ? onThread(there, words, bot) : []),
  ];
}

const thereNow = (name: string, here: Wishing): There => ({
  name,
  type: channelMeant(here)?.type ?? ChannelType.GuildText,
  held: here.appPermissions,
});

function thereThen(
  { address, name }: Inbound['channel'],
  { channels, user }: Client<true>,
): There | undefined {
  const channel = channels.cache.get(address);
  const held = channel === undefined || channel.isDMBased() ? null : channel.permissionsFor(user);
  return channel && held ? { name, type: channel.type, held } : undefined;
}

/** Docs: resources/message, "Allowed Mentions": a role is notified where it may be mentioned, or where the bot may mention all. */
function onRole(
  id: string,
  { held }: There,
  { guild, client }: Wishing,
  words: InteractionWords,
): readonly Phrase[] {
  const role = guild?.roles.cache.get(id);
  const isNotified = role?.mentionable !== false || held.has(PermissionFlagsBits.MentionEveryone);
  return isNotified ? [] : [words.callsNobody(`@${role.name}`, client.user.displayName)];
}

/** Lines about a post of a forum stand in it, and a thread holds no other. */
function onThread({ name, type, held }: There, words: InteractionWords, bot: string): readonly Phrase[] {
  if (type !== ChannelType.GuildText && type !== ChannelType.GuildAnnouncement) return [];
  if (held.has(PermissionFlagsBits.Administrator)) return [];
  const lacking = lackingOf(THREAD_RIGHTS, held.bitfield).map((right) => words.rights[right] ?? right);
  return lacking.length === 0 ? [] : [words.opensNoThread(name, lacking, bot)];
}
