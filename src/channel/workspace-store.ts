import type { AuditRow, ChannelRef, Workspace } from '#channel/channel.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Keeps workspaces with their settings, their channels, and what was changed by whom. */
export interface WorkspaceStore {
  save(workspace: Workspace): Promise<void>;
  find(id: WorkspaceId): Promise<Workspace | undefined>;
  saveChannel(channel: ChannelRef): Promise<void>;
  findChannel(id: ChannelId): Promise<ChannelRef | undefined>;
  listChannels(workspace: WorkspaceId): Promise<readonly ChannelRef[]>;
  audit(row: AuditRow): Promise<void>;
  listAudit(workspace: WorkspaceId, limit: number): Promise<readonly AuditRow[]>;
}
