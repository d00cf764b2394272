import type { ArticleId } from '#article/article.ts';
import { type Features, featuresOf } from '#story/features-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { type Act, actOf, keysOfAct } from '#story/same-event.ts';
import type { StoryId } from '#story/story.ts';

/** One article of the window, with what is compared worked out once. */
export type HeldArticle = {
  readonly fingerprint: Fingerprint;
  readonly features: Features;
  readonly act: Act;
  /** By what its story is found: the features, and the act's own keys. */
  readonly keys: readonly string[];
};

/** A story of the window: its reports and the sum of their features. Other forms belong to it and count for nothing. */
export type HeldStory = {
  readonly id: StoryId;
  /** In order of arrival. */
  readonly reports: Map<ArticleId, HeldArticle>;
  readonly others: Map<ArticleId, HeldArticle>;
  readonly features: Map<string, number>;
  /** How many reports have each key. */
  readonly reportsWith: Map<string, number>;
  openedAt: number;
};

/** Works out once what is compared. */
export function hold(fingerprint: Fingerprint): HeldArticle {
  const features = featuresOf(fingerprint);
  const act = actOf(fingerprint);
  return { fingerprint, features, act, keys: [...features.keys(), ...keysOfAct(act)] };
}

/** A story nothing has been put into. */
export const emptyStory = (id: StoryId): HeldStory => ({
  id,
  reports: new Map(),
  others: new Map(),
  features: new Map(),
  reportsWith: new Map(),
  openedAt: Number.POSITIVE_INFINITY,
});

/** Adds a report and its features to the story. */
export function addReport(story: HeldStory, article: HeldArticle): void {
  story.reports.set(article.fingerprint.article, article);
  for (const [feature, weight] of article.features) {
    story.features.set(feature, (story.features.get(feature) ?? 0) + weight);
  }
  for (const key of article.keys) story.reportsWith.set(key, (story.reportsWith.get(key) ?? 0) + 1);
}

/** Takes it off again; returns the keys that no report of the story has any more. */
export function removeReport(story: HeldStory, article: HeldArticle): readonly string[] {
  story.reports.delete(article.fingerprint.article);
  for (const [feature, weight] of article.features) {
    story.features.set(feature, (story.features.get(feature) ?? weight) - weight);
  }
  const gone = article.keys.filter((key) => (story.reportsWith.get(key) ?? 1) === 1);
  for (const key of article.keys) story.reportsWith.set(key, (story.reportsWith.get(key) ?? 1) - 1);
  for (const key of gone) {
    story.reportsWith.delete(key);
    story.features.delete(key);
  }
  return gone;
}
