import type { HeldStory } from '#story/held-story.ts';

/** What an article is looked up by. `worth` says how much sharing the feature would mean. */
type Wanted = {
  readonly features: readonly { readonly number: number; readonly worth: number }[];
  /** Features of which a story of the same act has two. */
  readonly principals: readonly number[];
  readonly tellsOfAct: (story: HeldStory) => boolean;
  readonly ofStories: number;
};

/** A feature that many stories have finds too many to be of use; so do many features. */
const TOO_COMMON_SHARE = 0.02;
const NEVER_TOO_COMMON = 40;
const MOST_CANDIDATES = 40;

const NONE: readonly HeldStory[] = [];

/** Finds the few stories that an article could belong to, without looking at the others. */
export class StoryLookup {
  /** By the number of a feature. Most have one story only, and need no list. */
  readonly #stories: (HeldStory | HeldStory[] | undefined)[] = [];

  /** `features`: those under which the story does not stand yet. */
  add(story: HeldStory, features: readonly number[]): void {
    for (const feature of features) {
      const there = this.#stories[feature];
      if (Array.isArray(there)) there.push(story);
      else this.#stories[feature] = there ? [there, story] : story;
    }
  }

  remove(story: HeldStory, features: readonly number[]): void {
    for (const feature of features) {
      const left = this.#under(feature).filter((other) => other !== story);
      this.#stories[feature] = left.length > 1 ? left : left[0];
    }
  }

  /** These stories have lost features: under each of them only those stay that have it still. One walk through a list, however many leave it. */
  leave(stories: ReadonlySet<HeldStory>, features: ReadonlySet<number>): void {
    for (const feature of features) {
      const left = this.#under(feature).filter(
        (story) => !stories.has(story) || isAmong(feature, story.weights.numbers),
      );
      this.#stories[feature] = left.length > 1 ? left : left[0];
    }
  }

  /** Every story that tells of the act, and those that share most of what is rare. */
  find({ features, principals, tellsOfAct, ofStories }: Wanted): readonly HeldStory[] {
    const limit = Math.max(NEVER_TOO_COMMON, ofStories * TOO_COMMON_SHARE);
    const worths = new Map<HeldStory, number>();
    for (const { number, worth } of features) {
      const stories = this.#under(number);
      if (stories.length > limit) continue;
      for (const story of stories) worths.set(story, (worths.get(story) ?? 0) + worth);
    }
    return [...new Set([...this.#withTwoOf(principals).filter(tellsOfAct), ...likeliestOf(worths)])];
  }

  /** Stories that may have two of them: whoever has two has one beside the most common. */
  #withTwoOf(features: readonly number[]): readonly HeldStory[] {
    const found = features.map((feature) => this.#under(feature));
    const [, ...rarer] = found.toSorted((one, other) => other.length - one.length);
    return rarer.flat();
  }

  #under(feature: number): readonly HeldStory[] {
    const there = this.#stories[feature];
    return Array.isArray(there) ? there : there ? [there] : NONE;
  }
}

/** Those worth most, among equals by their ids. Of thousands only those are put in order that may be among them. */
function likeliestOf(worths: ReadonlyMap<HeldStory, number>): readonly HeldStory[] {
  const least = Float64Array.from(worths.values()).sort().at(-MOST_CANDIDATES) ?? 0;
  return [...worths]
    .filter(([, worth]) => worth >= least)
    .sort(([one, worth], [other, otherWorth]) => otherWorth - worth || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(([story]) => story);
}

/** `numbers`: ascending. */
function isAmong(number: number, numbers: readonly number[]): boolean {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === number;
}
