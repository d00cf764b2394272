import type { ChannelRef } from '#channel/channel.ts';
import type { FindOutcome, Messenger, SaidLine } from '#channel/messenger.ts';
import { afterFailedSearch, afterSearch, type Moment } from '#delivery/after-failure.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { guarded } from '#delivery/reach-channel.ts';

/** Where a message is looked for; `said` is the line itself, for a platform that has no room for its key. */
export type Place = {
  readonly channel: ChannelRef;
  readonly messenger: Messenger;
  readonly said?: SaidLine;
};

type Found = Extract<FindOutcome, { readonly kind: 'found' }>;

/**
 * Looks for what may have arrived. Where nobody can know, the channel's own word decides whether it is sent again.
 * `afterArriving` says what becomes of a row that was found.
 */
export async function lookFor<Row extends Attempted>(
  row: Row,
  { channel, messenger, said }: Place,
  delivering: Delivering,
  afterArriving: (stored: Row, found: Found, moment: Moment) => Row,
): Promise<Consequence<Row>> {
  const since = new Date(row.firstSentAt ?? row.plannedAt);
  const outcome = await guarded(() => messenger.findByKey(channel, row.key, since, said), delivering);
  switch (outcome.kind) {
    case 'found':
      return { settle: (stored, moment) => afterArriving(stored, outcome, moment) };
    case 'absent':
    case 'later':
    case 'cannot-know': {
      const settings = await delivering.ledger.subscriptions.findSettings(channel.id);
      const policy = settings?.whenUncertain ?? 'repeat';
      return { settle: (stored, moment) => afterSearch(stored, outcome, policy, moment) };
    }
    case 'unknown':
      return { settle: (stored, moment) => afterFailedSearch(stored, outcome.detail, moment) };
  }
}

/**
 * Whether this must be looked for before it is sent: it may have arrived, and its platform no longer, or never, takes
 * the same key for the same message.
 */
export function mustBeLookedFor(row: Attempted, { keyHoldsForMs = 0 }: Messenger, now: Date): boolean {
  if (row.state !== 'unknown') return false;
  const firstSentAt = Date.parse(row.firstSentAt ?? row.plannedAt);
  return now.getTime() - firstSentAt >= keyHoldsForMs;
}
