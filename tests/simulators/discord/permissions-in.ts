import { ALL_PERMISSIONS, PERMISSIONS } from './permission.ts';
import type { Channel, Member, World } from './world.ts';

/** What a member may do in a channel: roles first, then the channel's overwrites (docs: topics/permissions). */
export function permissionsIn(world: World, member: Member, place: Channel): bigint {
  // A thread has its parent's overwrites (docs: topics/threads, "Permissions").
  const channel = world.channels.get(place.parent ?? '') ?? place;
  const base = permissionsOf(world, member, channel.guild);
  if (base & PERMISSIONS.ADMINISTRATOR) return ALL_PERMISSIONS;

  const roles = new Set(member.roles);
  const forEveryone = channel.overwrites.filter(({ id }) => id === channel.guild);
  const forRoles = channel.overwrites.filter(({ id }) => id !== channel.guild && roles.has(id));
  const forMember = channel.overwrites.filter(({ id }) => id === member.user.id);
  const allowed = [forEveryone, forRoles, forMember].reduce(
    (bits, overwrites) =>
      (bits & ~overwrites.reduce((sum, { deny }) => sum | deny, 0n)) |
      overwrites.reduce((sum, { allow }) => sum | allow, 0n),
    base,
  );
  // Who cannot see a channel can do nothing in it.
  return allowed & PERMISSIONS.VIEW_CHANNEL ? allowed : 0n;
}

/** What a member may do in a server, before any channel narrows it. */
export function permissionsOf(world: World, member: Member, guildId: string): bigint {
  const guild = world.guilds.get(guildId);
  if (!guild) return 0n;
  if (guild.owner === member.user.id) return ALL_PERMISSIONS;
  const bits = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((sum, { permissions }) => sum | permissions, 0n);
  return bits & PERMISSIONS.ADMINISTRATOR ? ALL_PERMISSIONS : bits;
}
