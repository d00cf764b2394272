import type { ArticleId } from '#article/article.ts';
import { addWeights, type Measurable, type Weights } from '#story/rarity.ts';
import type { Act } from '#story/same-event.ts';
import type { StoryId } from '#story/story.ts';

/** A report of the window: what is compared, and nothing else of it. */
export type HeldReport = Measurable & { readonly article: ArticleId; readonly act: Act };

/** Another form: it belongs to its story and counts for nothing. */
export type HeldOther = { readonly article: ArticleId; readonly at: number };

/** A story of the window: its reports and the sum of their weights. */
export type HeldStory = Measurable & {
  readonly id: StoryId;
  /** In order of arrival. */
  reports: readonly HeldReport[];
  others: readonly HeldOther[];
  weights: Weights;
  openedAt: number;
};

const NO_WEIGHTS: Weights = { numbers: [], weights: [] };

/** A story nothing has been put into. */
export const emptyStory = (id: StoryId): HeldStory => ({
  id,
  reports: [],
  others: [],
  weights: NO_WEIGHTS,
  measured: undefined,
  openedAt: Number.POSITIVE_INFINITY,
});

/** Adds a report and its weights to the story; returns the features that are new to it. */
export function addReport(story: HeldStory, report: HeldReport): readonly number[] {
  const before = story.weights;
  // Most stories have one report, and share its weights.
  story.weights = story.reports.length === 0 ? report.weights : addWeights(before, report.weights);
  story.reports = [...story.reports, report];
  story.measured = undefined;
  return numbersBeyond(report.weights, before);
}

/** Takes it off again; returns the features that no report of the story has any more. */
export function removeReport(story: HeldStory, report: HeldReport): readonly number[] {
  const left = story.reports.filter((other) => other !== report);
  const [first = { weights: NO_WEIGHTS }, ...rest] = left;
  story.weights = rest.map(({ weights }) => weights).reduce(addWeights, first.weights);
  story.reports = left;
  story.measured = undefined;
  return numbersBeyond(report.weights, story.weights);
}

function numbersBeyond({ numbers }: Weights, other: Weights): readonly number[] {
  const there = new Set(other.numbers);
  return numbers.filter((number) => !there.has(number));
}
