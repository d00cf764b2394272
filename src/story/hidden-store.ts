import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Hidden } from '#story/hidden.ts';
import type { StoryAccount, StoryId } from '#story/story.ts';

/** Keeps what workspaces hide of stories, and what such a story amounts to for them. */
export interface HiddenStore {
  /** False when it was hidden already. */
  hide(hidden: Hidden): Promise<boolean>;
  /** True when it was hidden. */
  show(hidden: Pick<Hidden, 'workspace' | 'article' | 'words'>): Promise<boolean>;
  /** What is hidden of these articles, by all workspaces or by one; in the order in which it was hidden. */
  listIn(articles: readonly ArticleId[], workspace?: WorkspaceId): Promise<readonly Hidden[]>;
  /** Nobody hides these articles as a whole any more: they are told elsewhere. What is hidden of their words stays. */
  showArticles(articles: readonly ArticleId[]): Promise<void>;
  /** What the story amounted to for the workspace when it was last told; absent where it is as for everyone. */
  findAccount(workspace: WorkspaceId, story: StoryId): Promise<StoryAccount | undefined>;
  saveAccount(workspace: WorkspaceId, story: StoryId, account: StoryAccount): Promise<void>;
  /** From now on the story is as for everyone, for the workspace, or for all where none is named. */
  forgetAccounts(story: StoryId, workspace?: WorkspaceId): Promise<void>;
}
