import type { WorkspaceId } from '#kernel/id.ts';
import type { Hidden } from '#story/hidden.ts';
import type { StoryAccount, StoryId } from '#story/story.ts';

/** Keeps what workspaces hide of stories, and what such a story amounts to for them. */
export interface HiddenStore {
  /** False when it was hidden already. */
  hide(hidden: Hidden): Promise<boolean>;
  /** True when it was hidden. */
  show(hidden: Pick<Hidden, 'workspace' | 'article' | 'words'>): Promise<boolean>;
  /** What is hidden in the story, of all workspaces or of one; in the order in which it was hidden. */
  listOf(story: StoryId, workspace?: WorkspaceId): Promise<readonly Hidden[]>;
  /** What the story amounted to for the workspace when it was last told; absent where it is as for everyone. */
  findAccount(workspace: WorkspaceId, story: StoryId): Promise<StoryAccount | undefined>;
  saveAccount(workspace: WorkspaceId, story: StoryId, account: StoryAccount): Promise<void>;
  /** From now on the story is for it as for everyone. */
  forgetAccount(workspace: WorkspaceId, story: StoryId): Promise<void>;
}
