import { type Answer, REFUSALS } from './answer.ts';
import { PERMISSIONS, type Permission } from './permission.ts';
import { permissionsIn } from './permissions-in.ts';
import { type Channel, memberOf, type World } from './world.ts';

/** The channel with the bot's permissions in it, or why the bot does not get there. */
export type Reach =
  | { readonly kind: 'reached'; readonly channel: Channel; readonly permissions: bigint }
  | { readonly kind: 'refused'; readonly answer: Answer };

/** Finds a channel for the bot: 10003 where there is none, 50001 where it cannot see it, 50013 where it lacks a right. */
export function reachChannel(world: World, id: string, needed: readonly Permission[]): Reach {
  const channel = world.channels.get(id);
  if (!channel) return { kind: 'refused', answer: REFUSALS.unknownChannel };
  const bot = memberOf(world, channel.guild, world.bot.id);
  const permissions = bot ? permissionsIn(world, bot, channel) : 0n;
  if (!(permissions & PERMISSIONS.VIEW_CHANNEL)) return { kind: 'refused', answer: REFUSALS.missingAccess };
  const isLacking = needed.some((name) => !(permissions & PERMISSIONS[name]));
  if (isLacking) return { kind: 'refused', answer: REFUSALS.missingPermissions };
  return { kind: 'reached', channel, permissions };
}

/** Which right sending takes: threads have their own. */
export const rightToSend = (world: World, id: string): Permission =>
  world.channels.get(id)?.kind === 'thread' ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
