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

/** Rights by the names that Discord's screens give them. */
export type Rights = Readonly<Record<string, bigint>>;

type Granting = { readonly everyone: string; readonly member: APIGuildMember; readonly botId: string };

/** Which of the wanted rights the bot lacks in a channel, by name, asked of Discord now. Throws what Discord answers. */
export async function missingRights(
  rest: REST,
  botId: string,
  address: string,
  wanted: Rights,
): Promise<readonly string[]> {
  const rights = await rightsIn(rest, botId, address);
  return Object.entries(wanted)
    .filter(([, right]) => (rights & right) === 0n)
    .map(([name]) => name);
}

async function rightsIn(rest: REST, botId: string, address: string): Promise<bigint> {
  const channel = await readChannel(rest, address);
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

/** What is written for a thread stands at its channel. */
async function readChannel(rest: REST, address: string): Promise<APITextChannel> {
  const channel = (await rest.get(Routes.channel(address))) as APITextChannel | APIThreadChannel;
  return 'thread_metadata' in channel && typeof channel.parent_id === 'string'
    ? ((await rest.get(Routes.channel(channel.parent_id))) as APITextChannel)
    : (channel as APITextChannel);
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
