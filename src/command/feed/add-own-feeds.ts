import type { FoundFeed } from '#article/look-at-address.ts';
import type { Action } from '#channel/action.ts';
import type { Ask, Desk } from '#command/command.ts';
import { type Room, roomFor } from '#command/feed/own-feed-limits.ts';
import { makeChange } from '#command/undo/make-change.ts';
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

/** What became of them, and the button that takes them off again. */
export type Added = AddedFeeds & { readonly undo: readonly Action[] };

/** What was found, with the name that it gets as its title. */
type NamedFeed = FoundFeed & { readonly title: string };

/** A title longer than this is no name. */
const LONGEST_NAME = 80;

/** Adds these feeds to the workspace that asks, as far as there is room; they are visited at once. */
export async function addOwnFeeds(found: readonly FoundFeed[], ask: Ask, desk: Desk): Promise<Added> {
  const named = found.map((one) => ({ ...one, title: nameOfFound(one, desk.catalogue) }));
  const made = await makeChange('feed add', ask, desk, async (stores, now) => {
    const outcome = await add(named, ask, stores, now);
    if (outcome.added.length === 0) return { result: outcome };
    return {
      result: outcome,
      detail: outcome.added.map(({ name, feed }) => `${name} · ${shownAddress(feed.url)}`).join(', '),
      inverse: { kind: 'remove-feeds', feeds: outcome.added.map(({ feed }) => feed.id) },
    };
  });
  await desk.catalogue.refresh(desk.ledger);
  return { ...made.result, undo: made.undo };
}

async function add(
  found: readonly NamedFeed[],
  { channel, who }: Ask,
  { ownFeeds, feeds }: Stores,
  now: Date,
): Promise<AddedFeeds> {
  const { workspace } = channel;
  const has = await ownFeeds.listByWorkspace(workspace);
  const known = new Map(has.map((own) => [sameAddress(own.feed.url), own]));
  const alreadyOwn = found.flatMap(({ url }) => known.get(sameAddress(url)) ?? []);
  const unknown = found.filter(({ url }) => !known.has(sameAddress(url)));
  const { left, limit } = await roomFor(workspace, ownFeeds, now);

  const added = unknown
    .slice(0, left)
    .map((one) => ownFeedOf(one, { workspace, addedAt: now.toISOString(), addedBy: who }));
  for (const own of added) await ownFeeds.save(own);
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
