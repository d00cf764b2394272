import type { Clock } from '#kernel/clock.ts';
import type { Component, Message } from './message.ts';
import { bitsOf, type Permission } from './permission.ts';
import { type Snowflake, snowflakesBy } from './snowflake.ts';

/** A person or a bot. */
export type User = {
  readonly id: Snowflake;
  readonly name: string;
  readonly isBot: boolean;
  readonly locale: string;
};

/** A role of a server. The role of everyone has the server's own id. */
export type Role = {
  readonly id: Snowflake;
  readonly name: string;
  readonly permissions: bigint;
  readonly isMentionable: boolean;
};

/** A user in a server. */
export type Member = { readonly user: User; readonly roles: readonly Snowflake[] };

/** What a channel grants or takes from a role or a person. */
export type Overwrite = {
  readonly id: Snowflake;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
};

/** Where messages stand; in a forum stand threads alone. */
export type Channel = {
  readonly id: Snowflake;
  readonly guild: Snowflake;
  readonly name: string;
  readonly kind: 'text' | 'announcement' | 'forum' | 'thread';
  readonly parent?: Snowflake;
  readonly overwrites: readonly Overwrite[];
  /** A forum that takes no post without a tag. */
  readonly needsTag?: true;
  /** What a forum's posts may be tagged with. */
  readonly tags?: readonly ForumTag[];
  /** Of a post: by the ids of its forum's tags. */
  readonly appliedTags?: readonly Snowflake[];
  /** Of a thread. */
  readonly thread?: ThreadState;
};

/** A tag of a forum; a moderated one is set by who manages threads (docs: resources/channel, "Forum Tag Object"). */
export type ForumTag = { readonly id: Snowflake; readonly name: string; readonly isModerated: boolean };

/** Who began a thread, and whether it is open (docs: topics/threads). */
export type ThreadState = {
  readonly owner: Snowflake;
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** When it was begun, archived or opened again, whichever came last. */
  readonly archivedAt: Date;
};

/** A server. */
export type Guild = {
  readonly id: Snowflake;
  readonly name: string;
  readonly locale: string;
  readonly owner: Snowflake;
  readonly roles: readonly Role[];
  readonly members: readonly Member[];
  readonly isAvailable: boolean;
  /** Where Discord itself greets who comes, and where a bot may introduce itself. */
  readonly greetsIn?: Snowflake;
};

/** One option of a command, as registered. */
export type CommandOption = {
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  /** Kinds of channels that the option takes; absent for all. */
  readonly channel_types?: readonly number[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly CommandOption[];
};

/** A registered command. */
export type Command = CommandOption & {
  readonly id: Snowflake;
  readonly application_id: Snowflake;
  readonly version: Snowflake;
  /** Absent for one that is known everywhere. */
  readonly guild_id?: Snowflake;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[];
  readonly nsfw?: boolean;
};

/** What somebody asked of the bot, and what it has answered so far. */
export type Interaction = {
  readonly id: Snowflake;
  readonly token: string;
  readonly kind: 'command' | 'component' | 'autocomplete' | 'modal';
  readonly at: Date;
  readonly user: Snowflake;
  readonly channel: Snowflake;
  /** The message whose button was pressed. */
  readonly source?: Snowflake;
  /** The type of the first answer. */
  readonly callback?: number;
  readonly reply?: Snowflake;
  readonly followUps: readonly Snowflake[];
  readonly modal?: Modal;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
};

/** A form as the bot sent it. */
export type Modal = {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
};

/** All that stands on this Discord. Records are replaced, never changed; messages stay after a restart of the bot. */
export type World = {
  readonly clock: Clock;
  readonly newId: () => Snowflake;
  readonly token: string;
  /** The bot's user; its application has the same id. */
  readonly bot: User;
  readonly guilds: Map<Snowflake, Guild>;
  readonly channels: Map<Snowflake, Channel>;
  readonly messages: Map<Snowflake, Message>;
  readonly commands: Map<Snowflake, Command>;
  /** The roles that a server gives a command, by server and command (docs: interactions/application-commands, “Permissions”). */
  readonly commandRoles: Map<string, readonly Snowflake[]>;
  readonly interactions: Map<Snowflake, Interaction>;
};

/** What a world begins with. */
export type WorldSeed = {
  readonly token?: string;
  readonly guilds: readonly GuildSeed[];
};

/** A server to begin with; names stand for ids, the first member owns it. */
export type GuildSeed = {
  readonly name: string;
  readonly locale?: string;
  /** The channel of that name is where Discord greets who comes. */
  readonly greetsIn?: string;
  readonly channels: readonly {
    readonly name: string;
    readonly kind?: 'text' | 'announcement' | 'forum';
    readonly needsTag?: true;
    readonly tags?: readonly { readonly name: string; readonly isModerated?: true }[];
  }[];
  readonly roles?: readonly {
    readonly name: string;
    readonly permissions?: readonly Permission[];
    readonly isMentionable?: boolean;
  }[];
  readonly members: readonly {
    readonly name: string;
    readonly roles?: readonly string[];
    readonly locale?: string;
  }[];
};

/** A newsroom: Ana owns it, Ben may manage it, Cleo may only look and talk. */
export const NEWSROOM: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }, { name: 'night' }],
      roles: [
        { name: 'Moderators', permissions: ['MANAGE_GUILD'], isMentionable: true },
        { name: 'Readers' },
      ],
      members: [{ name: 'Ana' }, { name: 'Ben', roles: ['Moderators'] }, { name: 'Cleo' }],
    },
  ],
};

