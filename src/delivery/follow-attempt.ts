import type { ChannelRef } from '#channel/channel.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Moment } from '#delivery/after-failure.ts';
import type { Answer } from '#delivery/consequence.ts';
import type { Attempted } from '#delivery/delivery.ts';
import { stopTidings, type TidingsMeans, type Trouble, troubleTidings } from '#delivery/delivery-tidings.ts';
import type { Tidings } from '#delivery/notice.ts';
import type { NoticeStore } from '#delivery/notice-store.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { nameOfStopped } from '#delivery/stop.ts';
import { stopAfter } from '#delivery/stop-after.ts';
import type { StopStore } from '#delivery/stop-store.ts';

type Stores = {
  readonly stops: StopStore;
  readonly notices: NoticeStore;
  readonly workspaces: WorkspaceStore;
};

/** An attempt: the row before and after it, where, and what the platform answered if it was asked. */
export type Attempt = {
  readonly before: Attempted;
  readonly after: Attempted;
  readonly channel: Pick<ChannelRef, 'id'>;
  readonly answer?: Answer | undefined;
  /** Its message was to be taken away: it stands below a card that is gone, or may. */
  readonly isLeftBehind?: boolean;
};

/**
 * What an attempt means beyond its own row: a channel or platform that refuses is stopped, and one that takes something
 * is stopped no more. The operator is told once a day of each channel that stops, gives up, or leaves things uncertain.
 * Call it in the transaction that saves the row.
 */
export async function followAttempt(attempt: Attempt, stores: Stores, moment: Moment): Promise<void> {
  if (attempt.answer !== undefined) await keepStop(attempt.answer, stores, moment);
  const trouble = troubleIn(attempt);
  const channel = trouble && (await stores.workspaces.findChannel(attempt.channel.id));
  if (trouble === undefined || channel === undefined) return;
  await tellOperator(channel, stores, moment, (means) =>
    troubleTidings(trouble, attempt.after.reason ?? '', channel, means),
  );
}

/** A channel of the operator's own that is in trouble cannot be told so. */
async function tellOperator(
  about: ChannelRef,
  stores: Stores,
  { now }: Moment,
  tidings: (means: TidingsMeans) => Promise<Tidings>,
): Promise<void> {
  const operator = await stores.workspaces.findChannel(OPERATOR_CHANNEL);
  if (operator === undefined || about.id === OPERATOR_CHANNEL) return;
  await oweNotice(await tidings({ ...stores, now }), stores, now);
}

async function keepStop(answer: Answer, stores: Stores, moment: Moment): Promise<void> {
  const { channel } = answer;
  const standing = await stores.stops.listOn(channel.id, channel.platform);
  const change = stopAfter(answer, standing, moment);
  switch (change.kind) {
    case 'none':
      return;
    case 'over':
      for (const stop of change.stops) await stores.stops.lift(stop);
      return;
    case 'stopped': {
      const { stop } = change;
      await stores.stops.save(stop);
      const before = standing.find((one) => nameOfStopped(one) === nameOfStopped(stop));
      if (stop.kind !== 'refused' || before?.kind === 'refused') return;
      await tellOperator(channel, stores, moment, (means) => stopTidings(stop, channel, means));
    }
  }
}

/** What the stop of its channel tells already is not told of each row. */
function troubleIn({ before, after, answer, isLeftBehind = false }: Attempt): Trouble | undefined {
  if (isLeftBehind) return STAYS.has(after.state) ? 'left-behind' : undefined;
  if ((after.repeats ?? 0) > (before.repeats ?? 0)) return 'sent-again';
  if (after.state === 'uncertain' && before.state !== 'uncertain') return 'uncertain';
  const isTold = answer?.outcome.kind === 'refused' && answer.outcome.reason !== 'invalid';
  return after.state === 'dead' && !isTold ? 'given-up' : undefined;
}

/** How a row ends whose message could be neither found nor taken away. */
const STAYS: ReadonlySet<Attempted['state']> = new Set(['uncertain', 'dead', 'expired']);
