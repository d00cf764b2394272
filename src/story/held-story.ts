import type { ArticleId } from '#article/article.ts';
import { addWeights, type Measurable, sumOfWeights, type Weights } from '#story/rarity.ts';
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

/** Takes articles off again; returns their reports, and the features that no report of the story has any more. */
export function removeArticles(
  story: HeldStory,
  gone: ReadonlySet<ArticleId>,
): { readonly reports: readonly HeldReport[]; readonly features: readonly number[] } {
  story.others = story.others.filter(({ article }) => !gone.has(article));
  const reports = story.reports.filter(({ article }) => gone.has(article));
  if (reports.length === 0) return { reports, features: [] };
  const before = story.weights;
  story.reports = story.reports.filter(({ article }) => !gone.has(article));
  story.weights = sumOfWeights(story.reports.map(({ weights }) => weights));
  story.measured = undefined;
  return { reports, features: numbersBeyond(before, story.weights) };
}

function numbersBeyond({ numbers }: Weights, other: Weights): readonly number[] {
  const there = new Set(other.numbers);
  return numbers.filter((number) => !there.has(number));
}
