import type { Platform } from '#channel/channel.ts';
import { OPERATOR_WORKSPACE } from '#channel/operator-channel.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';

/** On which platforms it is known where the program is, and where that is. */
export type Present = ReadonlyMap<Platform, ReadonlySet<WorkspaceId>>;

/**
 * Notes which workspaces the program has been put out of, and which let it in again: what belongs to one is kept for a
 * while after it was left. Says each once.
 */
export async function noteLeft(
  present: Present,
  workspaces: WorkspaceStore,
  { now, log }: { readonly now: Date; readonly log: Log },
): Promise<void> {
  if (present.size === 0) return;
  for (const { id, platform } of await workspaces.list()) {
    const there = present.get(platform);
    if (there === undefined || id === OPERATOR_WORKSPACE) continue;
    const isThere = there.has(id);
    const isNews = await workspaces.setLeft(id, isThere ? undefined : now);
    if (isNews) log.info(isThere ? 'workspace.returned' : 'workspace.left', { workspace: id, platform });
  }
}
