import type { DeliveryKey } from '#channel/messenger.ts';
import { isOperators } from '#channel/operator-channel.ts';
import { managedChannels } from '#command/admin/managed-channels.ts';
import type { Ask, Desk } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import type { OwedScope } from '#delivery/owed-store.ts';

/** Whose messages somebody may look over: the operator all, everybody else those of the channels that they manage. */
export async function owedScope(ask: Ask, desk: Desk): Promise<OwedScope> {
  if (await isOperators(ask.channel, desk.ledger.workspaces)) return {};
  return { channels: (await managedChannels(ask, desk)).map(({ id }) => id) };
}

/** The message of this key. One of a channel that they do not manage does not exist for whoever asks. */
export async function findOwed(asked: string, ask: Ask, desk: Desk): Promise<OwedMessage | undefined> {
  const { ledger } = desk;
  const owed = await ledger.owed.find(asked as DeliveryKey);
  if (owed === undefined || (await isOperators(ask.channel, ledger.workspaces))) return owed;
  const channel = await ledger.workspaces.findChannel(owed.row.channel);
  const isTheirs = channel !== undefined && (await standingIn(channel, ask, desk)) === 'manages';
  return isTheirs ? owed : undefined;
}
