import type { ChannelRef } from '#channel/channel.ts';
import { isOperators } from '#channel/operator-channel.ts';
import type { Ask, Desk } from '#command/command.ts';

/**
 * What somebody is in another channel of their workspace, as their platform tells: who manages it, who may write there,
 * who may only read it, and who does not even see it.
 */
export type Standing = 'manages' | 'takes-part' | 'sees' | 'sees-not';

/** Asks a platform what somebody is in a channel of the same workspace; where it cannot tell, they do not see it. */
export type AskStanding = (channel: ChannelRef) => Promise<Standing>;

/**
 * What whoever asks is in a channel. Of their own, and to the operator, everything is theirs that was let through; of
 * another it is what the platform says, and nothing in another workspace.
 */
export async function standingIn(channel: ChannelRef, ask: Ask, { ledger }: Desk): Promise<Standing> {
  const own: Standing = ask.isLookingOnly === true ? 'sees' : 'manages';
  if (channel.id === ask.channel.id) return own;
  if (await isOperators(ask.channel, ledger.workspaces)) return own;
  if (channel.workspace !== ask.channel.workspace) return 'sees-not';
  return (await ask.standing?.(channel)) ?? 'sees-not';
}
