import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** A change that can be taken back until then; the token stands on a button. Times are ISO 8601 in UTC. */
export type Undo = {
  readonly token: string;
  readonly workspace: WorkspaceId;
  readonly channel: ChannelId;
  /** Who made the change. */
  readonly who: string;
  readonly until: string;
  /** The command that made it, such as `watch add`, and on what. */
  readonly what: string;
  readonly detail: string;
  /** What takes it back, in JSON, as the commands write and read it. */
  readonly inverse: string;
  /** The command that comes nearest to it later, if there is one. */
  readonly opposite?: string;
  readonly usedAt?: string;
};

/** A command that is longer than a button holds. */
export type KeptLine = {
  readonly token: string;
  readonly workspace: WorkspaceId;
  readonly channel: ChannelId;
  readonly line: string;
  readonly until: string;
};

/** Keeps what buttons cannot carry themselves. A token of another workspace is unknown here. */
export interface ButtonStore {
  /** Forgets what was over a day before `now`. */
  keepUndo(undo: Undo, now: Date): Promise<void>;
  findUndo(token: string, workspace: WorkspaceId): Promise<Undo | undefined>;
  /** True the first time, and never again. */
  useUndo(token: string, workspace: WorkspaceId, at: Date): Promise<boolean>;
  /** Forgets what was over before `now`. */
  keepLine(line: KeptLine, now: Date): Promise<void>;
  findLine(token: string, workspace: WorkspaceId): Promise<KeptLine | undefined>;
  /** The key by which we know what we signed: the one that is kept, else this one from now on. */
  signingKey(fresh: string): Promise<string>;
}
