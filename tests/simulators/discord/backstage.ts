import { type Discord, mustHave } from './discord.ts';
import { type Message, readAloud, shownBody } from './message.ts';
import { bitsOf, type Permission } from './permission.ts';
import { withState } from './thread-routes.ts';
import { channelPayload, guildCreatePayload } from './wire.ts';
import { addGuild, type Channel, type Guild, type GuildSeed, named } from './world.ts';

/** What a test sees of the channels, and what it lets happen to them without a person's command. */
export type Backstage = {
  channel(name: string): Channel;
  /** What stands in a channel for all to see, oldest first. */
  messagesIn(channel: string): readonly Message[];
  /** The same as text: what a person who scrolls through the channel reads. */
  readChannel(channel: string): string;
  /** Takes these rights from the bot in a channel; an empty list gives them back. The bot is told, as on Discord. */
  denyBot(channel: string, permissions: readonly Permission[]): void;
  /** Takes these rights in a channel from everybody whose roles do not give them in that channel. */
  denyEveryone(channel: string, permissions: readonly Permission[]): void;
  /** Gives these roles a command under Server Settings → Integrations, and takes it from others. The bot is told, as on Discord. */
  letUse(command: string, roles: readonly string[], guild: string): void;
  /** With a forum go its posts. */
  deleteChannel(channel: string): void;
  /** Time or a person closes a thread; `isLocked`: only who manages threads opens it again. */
  closeThread(thread: string, isLocked?: boolean): void;
  /** A person with the right to do so deletes a message. */
  deleteMessage(message: string): void;
  /** An outage of a server, and its end. */
  setGuildAvailable(guild: string, isAvailable: boolean): void;
  /** Adds a server with the bot in it. */
  inviteBot(seed: GuildSeed): Guild;
  /** Takes the bot out of a server. */
  removeBot(guild: string): void;
  /** Lets the bot into a server that it was taken out of. */
  readmitBot(guild: string): void;
};

/** The backstage of a Discord. Its functions throw for a name that is not there. */
export function backstageOf({ world, dispatch }: Discord): Backstage {
  const channel = (name: string): Channel => named(world.channels.values(), name);
  const messagesIn = (name: string): readonly Message[] => {
    const { id } = channel(name);
    return [...world.messages.values()].filter(
      (message) => message.channel === id && !message.isDeleted && message.seenOnlyBy === undefined,
    );
  };
  return {
    channel,
    messagesIn,
    readChannel: (name) =>
      messagesIn(name)
        .map((message) => readAloud(shownBody(message)))
        .join('\n'),
    denyBot(name, permissions) {
      const before = channel(name);
      const others = before.overwrites.filter(({ id }) => id !== world.bot.id);
      const deny = { id: world.bot.id, kind: 'member', allow: 0n, deny: bitsOf(permissions) } as const;
      const changed = { ...before, overwrites: permissions.length > 0 ? [...others, deny] : others };
      world.channels.set(changed.id, changed);
      dispatch('CHANNEL_UPDATE', channelPayload(changed, world.bot));
    },
    denyEveryone(name, permissions) {
      const before = channel(name);
      const others = before.overwrites.filter(({ id }) => id !== before.guild);
      const deny = { id: before.guild, kind: 'role', allow: 0n, deny: bitsOf(permissions) } as const;
      const changed = { ...before, overwrites: [...others, deny] };
      world.channels.set(changed.id, changed);
      dispatch('CHANNEL_UPDATE', channelPayload(changed, world.bot));
    },
    letUse(command, roles, guildName) {
      const guild = named(world.guilds.values(), guildName);
      const { id } = named(world.commands.values(), command);
      const given = roles.map((role) => named(guild.roles, role).id);
      world.commandRoles.set(`${guild.id} ${id}`, given);
      dispatch('APPLICATION_COMMAND_PERMISSIONS_UPDATE', {
        id,
        application_id: world.bot.id,
        guild_id: guild.id,
        permissions: given.map((role) => ({ id: role, type: 1, permission: true })),
      });
    },
    deleteChannel(name) {
      const gone = channel(name);
      world.channels.delete(gone.id);
      for (const { id, parent } of world.channels.values()) if (parent === gone.id) world.channels.delete(id);
      const event = gone.kind === 'thread' ? 'THREAD_DELETE' : 'CHANNEL_DELETE';
      dispatch(event, channelPayload(gone, world.bot));
    },
    closeThread(name, isLocked = false) {
      const closed = withState(world, channel(name), { isArchived: true, isLocked });
      dispatch('THREAD_UPDATE', channelPayload(closed, world.bot));
    },
    deleteMessage(id) {
      world.messages.set(id, { ...mustHave(world.messages, id), isDeleted: true });
    },
    setGuildAvailable(name, isAvailable) {
      const guild = { ...named(world.guilds.values(), name), isAvailable };
      world.guilds.set(guild.id, guild);
      if (isAvailable) dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
      else dispatch('GUILD_DELETE', { id: guild.id, unavailable: true });
    },
    inviteBot(seed) {
      const guild = addGuild(world, seed);
      dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
      return guild;
    },
    removeBot(name) {
      const guild = named(world.guilds.values(), name);
      const members = guild.members.filter(({ user }) => user.id !== world.bot.id);
      world.guilds.set(guild.id, { ...guild, members });
      dispatch('GUILD_DELETE', { id: guild.id });
    },
    readmitBot(name) {
      const before = named(world.guilds.values(), name);
      const roles = before.roles.filter((role) => role.name === 'Readout').map(({ id }) => id);
      const guild = { ...before, members: [...before.members, { user: world.bot, roles }] };
      world.guilds.set(guild.id, guild);
      dispatch('GUILD_CREATE', guildCreatePayload(world, guild));
    },
  };
}
