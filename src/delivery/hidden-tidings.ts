import type { WorkspaceStore } from '#channel/workspace-store.ts';
import type { Tidings } from '#delivery/notice.ts';
import { operatorWords } from '#delivery/operator-words.ts';
import type { Hidden } from '#story/hidden.ts';
import type { Story } from '#story/story.ts';

/** What a workspace has hidden, as the operator finds it again. */
export type HiddenTold = {
  readonly hidden: Hidden;
  readonly story: Story;
  /** The name of the article or statement: A3, S5. */
  readonly part: string;
  /** Whose report, or who said it, and the title or the words. */
  readonly what: string;
};

/**
 * What the operator is told when a workspace hides something of everyone's news, with what would make it hold for all;
 * nothing of a workspace's own feeds, which are its affair.
 */
export async function hiddenTidings(
  { hidden, story, part, what }: HiddenTold,
  workspaces: WorkspaceStore,
): Promise<Tidings | undefined> {
  if (story.workspace !== undefined) return undefined;
  const words = await operatorWords(workspaces);
  const where = await workspaces.find(hidden.workspace);
  const command =
    hidden.words === undefined
      ? `readout story split ${story.shortName} ${part}`
      : `readout story side ${story.shortName} ${part} none`;
  const told = { workspace: where?.name ?? hidden.workspace, story: story.shortName, part, what, command };
  return {
    about: `hidden:${hidden.workspace}:${hidden.article}:${hidden.at}:${part}`,
    line: hidden.words === undefined ? words.articleHidden(told) : words.statementHidden(told),
  };
}
