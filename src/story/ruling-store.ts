import type { ArticleId } from '#article/article.ts';
import type { RuledSide } from '#statement/ruled-side.ts';
import type { Decision, Ruling } from '#story/ruling.ts';
import type { StoryId } from '#story/story.ts';

/** Keeps what was decided about stories, and what holds from then on. */
export interface RulingStore {
  /** Writes a decision down, to be carried by the one process that tells stories; gives its number. */
  ask(asked: { readonly decision: Decision; readonly by: string; readonly at: Date }): Promise<number>;
  find(number: number): Promise<Ruling | undefined>;
  /** Those nobody has carried yet, in the order in which they were asked. */
  listWaiting(): Promise<readonly Ruling[]>;
  /** Notes what came of it. */
  close(number: number, outcome: string, at: Date): Promise<void>;
  /** From now on each of `ones` stands in another story than each of `others`. */
  keepApart(ones: readonly ArticleId[], others: readonly ArticleId[]): Promise<void>;
  /** They may stand in one story again. */
  letTogether(ones: readonly ArticleId[], others: readonly ArticleId[]): Promise<void>;
  /** Whether an article of the one must not stand in one story with an article of the other. */
  areApart(one: StoryId, other: StoryId): Promise<boolean>;
  saveSide(ruled: RuledSide): Promise<void>;
  /** True when something was ruled of that speaker. */
  liftSide(ruled: Pick<RuledSide, 'article' | 'speakerWords'>): Promise<boolean>;
  sidesIn(articles: readonly ArticleId[]): Promise<readonly RuledSide[]>;
}
