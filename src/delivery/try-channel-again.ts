import type { OwedStore } from '#delivery/owed-store.ts';
import type { StopStore } from '#delivery/stop-store.ts';
import type { ChannelId } from '#kernel/id.ts';

/** Lifts what stops a channel and makes due what waits there: whoever can let us in has done so. True where it was stopped. */
export async function tryChannelAgain(
  channel: ChannelId,
  { stops, owed }: { readonly stops: StopStore; readonly owed: OwedStore },
  now: Date,
): Promise<boolean> {
  const wasStopped = await stops.lift({ channel });
  await owed.hasten([channel], now);
  return wasStopped;
}
