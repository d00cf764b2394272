import type { FeedLink, FeedSearch } from '#article/feed-search.ts';
import type { ParsedFeed } from '#article/item.ts';
import type { FeedVisit, VisitFailure } from '#feed/feed-visit.ts';

/** A feed that answers, and what it looks like. */
export type FoundFeed = {
  /** The address to read it at: where it has moved for good, the new one. */
  readonly url: string;
  readonly title?: string;
  readonly language?: string;
  readonly items: number;
  /** When its newest item was published; ISO 8601, UTC. */
  readonly newestAt?: string;
};

/** What stands at an address. */
export type LookedAt =
  | { readonly kind: 'feed'; readonly feed: FoundFeed }
  | { readonly kind: 'page'; readonly url: string; readonly links: readonly FeedLink[] }
  | { readonly kind: 'failed'; readonly reason: VisitFailure; readonly detail: string };

type Means = Pick<FeedSearch, 'fetcher' | 'parser' | 'linksIn'>;

/** Asks an address once, and says whether a feed stands there, or which feeds its page points to. */
export async function lookAtAddress(url: string, { fetcher, parser, linksIn }: Means): Promise<LookedAt> {
  const visit = await fetcher.visit({ url, validators: {} });
  switch (visit.kind) {
    case 'failed':
      return { kind: 'failed', reason: visit.reason, detail: visit.detail };
    case 'unchanged':
      return { kind: 'failed', reason: 'bad-answer', detail: 'It answered “unchanged” to a first question.' };
    case 'fresh': {
      const document = documentOf(visit);
      const parsed = await parser.parse(document);
      if ('error' in parsed) return { kind: 'page', url: visit.answeredBy, links: linksIn(document) };
      return { kind: 'feed', feed: found(visit.movedTo ?? url, parsed) };
    }
  }
}

function documentOf({ bytes, contentType, answeredBy: url }: Extract<FeedVisit, { kind: 'fresh' }>) {
  return { bytes, url, ...(contentType !== undefined && { contentType }) };
}

function found(url: string, { feed, items }: ParsedFeed): FoundFeed {
  const { title, language } = feed;
  const newestAt = items
    .flatMap(({ published, updated }) => published ?? updated ?? [])
    .toSorted()
    .at(-1);
  return {
    url,
    items: items.length,
    ...(title !== undefined && title !== '' && { title }),
    ...(language !== undefined && { language }),
    ...(newestAt !== undefined && { newestAt }),
  };
}
