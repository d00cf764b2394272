import type { ArticleId } from '#article/article.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Match } from '#match/match.ts';
import type { Statement } from '#statement/statement.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import type { RelatedQuery, RelatedStory } from '#story/related-story.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { TopicId } from '#topic/topic.ts';

/** Keeps stories, which articles they hold, and what the stages found in those articles. */
export interface StoryStore {
  save(story: Story): Promise<void>;
  find(id: StoryId): Promise<Story | undefined>;
  /** The story that people call so: of everyone, and with a workspace its own too. */
  findByShortName(shortName: string, seenBy?: WorkspaceId): Promise<Story | undefined>;
  /** Whether any story, of whomever, is called so. */
  isNameTaken(shortName: string): Promise<boolean>;
  /** Puts the article into the story, out of any other. */
  addArticle(story: StoryId, fingerprint: Fingerprint): Promise<void>;
  storyOf(article: ArticleId): Promise<StoryId | undefined>;
  /** The stories that these articles belong to, by article; one that belongs to none is left out. */
  storiesOf(articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, StoryId>>;
  /** In order of arrival. */
  articlesOf(story: StoryId): Promise<readonly ArticleId[]>;
  /** The fingerprints of its articles, in order of arrival. */
  fingerprintsOf(story: StoryId): Promise<readonly Fingerprint[]>;
  /** The fingerprints since then, of each workspace and of everybody the newest `most` by when they happened, as a window keeps them; in order of arrival, with their stories and whose these are. Fills the windows. */
  listFingerprints(
    since: Date,
    most: number,
  ): Promise<
    readonly {
      readonly story: StoryId;
      readonly workspace?: WorkspaceId;
      readonly fingerprint: Fingerprint;
    }[]
  >;
  /** Moves all articles of `from` into `into` and marks `from` as merged. */
  merge(into: StoryId, from: StoryId): Promise<void>;
  saveMatches(matches: readonly Match[]): Promise<void>;
  matchesOf(articles: readonly ArticleId[]): Promise<readonly Match[]>;
  /** Stories that meet one of these topics in all but the event, and none of them wholly; the first seen first. */
  listRelated(query: RelatedQuery): Promise<readonly RelatedStory[]>;
  saveStatements(article: ArticleId, statements: readonly Statement[]): Promise<void>;
  /** As they were found in the article, whatever was ruled of them. */
  statementsFound(article: ArticleId): Promise<readonly Statement[]>;
  /** With the sides that the operator ruled. */
  statementsOf(articles: readonly ArticleId[]): Promise<readonly Statement[]>;
  /** Newest first by last article: of everyone, and with a workspace its own too; with `topic`, only stories that an article matched strongly. */
  listRecent(query: {
    readonly since: Date;
    readonly limit: number;
    readonly topic?: TopicId;
    readonly seenBy?: WorkspaceId | undefined;
  }): Promise<readonly Story[]>;
  /** Those that a workspace sees; all there are where none is named. */
  count(seenBy?: WorkspaceId): Promise<number>;
}
