import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APITextChannel,
  type APIThreadChannel,
  OverwriteType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import { type PlaceKind, placeKindOf } from '#adapters/discord/needed-rights.ts';

/** Rights by the names that Discord's screens give them. */
export type Rights = Readonly<Record<string, bigint>>;

type Granting = { readonly everyone: string; readonly member: APIGuildMember; readonly botId: string };

/** Which of the rights wanted there the bot lacks in a channel or thread, by name, asked of Discord now. Throws what Discord answers. */
export async function missingRights(
  rest: REST,
  botId: string,
  address: string,
  wanted: (kind: PlaceKind) => Rights,
): Promise<readonly string[]> {
  const { channel, kind } = await readChannel(rest, address);
  return lackingOf(wanted(kind), await rightsIn(rest, botId, channel));
}

/** The names of those wanted rights that are not held. */
export const lackingOf = (wanted: Rights, held: bigint): readonly string[] =>
  Object.entries(wanted)
    .filter(([, right]) => (held & right) === 0n)
    .map(([name]) => name);

async function rightsIn(rest: REST, botId: string, channel: APITextChannel): Promise<bigint> {
  const everyone = channel.guild_id ?? '';
  const [roles, member] = (await Promise.all([
    rest.get(Routes.guildRoles(everyone)),
    rest.get(Routes.guildMember(everyone, botId)),
  ])) as [readonly APIRole[], APIGuildMember];
  const held = roles
    .filter(({ id }) => id === everyone || member.roles.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if (held & PermissionFlagsBits.Administrator) return ~0n;
  return narrowed(held, channel.permission_overwrites ?? [], { everyone, member, botId });
}

type Place = { readonly channel: APITextChannel; readonly kind: PlaceKind };

/** What is written for a thread stands at its channel. */
async function readChannel(rest: REST, address: string): Promise<Place> {
  const found = (await rest.get(Routes.channel(address))) as APITextChannel | APIThreadChannel;
  if (!('thread_metadata' in found) || typeof found.parent_id !== 'string')
    return { channel: found as APITextChannel, kind: placeKindOf(found.type) };
  const parent = (await rest.get(Routes.channel(found.parent_id))) as APITextChannel;
  return { channel: parent, kind: 'thread' };
}

/** Everyone first, then the bot's roles together, then the bot itself (docs: topics/permissions, "Permission Overwrites"). */
function narrowed(held: bigint, overwrites: readonly APIOverwrite[], granting: Granting): bigint {
  const { everyone, member, botId } = granting;
  const steps = [
    overwrites.filter(({ id }) => id === everyone),
    overwrites.filter(
      ({ id, type }) => type === OverwriteType.Role && id !== everyone && member.roles.includes(id),
    ),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === botId),
  ];
  return steps.reduce((bits, step) => (bits & ~bitsOf(step, 'deny')) | bitsOf(step, 'allow'), held);
}

const bitsOf = (overwrites: readonly APIOverwrite[], side: 'allow' | 'deny'): bigint =>
  overwrites.reduce((bits, overwrite) => bits | BigInt(overwrite[side]), 0n);
