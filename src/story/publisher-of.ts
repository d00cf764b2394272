import { comparableTitle } from '#article/identity-keys.ts';
import { isVerified, type Outlet, type OutletId } from '#feed/outlet.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';

/** Who published a report, as outlets and owners are counted. */
export type Publisher = { readonly id: string; readonly owner: string };

/**
 * The outlet of the feed, or the one that an aggregator names as the report's: never the aggregator. One that the
 * catalogue does not know counts by its name alone.
 */
export function publisherOf(report: ArticleFacts, { outlets }: Pick<StoryFacts, 'outlets'>): Publisher {
  const name = takenFrom(report);
  return name === undefined ? report.outlet : (outletCalled(name, outlets) ?? { id: name, owner: name });
}

/**
 * Whose report an aggregator passed on; `undefined` where the outlet of the feed tells its own, and where nothing but
 * the word of an unverified outlet says so.
 */
export function takenFrom(report: Pick<ArticleFacts, 'article' | 'outlet'>): string | undefined {
  return isVerified(report.outlet) ? namedSource(report) : undefined;
}

/** Another outlet that the feed names as the report's, whether or not it is to be believed. */
export function namedSource({
  article,
  outlet,
}: Pick<ArticleFacts, 'article' | 'outlet'>): string | undefined {
  const { outletName } = article;
  return outletName === undefined || isSameName(outletName, outlet.name) ? undefined : outletName;
}

/**
 * The wire or medium of everyone that is called so. What workspaces call their own feeds is no name to go by, and no
 * side speaks by the word of an aggregator.
 */
export function outletCalled(name: string, outlets: ReadonlyMap<OutletId, Outlet>): Outlet | undefined {
  return outlets
    .values()
    .find(({ kind, name: known }) => kind !== 'unverified' && kind !== 'official' && isSameName(known, name));
}

const isSameName = (one: string, other: string): boolean => comparableTitle(one) === comparableTitle(other);
