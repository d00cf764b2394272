import type { Article, ArticleId } from '#article/article.ts';
import { canonicalLink } from '#article/canonical-link.ts';
import { identityKeys } from '#article/identity-keys.ts';
import type { Item } from '#article/item.ts';
import { areTitlesAlike, areTitlesUnlike } from '#article/title-likeness.ts';
import type { FeedId } from '#feed/feed.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import { idOf } from '#kernel/id.ts';
import { cleanText } from '#language/clean-text.ts';

/** What an item of a document turns out to be. `keys` are to be remembered for its article. */
export type Arrival =
  | {
      readonly kind: 'new';
      readonly item: Item;
      readonly id: ArticleId;
      readonly keys: readonly string[];
      /** It carries another guid or link, but the title or link of this one: the feed may be re-issuing its items. */
      readonly resembles?: ArticleId;
    }
  | {
      readonly kind: 'new-edition';
      readonly item: Item;
      readonly id: ArticleId;
      readonly keys: readonly string[];
      readonly earlier: Article;
    }
  | { readonly kind: 'known'; readonly item: Item; readonly id: ArticleId; readonly keys: readonly string[] }
  /** Dated ahead: left unseen until then. */
  | { readonly kind: 'held'; readonly item: Item; readonly until: string };

/** What is known before a document is sorted. */
export type Memory = {
  readonly feed: FeedId;
  readonly now: Date;
  /** From `ArticleStore.findByKeys`, for the keys of all items. */
  readonly known: ReadonlyMap<string, ArticleId>;
  /** The articles they belong to, as far as these are still kept. */
  readonly stored: ReadonlyMap<ArticleId, Article>;
};

/** Clocks differ; a date this little ahead is now. */
const CLOCK_SKEW_MS = 10 * MINUTE_MS;
/** No zone is further from UTC: so far ahead a date may be, if its zone is not sure, and still mean now. */
const ZONE_DOUBT_MS = 14 * HOUR_MS;

/**
 * Says of each item of a document whether it is new, a new edition, known, or held; the same item twice in one
 * document counts once. An item is known when its guid is, unless title and link are both others (publishers reuse
 * guids), or when its link is and the titles are alike, or when its title is that of the same day and the link no other.
 * A guid that several items of one document share names none of them.
 */
export function sortItems(items: readonly Item[], memory: Memory): readonly Arrival[] {
  const seenHere = new Map<string, Item>();
  const shared = sharedGuids(items);
  return items.flatMap((item) => {
    const keys = identityKeys(item).filter((key) => !shared.has(key));
    if (keys.length === 0 || isRepeated(item, keys, seenHere)) return [];
    for (const key of keys) seenHere.set(key, seenHere.get(key) ?? item);
    return [arrivalOf(item, keys, memory)];
  });
}

/** Some publishers give all their items one guid: whoever believed it would take each report for an edition of the first. */
function sharedGuids(items: readonly Item[]): ReadonlySet<string> {
  const firstOf = new Map<string, Item>();
  const shared = new Set<string>();
  for (const item of items) {
    const guid = identityKeys(item).find((key) => kindOf(key) === 'guid');
    if (guid === undefined) continue;
    const first = firstOf.getOrInsert(guid, item);
    if (first !== item && !isSameLink(item, first) && !areTitlesAlike(item.title ?? '', first.title ?? '')) {
      shared.add(guid);
    }
  }
  return shared;
}

function isRepeated(item: Item, keys: readonly string[], seenHere: ReadonlyMap<string, Item>): boolean {
  return keys.some((key) => {
    const other = seenHere.get(key);
    return other !== undefined && meansTheSame(kindOf(key), item, other);
  });
}

function arrivalOf(item: Item, keys: readonly string[], memory: Memory): Arrival {
  const heldMs = aheadMs(item, memory.now);
  const id = knownAs(item, keys, memory);
  if (id === undefined && heldMs > (item.isZoneDoubtful ? ZONE_DOUBT_MS : CLOCK_SKEW_MS)) {
    const until = new Date(memory.now.getTime() + heldMs).toISOString();
    return { kind: 'held', item, until };
  }
  if (id === undefined) return newArrival(item, keys, memory);
  const earlier = memory.stored.get(id);
  return earlier !== undefined && hasChanged(item, earlier)
    ? { kind: 'new-edition', item, id, keys: ownKeys(keys, id, memory), earlier }
    : { kind: 'known', item, id, keys: ownKeys(keys, id, memory) };
}

function aheadMs({ published, updated }: Item, now: Date): number {
  const said = published ?? updated;
  return said === undefined ? 0 : Date.parse(said) - now.getTime();
}

function knownAs(item: Item, keys: readonly string[], { known, stored }: Memory): ArticleId | undefined {
  const found = keys.find((key) => {
    const id = known.get(key);
    if (id === undefined) return false;
    const article = stored.get(id);
    // The article is gone but its key is not: then the key must do, and old news stays old.
    return article === undefined ? kindOf(key) !== 'title' : meansTheSame(kindOf(key), item, article);
  });
  // Where no key is left to remember it by, it would be new again at every visit.
  const key = found ?? (keys.every((key) => known.has(key)) ? keys.at(-1) : undefined);
  return key === undefined ? undefined : known.get(key);
}

const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));

type Told = Pick<Item, 'title' | 'link'>;

function meansTheSame(kind: string, item: Item, other: Told): boolean {
  const title = item.title ?? '';
  const otherTitle = other.title ?? '';
  if (kind === 'guid') return isSameLink(item, other) || !areTitlesUnlike(title, otherTitle);
  if (kind === 'link') return areTitlesAlike(title, otherTitle) || title === '';
  // “Press briefing” may come twice a day, but not at one address.
  return isSameLink(item, other) || item.link === undefined || other.link === undefined;
}

function isSameLink(a: Told, b: Told): boolean {
  const link = canonicalLink(a.link ?? '');
  return link !== undefined && link === canonicalLink(b.link ?? '');
}

/** Named for its first key that belongs to no other article. */
function newArrival(item: Item, keys: readonly string[], { feed, known }: Memory): Arrival {
  const own = keys.filter((key) => !known.has(key));
  const id = idOf<'Article'>(feed, ...own.slice(0, 1));
  const resembles = keys
    .filter((key) => kindOf(key) !== 'guid')
    .map((key) => known.get(key))
    .find((other) => other !== undefined);
  return { kind: 'new', item, id, keys: own, ...(resembles !== undefined && { resembles }) };
}

/** A key that already names another article keeps doing so. */
function ownKeys(keys: readonly string[], id: ArticleId, { known }: Memory): readonly string[] {
  return keys.filter((key) => (known.get(key) ?? id) === id);
}

/** Where the page's full text was fetched, the feed's shorter one is no change. */
function hasChanged(item: Item, earlier: Article): boolean {
  const isRetitled = item.title !== undefined && isOther(item.title, earlier.title);
  const isResummed = item.summary !== undefined && isOther(item.summary, earlier.summary);
  const isRewritten = !earlier.isFullText && item.text !== undefined && isOther(item.text, earlier.text);
  return isRetitled || isResummed || isRewritten;
}

const isOther = (text: string, before: string | undefined): boolean => cleanText(text) !== (before ?? '');
