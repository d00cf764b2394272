import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Where cards go. */
export type Platform = 'terminal' | 'discord' | 'slack';

/** A channel and how its platform calls it. */
export type ChannelRef = {
  readonly id: ChannelId;
  readonly workspace: WorkspaceId;
  readonly platform: Platform;
  /** The platform's own id of the channel. */
  readonly address: string;
  /** As people see it: #desk. */
  readonly name: string;
};

/** What is done with a message of which nobody can know whether it arrived: sent again, or left to people. */
export type WhenUncertain = 'repeat' | 'skip';

/** A Discord server, a Slack workspace, or the terminal. */
export type Workspace = {
  readonly id: WorkspaceId;
  readonly platform: Platform;
  readonly name: string;
  readonly languages: readonly string[];
  readonly zone: string;
  /** For channels that say nothing of their own. Absent is `repeat`: news twice is better than news lost. */
  readonly whenUncertain?: WhenUncertain;
};

/** One change somebody made, for the audit. */
export type AuditRow = {
  readonly workspace: WorkspaceId;
  readonly channel?: ChannelId;
  readonly who: string;
  readonly at: string;
  /** The command that did it, such as `watch add`. */
  readonly what: string;
  readonly detail: string;
};
