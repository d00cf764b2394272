import type { Story, StoryId } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';

/** The story, or the one that it has become part of. */
export async function livingStory(id: StoryId, stories: StoryStore): Promise<Story | undefined> {
  const story = await stories.find(id);
  return story?.mergedInto === undefined ? story : stories.find(story.mergedInto);
}
