import { mustHave } from './discord.ts';
import { type Json, shownBody } from './message.ts';
import { PERMISSIONS } from './permission.ts';
import { permissionsIn } from './permissions-in.ts';
import type { Snowflake } from './snowflake.ts';
import {
  CHANNEL_TYPES,
  channelPayload,
  memberPayload,
  messagePayload,
  rolePayload,
  userPayload,
} from './wire.ts';
import {
  type Channel,
  type Command,
  type CommandOption,
  type Guild,
  type Member,
  memberNamed,
  named,
  type World,
} from './world.ts';

/** The values of a command's options, by name; a channel, role or person by its name. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** A command as somebody types it. */
export type Typed = {
  readonly world: World;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly member: Member;
  /** The words after the slash, in English or as translated for this person. */
  readonly words: string;
  readonly options: OptionValues;
  /** The option that is being typed, when Discord asks for choices. */
  readonly focused?: string;
};

/** Docs: interactions/application-commands, "Application Command Option Type". */
const OPTION = { integer: 4, user: 6, channel: 7, role: 8, number: 10, attachment: 11 } as const;

/**
 * What Discord sends for a typed command: its options nested as they were registered, ids for names. Throws where
 * Discord would not offer the command to this person, or would not send it yet.
 */
export function commandData(typed: Typed): Json {
  const [name = '', ...path] = typed.words.split(' ');
  const command = findCommand(typed, name, TYPES.typed);
  const resolved: Resolved = {};
  const options = optionData(command.options ?? [], path, typed, resolved);
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
    options,
    ...(Object.keys(resolved).length > 0 && { resolved }),
  };
}

/** Docs: interactions/application-commands, "Application Command Types". */
const TYPES = { typed: 1, message: 3 } as const;

/** What Discord sends where a command in a message's menu is chosen: the message comes with it, with all its words. */
export function menuData(
  at: Pick<Typed, 'world' | 'guild' | 'channel' | 'member'>,
  name: string,
  target: Snowflake,
): Json {
  const command = findCommand(at, name, TYPES.message);
  const chosen = mustHave(at.world.messages, target);
  // Here the bot gets the words also without the privileged intent (docs: resources/message, "Message Content Intent").
  const message = { ...messagePayload(at.world, chosen), content: shownBody(chosen).content };
  const { id, type } = command;
  return { id, name: command.name, type, target_id: target, resolved: { messages: { [target]: message } } };
}

type Resolved = Record<string, Record<Snowflake, Json>>;

function findCommand(
  { world, guild, channel, member }: Pick<Typed, 'world' | 'guild' | 'channel' | 'member'>,
  name: string,
  type: number,
): Command {
  const offered = [...world.commands.values()].filter(
    (one) => one.type === type && (one.guild_id === undefined || one.guild_id === guild.id),
  );
  const command = translated(offered, name, member);
  const needed = command.default_member_permissions;
  const held = permissionsIn(world, member, channel);
  const isDefault = needed === '0' ? (held & PERMISSIONS.ADMINISTRATOR) !== 0n : isHeld(held, needed);
  const given = world.commandRoles.get(`${guild.id} ${command.id}`) ?? [];
  if (!isDefault && !member.roles.some((role) => given.includes(role)))
    throw new Error(`${member.user.name} is not shown /${name}`);
  return command;
}

const isHeld = (held: bigint, needed: string | null | undefined): boolean =>
  (held & BigInt(needed ?? 0)) === BigInt(needed ?? 0);

/** The one that this person knows under this name, in English or in their own language. */
function translated<T extends CommandOption>(known: readonly T[], name: string, { user }: Member): T {
  return known.find((one) => one.name_localizations?.[user.locale] === name) ?? named(known, name);
}

/** The options as Discord nests them: a sub-command is an option that holds the others. */
function optionData(
  known: readonly CommandOption[],
  path: readonly string[],
  typed: Typed,
  resolved: Resolved,
): readonly Json[] {
  const [word, ...rest] = path;
  if (word !== undefined) {
    const sub = translated(known, word, typed.member);
    return [
      { name: sub.name, type: sub.type, options: optionData(sub.options ?? [], rest, typed, resolved) },
    ];
  }
  const missing = known.find(({ name, required }) => required && typed.options[name] === undefined);
  if (missing && typed.focused === undefined) throw new Error(`the option ${missing.name} is required`);
  return Object.entries(typed.options).map(([name, value]) => {
    const option = named(known, name);
    return {
      name,
      type: option.type,
      value: valueOf(option, value, typed, resolved),
      ...(typed.focused === name && { focused: true }),
    };
  });
}

function valueOf(
  option: CommandOption,
  value: string | number | boolean,
  { world, guild }: Typed,
  resolved: Resolved,
): string | number | boolean {
  if (option.choices && !option.choices.some((choice) => choice.value === value))
    throw new Error(`${value} is not among the choices of ${option.name}`);
  const resolve = (kind: string, id: Snowflake, payload: Json): Snowflake => {
    resolved[kind] = { ...resolved[kind], [id]: payload };
    return id;
  };
  const name = String(value);
  switch (option.type) {
    case OPTION.channel: {
      const channel = named(
        [...world.channels.values()].filter((one) => one.guild === guild.id),
        name,
      );
      if (option.channel_types?.includes(CHANNEL_TYPES[channel.kind]) === false)
        throw new Error(`${name} is not offered for ${option.name}`);
      return resolve('channels', channel.id, { ...channelPayload(channel, world.bot), permissions: '0' });
    }
    case OPTION.role: {
      const role = named(guild.roles, name);
      return resolve('roles', role.id, rolePayload(role, 0));
    }
    case OPTION.user: {
      const member = memberNamed(guild, name);
      resolve('members', member.user.id, { ...memberPayload(member), permissions: '0' });
      return resolve('users', member.user.id, userPayload(member.user));
    }
    case OPTION.attachment: {
      const id = world.newId();
      // What a person uploads stands at an address of Discord's; here its address is what is said.
      const file = { id, filename: 'upload', size: 1, url: name, proxy_url: name, ephemeral: true };
      return resolve('attachments', id, file);
    }
    case OPTION.integer:
    case OPTION.number:
      return Number(value);
    default:
      return value;
  }
}
