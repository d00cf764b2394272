import { isDeepStrictEqual } from 'node:util';
import type { ArticleId } from '#article/article.ts';
import { idOf, type WorkspaceId } from '#kernel/id.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { shortNameOf } from '#story/short-name.ts';
import type { Silence, Story, StoryAccount, StoryId } from '#story/story.ts';

/** The id of the story that this article opens. */
export const storyIdOf = (first: ArticleId): StoryId => idOf<'Story'>('story', first);

/** How a story is opened: under a name that is free, after which story it follows, and whose it is. */
type Opening = {
  readonly shortName?: string;
  readonly follows?: StoryId;
  readonly workspace?: WorkspaceId | undefined;
};

/** A story as its first article tells it. */
export function openStory(
  first: Fingerprint,
  account: StoryAccount,
  { shortName, follows, workspace }: Opening = {},
): Story {
  const id = storyIdOf(first.article);
  return {
    id,
    shortName: shortName ?? shortNameOf(id),
    firstArticle: first.article,
    openedAt: first.at,
    lastArticleAt: first.at,
    ...(follows === undefined ? {} : { follows }),
    ...(workspace === undefined ? {} : { workspace }),
    revision: 1,
    account,
  };
}

/**
 * The story after another look at its articles. The revision rises only when the account says something else: a feed
 * read once more without news is kept in the account, and is no revision.
 */
export function advanceStory(story: Story, account: StoryAccount, lastArticleAt: string): Story {
  const isNews = !isDeepStrictEqual(withoutReadingTimes(story.account), withoutReadingTimes(account));
  return {
    ...story,
    account,
    lastArticleAt: lastArticleAt > story.lastArticleAt ? lastArticleAt : story.lastArticleAt,
    revision: isNews ? story.revision + 1 : story.revision,
  };
}

function withoutReadingTimes(account: StoryAccount): unknown {
  const sides = account.sides.map(({ silence, ...side }) => ({
    ...side,
    silence: silence && untimed(silence),
  }));
  return { ...account, sides };
}

const untimed = (silence: Silence): unknown => ('readAt' in silence ? { ...silence, readAt: '' } : silence);
