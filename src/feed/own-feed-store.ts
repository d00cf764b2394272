import type { FeedId } from '#feed/feed.ts';
import type { OwnFeed } from '#feed/own-feed.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** Keeps the feeds that workspaces added. A removed one is kept as removed, so that its news can still be named. */
export interface OwnFeedStore {
  /** Adds it, or reads it again where it was removed. */
  save(ownFeed: OwnFeed): Promise<void>;
  /** True when it was read until then. */
  remove(feed: FeedId, at: Date): Promise<boolean>;
  /** Of this workspace, removed or not; nothing of another's. */
  find(workspace: WorkspaceId, feed: FeedId): Promise<OwnFeed | undefined>;
  /** Those that are read, the first added first. */
  listByWorkspace(workspace: WorkspaceId): Promise<readonly OwnFeed[]>;
  /** Of all workspaces, removed ones as well: for what reads feeds, never for a reply. */
  listAll(): Promise<readonly OwnFeed[]>;
  /** How many this workspace has added since then, removed ones as well. */
  countAddedSince(workspace: WorkspaceId, since: Date): Promise<number>;
  /** Rises with every change, by whatever process: tells when what is known of them is out of date. */
  version(): Promise<number>;
}
