import type { Grouping } from '#story/grouping.ts';
import type { StoryId } from '#story/story.ts';

/**
 * The grouping without merges that the operator ruled out: the article stays with the story that is nearest to it, and
 * that one takes in, the oldest first, whatever is apart from nothing that it holds by then.
 */
export async function withoutApart(
  grouping: Grouping,
  areApart: (one: StoryId, other: StoryId) => Promise<boolean>,
): Promise<Grouping> {
  if (grouping.kind === 'opens' || grouping.merges.length === 0) return grouping;
  const byAge = [grouping.story, ...grouping.merges];
  const one = new Set<StoryId>([grouping.nearest]);
  for (const candidate of byAge) {
    const verdicts = await Promise.all([...one].map((held) => areApart(held, candidate)));
    if (!verdicts.includes(true)) one.add(candidate);
  }
  const [story = grouping.nearest, ...merges] = byAge.filter((id) => one.has(id));
  return { ...grouping, story, merges };
}
