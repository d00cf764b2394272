import type { ArticleId } from '#article/article.ts';
import type { Match } from '#match/match.ts';
import type { Statement } from '#statement/statement.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { TopicId } from '#topic/topic.ts';

/** Keeps stories, which articles they hold, and what the stages found in those articles. */
export interface StoryStore {
  save(story: Story): Promise<void>;
  find(id: StoryId): Promise<Story | undefined>;
  findByShortName(shortName: string): Promise<Story | undefined>;
  /** Puts the article into the story, out of any other. */
  addArticle(story: StoryId, fingerprint: Fingerprint): Promise<void>;
  storyOf(article: ArticleId): Promise<StoryId | undefined>;
  /** In order of arrival. */
  articlesOf(story: StoryId): Promise<readonly ArticleId[]>;
  /** The fingerprints of its articles, in order of arrival. */
  fingerprintsOf(story: StoryId): Promise<readonly Fingerprint[]>;
  /** All fingerprints since then, in order of arrival, with their stories: fills the window after a restart. */
  listFingerprints(
    since: Date,
  ): Promise<readonly { readonly story: StoryId; readonly fingerprint: Fingerprint }[]>;
  /** Moves all articles of `from` into `into` and marks `from` as merged. */
  merge(into: StoryId, from: StoryId): Promise<void>;
  saveMatches(matches: readonly Match[]): Promise<void>;
  matchesOf(articles: readonly ArticleId[]): Promise<readonly Match[]>;
  saveStatements(article: ArticleId, statements: readonly Statement[]): Promise<void>;
  statementsOf(articles: readonly ArticleId[]): Promise<readonly Statement[]>;
  /** Newest first by last article; with `topic`, only stories that an article matched strongly. */
  listRecent(query: {
    readonly since: Date;
    readonly limit: number;
    readonly topic?: TopicId;
  }): Promise<readonly Story[]>;
  count(): Promise<number>;
}