/** What the invitation of a bot like ours asks for. */
const BOT_PERMISSIONS: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'READ_MESSAGE_HISTORY',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
];
const EVERYONE_PERMISSIONS: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
];

/** A world with the seed's servers, each with the bot in it. */
export function createWorld(seed: WorldSeed, clock: Clock): World {
  const newId = snowflakesBy(clock);
  const world: World = {
    clock,
    newId,
    token: seed.token ?? 'simulated.token.of-readout',
    bot: { id: newId(), name: 'Readout', isBot: true, locale: 'en-US' },
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    commandRoles: new Map(),
    interactions: new Map(),
  };
  for (const guild of seed.guilds) addGuild(world, guild);
  return world;
}

/** Adds a server with the bot in it. Throws when the seed names a role that it does not have. */
export function addGuild(world: World, seed: GuildSeed): Guild {
  const id = world.newId();
  const everyone = { id, name: '@everyone', permissions: bitsOf(EVERYONE_PERMISSIONS), isMentionable: false };
  const ours = {
    id: world.newId(),
    name: 'Readout',
    permissions: bitsOf(BOT_PERMISSIONS),
    isMentionable: false,
  };
  const roles = (seed.roles ?? []).map(({ name, permissions = [], isMentionable = false }) => ({
    id: world.newId(),
    name,
    permissions: bitsOf(permissions),
    isMentionable,
  }));
  const members = seed.members.map((member) => ({
    user: { id: world.newId(), name: member.name, isBot: false, locale: member.locale ?? 'en-US' },
    roles: (member.roles ?? []).map((name) => named(roles, name).id),
  }));
  const guild: Guild = {
    id,
    name: seed.name,
    locale: seed.locale ?? 'en-US',
    owner: members[0]?.user.id ?? world.bot.id,
    roles: [everyone, ours, ...roles],
    members: [...members, { user: world.bot, roles: [ours.id] }],
    isAvailable: true,
  };
  world.guilds.set(id, guild);
  for (const { name, kind = 'text', needsTag, tags = [] } of seed.channels) {
    const channel: Channel = {
      id: world.newId(),
      guild: id,
      name,
      kind,
      overwrites: [],
      ...(needsTag && { needsTag }),
      tags: tags.map((tag) => ({ isModerated: false, ...tag, id: world.newId() })),
    };
    world.channels.set(channel.id, channel);
    if (name === seed.greetsIn) world.guilds.set(id, { ...guild, greetsIn: channel.id });
  }
  return world.guilds.get(id) ?? guild;
}

/** The one with this name. Throws when there is none. */
export function named<T extends { readonly name: string }>(things: Iterable<T>, name: string): T {
  for (const thing of things) if (thing.name === name) return thing;
  throw new Error(`the simulated Discord has no ${name}`);
}

/** A server's member by name. Throws when nobody there is called so. */
export function memberNamed({ name: guild, members }: Guild, name: string): Member {
  const member = members.find(({ user }) => user.name === name);
  if (!member) throw new Error(`${name} is not in ${guild}`);
  return member;
}

/** A server's member by id. */
export const memberOf = (world: World, guild: Snowflake, user: Snowflake): Member | undefined =>
  world.guilds.get(guild)?.members.find((member) => member.user.id === user);
