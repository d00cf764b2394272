import { type AddressCheck, firstCheck } from '#article/address-check.ts';
import type { AddressCheckStore } from '#article/address-check-store.ts';
import type { ArticleStore, StoredArticle } from '#article/article-store.ts';
import type { Card } from '#card/card.ts';
import { citedNumbers } from '#card/cited-numbers.ts';
import type { DeliveryStore } from '#delivery/delivery-store.ts';
import { DAY_MS } from '#kernel/clock.ts';
import { isQuiet } from '#story/is-quiet.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { StoryStore } from '#story/story-store.ts';

/** An article that stands on a card, whose address is to be asked for. */
export type AddressDue = {
  readonly kept: StoredArticle;
  readonly url: string;
  readonly check: AddressCheck;
  readonly story: Story;
};

/** Where is looked. */
export type AddressSources = {
  readonly deliveries: DeliveryStore;
  readonly stories: StoryStore;
  readonly articles: ArticleStore;
  readonly addressChecks: AddressCheckStore;
};

/** A card is edited for 72 hours; none that was first shown before is looked at. */
const CARDS_OF_MS = 3 * DAY_MS;

/**
 * Articles that stand on cards which may still be edited, and whose address is due, the longest due first: one a host,
 * `most` in all. What a workspace reads for itself is not asked for: its pages are never read.
 */
export async function addressesDue(
  sources: AddressSources,
  now: Date,
  most: number,
): Promise<readonly AddressDue[]> {
  const due: AddressDue[] = [];
  for (const [story, links] of await linksOnCards(sources, now))
    due.push(...(await dueOf(story, links, sources, now)));
  const hosts = new Set<string>();
  return due
    .toSorted((one, other) => one.check.dueAt.localeCompare(other.check.dueAt, 'en'))
    .filter(({ url }) => {
      const host = URL.parse(url)?.host ?? '';
      return hosts.has(host) ? false : hosts.add(host).size <= most;
    });
}

async function linksOnCards(
  { deliveries, stories }: AddressSources,
  now: Date,
): Promise<ReadonlyMap<Story, ReadonlySet<string>>> {
  const posts = await deliveries.listStanding(new Date(now.getTime() - CARDS_OF_MS));
  const links = new Map<StoryId, Set<string>>();
  for (const { story, card } of posts) {
    const known = links.getOrInsertComputed(story, () => new Set<string>());
    for (const link of citedLinks(card)) known.add(link);
  }
  const byStory = new Map<Story, ReadonlySet<string>>();
  for (const [id, found] of links) {
    const story = await stories.find(id);
    if (story && story.workspace === undefined && story.mergedInto === undefined && !isQuiet(story, now)) {
      byStory.set(story, found);
    }
  }
  return byStory;
}

/** Of what the card's words rest on; the other sources only tell the same. */
function citedLinks(card: Card): readonly string[] {
  const cited = citedNumbers(card);
  return card.sources.flatMap(({ number, link }) => (cited.has(number) && link !== undefined ? [link] : []));
}

async function dueOf(
  story: Story,
  links: ReadonlySet<string>,
  { stories, articles, addressChecks }: AddressSources,
  now: Date,
): Promise<readonly AddressDue[]> {
  const ids = await stories.articlesOf(story.id);
  const checks = new Map((await addressChecks.findMany(ids)).map((check) => [check.article, check]));
  return (await articles.findStored(ids)).flatMap((kept): readonly AddressDue[] => {
    const { link: url } = kept.article;
    if (url === undefined || !links.has(url) || !mayBeAsked(kept)) return [];
    const check = checks.get(kept.article.id) ?? firstCheck(kept.article);
    return check.dueAt <= now.toISOString() ? [{ kept, url, check, story }] : [];
  });
}

/** A withdrawn report is known to be one, wherever it is. */
const mayBeAsked = ({ state }: StoredArticle): boolean => state === 'read' || state === 'vanished';
