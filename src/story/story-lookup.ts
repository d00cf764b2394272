import type { HeldStory } from '#story/held-story.ts';

/** What an article is looked up by. `worth` says how much sharing the feature would mean. */
type Wanted = {
  readonly features: readonly { readonly feature: string; readonly worth: number }[];
  readonly acts: readonly string[];
  readonly ofStories: number;
};

/** A feature that many stories have finds too many to be of use; so do many features. */
const TOO_COMMON_SHARE = 0.02;
const NEVER_TOO_COMMON = 40;
const MOST_CANDIDATES = 40;

/** Finds the few stories that an article could belong to, without looking at the others. */
export class StoryLookup {
  readonly #stories = new Map<string, Set<HeldStory>>();

  add(story: HeldStory, keys: readonly string[]): void {
    for (const key of keys) {
      const stories = this.#stories.get(key);
      if (stories) stories.add(story);
      else this.#stories.set(key, new Set([story]));
    }
  }

  remove(story: HeldStory, keys: readonly string[]): void {
    for (const key of keys) {
      const stories = this.#stories.get(key);
      stories?.delete(story);
      if (stories?.size === 0) this.#stories.delete(key);
    }
  }

  /** Every story with one of the acts, and those that share most of what is rare. */
  find({ features, acts, ofStories }: Wanted): readonly HeldStory[] {
    const limit = Math.max(NEVER_TOO_COMMON, ofStories * TOO_COMMON_SHARE);
    const worths = new Map<HeldStory, number>();
    for (const { feature, worth } of features) {
      const stories = this.#stories.get(feature);
      if (!stories || stories.size > limit) continue;
      for (const story of stories) worths.set(story, (worths.get(story) ?? 0) + worth);
    }
    const likeliest = [...worths]
      .sort(([one, worth], [other, otherWorth]) => otherWorth - worth || (one.id < other.id ? -1 : 1))
      .slice(0, MOST_CANDIDATES)
      .map(([story]) => story);
    const sameAct = acts.flatMap((act) => [...(this.#stories.get(act) ?? [])]);
    return [...new Set([...sameAct, ...likeliest])];
  }
}
