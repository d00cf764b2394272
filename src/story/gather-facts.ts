import type { Article } from '#article/article.ts';
import type { ArticleStore } from '#article/article-store.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { StoryId } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import type { StoryStore } from '#story/story-store.ts';

/** Where facts are gathered from. */
export type FactSources = {
  readonly articles: ArticleStore;
  readonly stories: StoryStore;
};

/**
 * The facts of all stored articles of these stories, in order of arrival, with the one just read in its place:
 * last when it is new, where its earlier edition stood when it is known.
 */
export async function gatherFacts(
  stories: readonly StoryId[],
  arrived: ArticleFacts,
  sources: FactSources,
  outlets: ReadonlyMap<OutletId, Outlet>,
): Promise<readonly ArticleFacts[]> {
  const facts = await storedFacts(stories, sources, outlets);
  const isArrived = ({ article }: ArticleFacts): boolean => article.id === arrived.article.id;
  if (!facts.some(isArrived)) return [...facts, arrived];
  return facts.map((one) => (isArrived(one) ? afterEdition(one.article, arrived) : one));
}

/** The facts of all stored articles of these stories, in order of arrival. */
export async function storedFacts(
  stories: readonly StoryId[],
  sources: FactSources,
  outlets: ReadonlyMap<OutletId, Outlet>,
): Promise<readonly ArticleFacts[]> {
  const fingerprints = (
    await Promise.all(stories.map((story) => sources.stories.fingerprintsOf(story)))
  ).flat();
  const ids = fingerprints.map(({ article }) => article);
  const byArticle = Map.groupBy(await sources.stories.statementsOf(ids), ({ article }) => article);
  const stored = new Map((await sources.articles.findStored(ids)).map((kept) => [kept.article.id, kept]));
  return fingerprints.flatMap((fingerprint): readonly ArticleFacts[] => {
    const kept = stored.get(fingerprint.article);
    const outlet = kept && outlets.get(kept.article.outlet);
    if (!kept || !outlet) return [];
    return [{ ...kept, outlet, fingerprint, statements: byArticle.get(fingerprint.article) ?? [] }];
  });
}

/** A new edition keeps the words before it at hand: a withdrawal shows what it takes back. */
function afterEdition(stored: Article | undefined, arrived: ArticleFacts): ArticleFacts {
  const isNewEdition = stored !== undefined && stored.edition < arrived.article.edition;
  return isNewEdition ? { ...arrived, earlier: stored } : arrived;
}

/** How the feeds of official outlets stand: what a side's silence is told from. */
export async function officialFeeds(
  feeds: FeedStore,
  catalogue: Catalogue,
): Promise<readonly { readonly outlet: OutletId; readonly record: FeedRecord }[]> {
  const outlets = new Map(catalogue.officialFeeds().map(({ id, outlet }) => [id, outlet]));
  const records = await feeds.listOf([...outlets.keys()]);
  return records.flatMap((record) => {
    const outlet = outlets.get(record.feed);
    return outlet === undefined ? [] : [{ outlet, record }];
  });
}
