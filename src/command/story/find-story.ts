import type { Desk } from '#command/command.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Story, StoryId } from '#story/story.ts';

/**
 * The story that people of this workspace call so, in whatever case; the younger of two merged stories lives on in the
 * older.
 */
export async function findStory(
  shortName: string,
  seenBy: WorkspaceId,
  desk: Desk,
): Promise<Story | undefined> {
  const name = shortName.trim().toUpperCase();
  return livingStory(await desk.ledger.stories.findByShortName(name, seenBy), desk);
}

/** The story with this id, or the one it was merged into. */
export async function findLivingStory(id: StoryId, desk: Desk): Promise<Story | undefined> {
  return livingStory(await desk.ledger.stories.find(id), desk);
}

async function livingStory(story: Story | undefined, { ledger }: Desk): Promise<Story | undefined> {
  return story?.mergedInto === undefined ? story : ledger.stories.find(story.mergedInto);
}
