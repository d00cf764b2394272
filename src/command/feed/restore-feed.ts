import type { Ask, Desk, Reply } from '#command/command.ts';
import { MOST_ADDED_AN_HOUR, MOST_OWN_FEEDS } from '#command/feed/own-feed-limits.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import type { FeedId } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import type { OwnFeed } from '#feed/own-feed.ts';

/** What an undo names a feed by: its address may hold a key, and is never shown again. */
const FEED_ID = /^[\w-]{25}$/;

/** Reads a removed feed of this workspace again, named by its id; `undefined` where no removed one is meant. */
export async function restoreFeed(
  typed: string,
  { channel, who }: Ask,
  words: ReplyWords,
  { ledger, catalogue, attempts, clock }: Desk,
): Promise<Reply | undefined> {
  if (!FEED_ID.test(typed)) return undefined;
  const { workspace } = channel;
  const now = clock();
  const meant = await ledger.ownFeeds.find(workspace, typed as FeedId);
  if (meant?.removedAt === undefined) return undefined;
  // It is asked for as a new one is, without conditions.
  if (attempts.take(workspace, 1, now) === 0)
    return { kind: 'refused', lines: [words.feed.tooFast(MOST_ADDED_AN_HOUR)] };
  const restored = await ledger.transaction(async ({ ownFeeds, feeds, workspaces }) => {
    const own = await ownFeeds.find(workspace, typed as FeedId);
    if (own?.removedAt === undefined) return undefined;
    if ((await ownFeeds.listByWorkspace(workspace)).length >= MOST_OWN_FEEDS) return 'full';
    const { removedAt: _, ...kept } = own;
    await ownFeeds.save(kept);
    await feeds.register([newFeedRecord(kept.feed, now)]);
    const audited = { workspace, channel: channel.id, who, at: now.toISOString() };
    await workspaces.audit({ ...audited, what: 'feed add', detail: kept.name });
    return kept satisfies OwnFeed;
  });
  if (restored === undefined) return undefined;
  if (restored === 'full') return { kind: 'refused', lines: [words.feed.tooMany(MOST_OWN_FEEDS)] };
  await catalogue.refresh(ledger);
  return {
    kind: 'done',
    lines: [words.feed.readAgain(restored.name)],
    actions: [{ label: words.actions.undo, command: `feed remove ${restored.feed.id}` }],
  };
}
