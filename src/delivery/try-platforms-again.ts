import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { OwedStore } from '#delivery/owed-store.ts';
import type { StopStore } from '#delivery/stop-store.ts';

type Stores = {
  readonly stops: StopStore;
  readonly owed: OwedStore;
  readonly workspaces: Pick<WorkspaceStore, 'listChannelsOn'>;
};

/**
 * Lifts what stops whole platforms and makes due what waits there: a program that is started anew may have a token that
 * is accepted.
 */
export async function tryPlatformsAgain({ stops, owed, workspaces }: Stores, now: Date): Promise<void> {
  for (const stop of await stops.list()) {
    if (stop.platform === undefined) continue;
    await stops.lift(stop);
    const channels = await workspaces.listChannelsOn(stop.platform);
    await owed.hasten(
      channels.map(({ id }) => id),
      now,
    );
  }
}
