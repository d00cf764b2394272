import type { FoundFeed } from '#article/look-at-address.ts';
import type { Ask, Desk } from '#command/command.ts';
import { type Room, roomFor } from '#command/feed/own-feed-limits.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import { type OwnFeed, ownFeedAt } from '#feed/own-feed.ts';
import { sameAddress } from '#feed/same-address.ts';
import { shownAddress } from '#feed/shown-address.ts';
import type { Stores } from '#ledger.ts';

/** What became of feeds that were to be added: each is in exactly one of the lists. */
export type AddedFeeds = {
  readonly added: readonly OwnFeed[];
  readonly alreadyOwn: readonly OwnFeed[];
  readonly leftOut: readonly FoundFeed[];
  /** The limit that left some out. */
  readonly limit: Room['limit'];
};

/** What was found, with the name that it gets as its title. */
type NamedFeed = FoundFeed & { readonly title: string };

/** A title longer than this is no name. */
const LONGEST_NAME = 80;

/** Adds these feeds to the workspace that asks, as far as there is room; they are visited at once. */
export async function addOwnFeeds(
  found: readonly FoundFeed[],
  ask: Ask,
  { ledger, catalogue, clock }: Desk,
): Promise<AddedFeeds> {
  const now = clock();
  const named = found.map((one) => ({ ...one, title: nameOfFound(one, catalogue) }));
  const outcome = await ledger.transaction((stores) => add(named, ask, stores, now));
  await catalogue.refresh(ledger);
  return outcome;
}

async function add(
  found: readonly NamedFeed[],
  { channel, who }: Ask,
  { ownFeeds, feeds, workspaces }: Stores,
  now: Date,
): Promise<AddedFeeds> {
  const { workspace } = channel;
  const at = now.toISOString();
  const has = await ownFeeds.listByWorkspace(workspace);
  const known = new Map(has.map((own) => [sameAddress(own.feed.url), own]));
  const alreadyOwn = found.flatMap(({ url }) => known.get(sameAddress(url)) ?? []);
  const unknown = found.filter(({ url }) => !known.has(sameAddress(url)));
  const { left, limit } = await roomFor(workspace, ownFeeds, now);

  const added = unknown.slice(0, left).map((one) => ownFeedOf(one, { workspace, addedAt: at, addedBy: who }));
  for (const own of added) {
    await ownFeeds.save(own);
    const detail = `${own.name} · ${shownAddress(own.feed.url)}`;
    await workspaces.audit({ workspace, channel: channel.id, who, at, what: 'feed add', detail });
  }
  await feeds.register(added.map(({ feed }) => newFeedRecord(feed, now)));
  return { added, alreadyOwn, leftOut: unknown.slice(left), limit };
}

function ownFeedOf(
  { url, title, language }: NamedFeed,
  added: Pick<Parameters<typeof ownFeedAt>[0], 'workspace' | 'addedAt' | 'addedBy'>,
): OwnFeed {
  const subtag = /^[a-z]{2,3}(?=$|[-_])/i.exec(language?.trim() ?? '')?.[0].toLowerCase();
  return ownFeedAt({
    ...added,
    url,
    name: title,
    ...(subtag !== undefined && { language: subtag }),
  });
}

/** What a feed is called: by its title, else by its host, and never like an outlet of everyone. */
export function nameOfFound(
  { url, title = '' }: Pick<FoundFeed, 'url' | 'title'>,
  catalogue: Catalogue,
): string {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return URL.parse(url)?.hostname ?? '…';
  const name = line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1)}…`;
  return catalogue.nameForOwn({ name, url });
}
