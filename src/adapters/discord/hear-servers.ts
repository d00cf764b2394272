import { type Client, Events, type Guild } from 'discord.js';
import { discordWorkspace, serverWorkspace } from '#adapters/discord/asking/inbound-of.ts';
import { channelOf } from '#adapters/discord/asking/server-interaction.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { postingRights } from '#adapters/discord/needed-rights.ts';
import type { Arrival } from '#command/welcome.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';

/** Is told what becomes of servers. */
export type ServerNotes = {
  /** The bot is in this server; never throws. */
  readonly welcome: (arrival: Arrival) => Promise<void>;
  /** The bot was put out of this server. */
  readonly leave: (workspace: WorkspaceId) => Promise<void>;
};

const NO_NOTES: ServerNotes = { welcome: async () => {}, leave: async () => {} };

/**
 * Tells of each server that the bot is in: of those where it is already, and of each that lets it in or puts it out from
 * now on. A server in an outage is neither.
 */
export async function hearServers(
  client: Client<true>,
  { log, ...notes }: Partial<ServerNotes> & { readonly log: Log },
): Promise<void> {
  const { welcome, leave } = { ...NO_NOTES, ...notes };
  let noted = Promise.resolve();
  /** In the order in which Discord tells it: a server that comes back was left before. */
  const inTurn = (workspace: WorkspaceId, note: () => Promise<void>): void => {
    noted = noted.then(note).catch((fault: unknown) => {
      log.error('workspace.not_left', { workspace, platform: 'discord' }, fault);
    });
  };
  client.on(Events.GuildCreate, (guild) =>
    inTurn(discordWorkspace(guild.id), () => welcome(arrivalIn(guild))),
  );
  client.on(Events.GuildDelete, ({ id }) => inTurn(discordWorkspace(id), () => leave(discordWorkspace(id))));
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
