import { type Client, Events, type Guild } from 'discord.js';
import { serverWorkspace } from '#adapters/discord/asking/inbound-of.ts';
import { channelOf } from '#adapters/discord/asking/server-interaction.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { postingRights } from '#adapters/discord/needed-rights.ts';
import type { Arrival } from '#command/welcome.ts';

/** Tells of each server that the bot is in: of those where it is already, and of each that lets it in from now on. */
export async function hearServers(
  client: Client<true>,
  welcome: (arrival: Arrival) => Promise<void>,
): Promise<void> {
  client.on(Events.GuildCreate, (guild) => void welcome(arrivalIn(guild)));
  for (const guild of client.guilds.cache.values()) if (guild.available) await welcome(arrivalIn(guild));
}

/** Greetings go where the server has Discord's own greetings, and nowhere else: no channel is ours to choose. */
function arrivalIn(guild: Guild): Arrival {
  const workspace = serverWorkspace(guild, guild.preferredLocale);
  const { systemChannel, members } = guild;
  const rights = members.me && systemChannel?.permissionsFor(members.me).bitfield;
  const isOpen = typeof rights === 'bigint' && lackingOf(postingRights('channel'), rights).length === 0;
  if (systemChannel === null || !isOpen) return { workspace };
  return { workspace, channel: channelOf(guild.id, systemChannel, workspace.id) };
}
