import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, Messenger } from '#channel/messenger.ts';
import { afterFailure, afterNoAttempt, type SendFailure } from '#delivery/after-failure.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';

/** A channel with the messenger that speaks there, or why there is none. */
export type Reach =
  | { readonly kind: 'reached'; readonly channel: ChannelRef; readonly messenger: Messenger }
  | { readonly kind: 'channel-gone' }
  | { readonly kind: 'no-messenger'; readonly channel: ChannelRef; readonly detail: string };

/** About as often as the program tries to connect a platform that is not. */
const TRY_AGAIN_MS = 30 * SECOND_MS;

/** What trying to reach a channel that nobody knows any more ends with. */
const CHANNEL_GONE: SendFailure = {
  kind: 'refused',
  reason: 'channel-gone',
  detail: 'this channel is known no more',
};

/** Finds the way to a channel. */
export async function reachChannel(id: ChannelId, { ledger, messengers }: Delivering): Promise<Reach> {
  const channel = await ledger.workspaces.findChannel(id);
  if (channel === undefined) return { kind: 'channel-gone' };
  const messenger = messengers.get(channel.platform);
  return messenger === undefined
    ? { kind: 'no-messenger', channel, detail: `${channel.platform} is not set up in this process` }
    : { kind: 'reached', channel, messenger };
}

/**
 * What becomes of a row whose channel could not be reached; `mayHaveArrived`: an attempt before this one may have. A
 * platform that is not connected keeps all its channels waiting, so that what they are owed is not taken up in vain.
 */
export function afterNotReaching<Row extends Attempted>(
  reach: Exclude<Reach, { readonly kind: 'reached' }>,
  mayHaveArrived: boolean,
): Consequence<Row> {
  switch (reach.kind) {
    case 'channel-gone':
      return { settle: (stored, moment) => afterFailure(stored, CHANNEL_GONE, moment) };
    case 'no-messenger':
      return notConnected(reach, mayHaveArrived);
  }
}

function notConnected<Row extends Attempted>(
  { channel, detail }: Extract<Reach, { readonly kind: 'no-messenger' }>,
  mayHaveArrived: boolean,
): Consequence<Row> {
  const wish = { detail, retryAfterMs: TRY_AGAIN_MS };
  return {
    answer: { channel, outcome: { ...wish, kind: 'later', isEverywhere: true } },
    settle: (stored, moment) => afterNoAttempt(stored, mayHaveArrived, wish, moment),
  };
}

/** Asks a messenger; a fault in it leaves open whether the message arrived, so that it is looked for. */
export async function guarded<Outcome>(
  send: () => Promise<Outcome>,
  { log }: Delivering,
): Promise<Outcome | { readonly kind: 'unknown'; readonly detail: string }> {
  try {
    return await send();
  } catch (fault) {
    log.error('delivery.messenger_failed', {}, fault);
    return { kind: 'unknown', detail: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** Sends something new under its key, so that it is known until when it may not show. */
export const sentUnder = <Outcome>(
  key: DeliveryKey,
  send: () => Promise<Outcome>,
  delivering: Delivering,
): Promise<Outcome | { readonly kind: 'unknown'; readonly detail: string }> =>
  delivering.settling.sending(key, () => guarded(send, delivering));
