import type { StopStore } from '#delivery/stop-store.ts';

/** Lifts what stops whole platforms: a program that is started anew may have a token that is accepted. */
export async function tryPlatformsAgain(stops: StopStore): Promise<void> {
  for (const stop of await stops.list()) {
    if (stop.platform !== undefined) await stops.lift(stop);
  }
}
