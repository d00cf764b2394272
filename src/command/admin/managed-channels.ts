import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Desk } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';

/** The channels of the workspace that whoever asks manages: what belongs to others is not told to them, nor changed by them. */
export async function managedChannels(ask: Ask, desk: Desk): Promise<readonly ChannelRef[]> {
  const all = await desk.ledger.workspaces.listChannels(ask.channel.workspace);
  const standings = await Promise.all(all.map((channel) => standingIn(channel, ask, desk)));
  return all.filter((_channel, index) => standings[index] === 'manages');
}
