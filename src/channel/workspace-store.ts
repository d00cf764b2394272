import type { AuditRow, ChannelRef, Platform, WhenUncertain, Workspace } from '#channel/channel.ts';
import type { Policy } from '#channel/policy.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Which rows of the audit are wanted: done before `before` or then, without the first `skip` of them. */
export type AuditNarrowing = {
  readonly before?: Date;
  readonly skip?: number;
  /** In these channels, or for the whole workspace; absent: wherever it was. */
  readonly channels?: readonly ChannelId[];
};

/** Keeps workspaces with their settings, their channels, and what was changed by whom. */
export interface WorkspaceStore {
  /** All but what its people said is to be done with messages that may have arrived. */
  save(workspace: Workspace): Promise<void>;
  setWhenUncertain(id: WorkspaceId, policy: WhenUncertain | undefined): Promise<void>;
  /** All of them: for the operator only. */
  list(): Promise<readonly Workspace[]>;
  /** Notes since when the program is out of it, or with `undefined` that it is in it. True where that is news. */
  setLeft(id: WorkspaceId, at: Date | undefined): Promise<boolean>;
  find(id: WorkspaceId): Promise<Workspace | undefined>;
  saveChannel(channel: ChannelRef): Promise<void>;
  findChannel(id: ChannelId): Promise<ChannelRef | undefined>;
  listChannels(workspace: WorkspaceId): Promise<readonly ChannelRef[]>;
  /** Of all workspaces: for the operator only. */
  listChannelsOn(platform: Platform): Promise<readonly ChannelRef[]>;
  /** Absent where nobody has said. */
  findPolicy(workspace: WorkspaceId): Promise<Policy | undefined>;
  savePolicy(workspace: WorkspaceId, policy: Policy): Promise<void>;
  audit(row: AuditRow): Promise<void>;
  /** Newest first, all of them where nothing narrows it. */
  listAudit(workspace: WorkspaceId, limit: number, narrowing?: AuditNarrowing): Promise<readonly AuditRow[]>;
  /** True the first time a platform's event is seen; platforms that got no answer in time send it again. Kept a day. */
  takeInbound(id: string, at: Date): Promise<boolean>;
}
