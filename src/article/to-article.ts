import type { Article, ArticleId } from '#article/article.ts';
import type { Item } from '#article/item.ts';
import type { Feed } from '#feed/feed.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { cleanText } from '#language/clean-text.ts';

/** What is known of an item besides itself. */
export type Circumstances = {
  readonly id: ArticleId;
  readonly feed: Feed;
  readonly now: Date;
  /** The edition before this one. */
  readonly earlier?: Article;
  /** Nothing of a feed's first visit is posted. */
  readonly isFirstVisit: boolean;
};

/** Published longer ago than this when first seen, an article is old news. */
const ARCHIVE_AFTER_MS = 48 * HOUR_MS;

/**
 * The article an item is: cleaned, dated no later than now. An item whose date is well ahead is held by `sortItems`
 * and does not come here before it is due. Without a date it is never too old: we cannot know. A new edition keeps
 * when its article was published and first seen, and stays archive if that was.
 */
export function toArticle(item: Item, { id, feed, now, earlier, isFirstVisit }: Circumstances): Article {
  const summary = present(item.summary);
  const text = present(item.text);
  const language = primarySubtag(item.language ?? feed.language);
  const outletName = passedOnFrom(item, feed);
  const publishedAt = earlier?.publishedAt ?? publishedBefore(now, item);
  return {
    id,
    feed: feed.id,
    outlet: feed.outlet,
    ...(feed.workspace !== undefined && { workspace: feed.workspace }),
    ...(item.link !== undefined && { link: item.link }),
    title: titleOf(item),
    ...(summary !== undefined && { summary }),
    ...(text !== undefined && { text }),
    isFullText: false,
    ...(language !== undefined && { language }),
    ...(publishedAt !== undefined && { publishedAt }),
    seenAt: earlier?.seenAt ?? now.toISOString(),
    edition: (earlier?.edition ?? 0) + 1,
    isArchive: earlier?.isArchive ?? (isFirstVisit || isOldNews(publishedAt, now)),
    ...(item.image !== undefined && { image: item.image }),
    ...(outletName !== undefined && { outletName }),
  };
}

/** Whether what was published then is no news any more: longer than 48 hours ago. Without a date we cannot know. */
export function isOldNews(publishedAt: string | undefined, now: Date): boolean {
  return publishedAt !== undefined && now.getTime() - Date.parse(publishedAt) > ARCHIVE_AFTER_MS;
}

/**
 * Whose report a feed says it passes on: a claim, of which the word of a workspace's feed proves nothing. Outlets of everyone are no aggregators, and some name a section of their own
 * there: of them it counts only where it leads away from the article's own site.
 */
function passedOnFrom({ outletName, outletLink, link }: Item, { workspace }: Feed): string | undefined {
  const name = cleanText(outletName ?? '');
  if (name === '') return undefined;
  const [there, here] = [hostOf(outletLink), hostOf(link)];
  const leadsAway = there !== undefined && here !== undefined && there !== here;
  return workspace !== undefined || leadsAway ? name : undefined;
}

const hostOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : URL.parse(address)?.hostname.replace(/^www\./, '');

const present = (text: string | undefined): string | undefined => {
  const clean = cleanText(text ?? '');
  return clean === '' ? undefined : clean;
};

/** Some outlets publish notes without a headline; the first line then stands for it. */
function titleOf(item: Item): string {
  const title = cleanText(item.title ?? '');
  return title === '' ? (present(item.summary ?? item.text)?.split('\n', 1)[0] ?? '') : title;
}

function publishedBefore(now: Date, item: Item): string | undefined {
  const said = item.published ?? item.updated;
  if (said === undefined) return undefined;
  return Date.parse(said) > now.getTime() ? now.toISOString() : said;
}

const primarySubtag = (language: string | undefined): string | undefined =>
  /^[a-z]{2,3}(?=$|[-_])/i.exec(language?.trim() ?? '')?.[0].toLowerCase();
