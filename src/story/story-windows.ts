import type { WorkspaceId } from '#kernel/id.ts';
import { StoryWindow } from '#story/story-window.ts';

/** A window of stories for everyone's news, and one for each workspace's own: no story is ever of both. */
export class StoryWindows {
  readonly #ofEveryone = new StoryWindow();
  readonly #own = new Map<WorkspaceId, StoryWindow>();

  of(workspace: WorkspaceId | undefined): StoryWindow {
    if (workspace === undefined) return this.#ofEveryone;
    return this.#own.getOrInsertComputed(workspace, () => new StoryWindow());
  }

  /** Forgets articles that happened earlier, in every window. */
  forgetBefore(at: Date): void {
    for (const window of [this.#ofEveryone, ...this.#own.values()]) window.forgetBefore(at);
  }
}
