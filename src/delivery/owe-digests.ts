import { keyTakesBack } from '#card/change.ts';
import {
  composeDigest,
  type DigestOccasion,
  type DigestStory,
  type Reading,
  type RelatedReport,
} from '#card/compose-digest.ts';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeliveryStores } from '#delivery/delivering.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { type Digest, digestKey } from '#delivery/digest.ts';
import { chosenBefore, type DueDigest, dueDigests } from '#delivery/due-digests.ts';
import { endMuted } from '#delivery/end-muted.ts';
import { isThereToStay } from '#delivery/is-there-to-stay.ts';
import { lateInQuietUntil } from '#delivery/late-in-quiet.ts';
import { readingFor } from '#delivery/reading-for.ts';
import { relatedSince } from '#delivery/related-since.ts';
import { releaseLines } from '#delivery/release-lines.ts';
import { released } from '#delivery/released.ts';
import { mayStandSince, plannedToBeLookedFor } from '#delivery/restore.ts';
import { speaksOfItsCard } from '#delivery/speaks-of-its-card.ts';
import { standAt } from '#delivery/story-state.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Log } from '#kernel/log.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { quietUntil } from '#subscription/zoned-times.ts';

/** What digests are made of. */
export type TellingDigests = {
  readonly ledger: DeliveryStores & {
    readonly feeds: FeedStore;
    transaction<Result>(work: (stores: DeliveryStores) => Promise<Result>): Promise<Result>;
  };
  readonly catalogue: Catalogue;
  readonly lexicon: Lexicon;
  readonly log: Log;
  readonly now: Date;
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string | undefined;
  /** Told when a channel is owed something, once that is kept. */
  readonly onOwed?: () => void;
};

/** One channel's turn. */
type Turn = {
  readonly channel: ChannelRef;
  readonly workspace: Workspace;
  readonly settings: ChannelSettings & { readonly zone: string };
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly note?: string | undefined;
};

/** What a digest is to tell: posts it takes over, and stories whose cards stand. */
type Told = {
  readonly posts: readonly Post[];
  readonly standing: readonly DigestStory[];
  readonly related?: readonly RelatedReport[];
  readonly occasion: DigestOccasion;
  readonly period: string;
  /** It may stand in the channel since then, not known here. */
  readonly mayStandSince?: string | undefined;
};

/**
 * Owes each channel the cards of many stories whose hour has come, and gives how many: digests, what was held in quiet
 * hours, what was over budget. What waited in vain for more to rest on is given up. A channel whose turn fails stops
 * no other.
 */
export async function oweDigests(telling: TellingDigests): Promise<number> {
  const { ledger, now, log } = telling;
  const digests = Map.groupBy(await dueDigests(ledger, now), ({ channel }) => channel);
  const channels = new Set<ChannelId>([
    ...digests.keys(),
    ...(await ledger.deliveries.listHeldDue(now)).map(({ channel }) => channel),
    ...(await ledger.deliveries.listHeldPointersDue(now)).map(({ channel }) => channel),
  ]);
  let owed = 0;
  for (const id of channels) {
    try {
      owed += await oweChannel(id, digests.get(id) ?? [], telling);
      telling.onOwed?.();
    } catch (fault) {
      log.error('digest.failed', { channel: id }, fault);
    }
  }
  return owed;
}

async function oweChannel(
  id: ChannelId,
  due: readonly DueDigest[],
  telling: TellingDigests,
): Promise<number> {
  const { ledger, catalogue, now, note } = telling;
  const channel = await ledger.workspaces.findChannel(id);
  const workspace = channel && (await ledger.workspaces.find(channel.workspace));
  if (!workspace) return 0;
  const settings = await settingsOf(id, workspace, ledger.subscriptions);
  const awaited = due.filter(({ at }) => lateInQuietUntil(settings, at, now) === undefined);
  const readings = await Promise.all(awaited.map((digest) => readingOf(digest, workspace.id, telling)));
  const turn: Turn = { channel, workspace, settings, catalogue, now, note };
  return ledger.transaction(async (stores) => {
    await endMuted(id, stores, now);
    let owed = 0;
    for (const { digest, reading } of readings) {
      const told = await toldInDigest(digest, reading, turn, stores);
      if (told !== undefined) owed += await owe(told, turn, stores);
    }
    return owed + (await oweHeld(turn, awaited.length < due.length, stores));
  });
}

async function readingOf(digest: DueDigest, workspace: WorkspaceId, telling: TellingDigests) {
  const topics = digest.subscriptions.map(({ name }) => name);
  return { digest, reading: await readingFor({ workspace, topics }, telling) };
}

/** Nothing where this digest was owed before. */
async function toldInDigest(
  { rhythm, at, period, subscriptions }: DueDigest,
  reading: Reading,
  turn: Turn,
  stores: DeliveryStores,
): Promise<Told | undefined> {
  const { channel, now } = turn;
  if ((await stores.digests.find(digestKey(channel, 'digest', period))) !== undefined) return undefined;
  const last = await stores.digests.lastPeriod(channel.id, rhythm, now);
  const begun = subscriptions.flatMap((one) => chosenBefore(one, now) ?? []).toSorted();
  const since = last?.slice(rhythm.length + 1) ?? begun[0] ?? at.toISOString();

  const held = (await stores.deliveries.listHeldDue(now, channel.id)).filter(
    ({ heldFor }) => heldFor === 'digest',
  );
  const found = new Set<Subscription['id']>();
  const posts: Post[] = [];
  for (const post of held) {
    const matched = await stores.subscriptions.listForStory(channel.id, post.story);
    const isOfAnother =
      matched.some(({ digest }) => digest !== undefined) && !sharesAny(matched, subscriptions);
    if (isOfAnother) continue;
    posts.push(post);
    for (const { id } of matched) found.add(id);
  }
  const standing = await standingSince(since, subscriptions, { turn, found }, stores);
  const { workspace, catalogue } = turn;
  const told = { channel: channel.id, workspace, subscriptions, since, at };
  const related = await relatedSince(told, stores, catalogue);
  const nothingOn = subscriptions.filter(({ id }) => !found.has(id)).map(({ name }) => name);
  const span = { at: at.toISOString(), since, topics: subscriptions.length };
  // A digest is for its hour, as an article is of its day.
  const mayStand = mayStandSince(await stores.restores.latest(), { publishedAt: at.toISOString() }, now);
  const occasion = { kind: 'digest', span, nothingOn, reading } as const;
  return { posts, standing, related, occasion, period, mayStandSince: mayStand };
}

const sharesAny = (some: readonly Subscription[], others: readonly Subscription[]): boolean =>
  some.some(({ id }) => others.some((other) => other.id === id));

/** Stories whose cards stand in the channel, of these subscriptions, on which something material was said since then. */
async function standingSince(
  since: string,
  subscriptions: readonly Subscription[],
  { turn, found }: { readonly turn: Turn; readonly found: Set<Subscription['id']> },
  stores: DeliveryStores,
): Promise<readonly DigestStory[]> {
  const pointers = await stores.deliveries.listPointersSince(turn.channel.id, new Date(since), turn.now);
  const news = pointers.filter(({ change }) => !speaksOfItsCard(change));
  const stories: DigestStory[] = [];
  for (const said of Map.groupBy(news, ({ story }) => story).values()) {
    const [first] = said;
    const post = first && (await stores.deliveries.findPost(turn.channel.id, first.story));
    if (post === undefined || !isThereToStay(post)) continue;
    const matched = await stores.subscriptions.listForStory(post.channel, post.story);
    if (!sharesAny(matched, subscriptions)) continue;
    for (const { id } of matched) found.add(id);
    stories.push(standingStory(post, said));
  }
  return stories;
}

const standingStory = (post: Post, said: readonly Pointer[]): DigestStory => ({
  card: post.card,
  hasCard: true,
  ...(post.message !== undefined && { message: post.message }),
  news: said.map(({ line }) => line),
  isTakenBack: said.some(({ change }) => keyTakesBack(change)),
});

/** What waited for the end of quiet hours or the full hour, and whatever has waited in vain. */
async function oweHeld(turn: Turn, isDigestLate: boolean, stores: DeliveryStores): Promise<number> {
  const { channel, settings, now } = turn;
  const due = await stores.deliveries.listHeldDue(now, channel.id);
  const held = due.filter(({ dueAt }) => dueAt <= now.toISOString());
  for (const post of held.filter(({ heldFor }) => heldFor === 'condition')) await giveUp(post, stores, now);
  // No digest of its hour took it: its watch was changed meanwhile. When it is told is decided anew, and so it is of what
  // a clock that ran ahead has put off.
  const left = held.filter(({ heldFor }) => heldFor === 'digest' && !isDigestLate);
  const putOff = due.filter(({ dueAt }) => dueAt > now.toISOString());
  for (const post of released([...left, ...putOff], now))
    await stores.deliveries.savePost({ ...post, heldFor: undefined });
  const posts = held.filter(({ heldFor }) => heldFor === 'quiet' || heldFor === 'list');
  const pointers = await stores.deliveries.listHeldPointersDue(now, channel.id);
  const until = settings.quiet && quietUntil(settings.quiet, settings.zone, now);
  if (until !== undefined) return holdOn(posts, pointers, until, stores);

  const lines = await releaseLines(pointers, stores, now);
  const standing = lines.map(({ post, said }) => standingStory(post, said));
  if (posts.length === 0 && standing.length === 0) return 0;
  const occasion = occasionOf(posts, standing, settings);
  // Not the hour it waited for: what was sent while that hour came may still be written down as held after it.
  return owe({ posts, standing, occasion, period: now.toISOString() }, turn, stores);
}

function occasionOf(
  posts: readonly Post[],
  standing: readonly DigestStory[],
  { quiet, cardsAnHour }: ChannelSettings,
): DigestOccasion {
  const wasQuiet = standing.length > 0 || posts.some(({ heldFor }) => heldFor === 'quiet');
  return wasQuiet
    ? { kind: 'quiet', from: quiet?.from ?? '', to: quiet?.to ?? '' }
    : { kind: 'list', cardsAnHour };
}

async function giveUp(post: Post, { deliveries, subscriptions }: DeliveryStores, now: Date): Promise<void> {
  await deliveries.savePost({
    ...post,
    state: 'expired',
    heldFor: undefined,
    reason: 'it did not come to rest on what the watch asks for',
  });
  await standAt('expired', post, subscriptions, now);
}

/** It is quiet again already. */
async function holdOn(
  posts: readonly Post[],
  pointers: readonly Pointer[],
  until: Date,
  { deliveries }: DeliveryStores,
): Promise<number> {
  const dueAt = until.toISOString();
  for (const post of posts) await deliveries.savePost({ ...post, dueAt, heldFor: 'quiet' });
  for (const pointer of pointers) await deliveries.savePointer({ ...pointer, dueAt });
  return 0;
}

/** Writes the digest down, and that its stories are told by it. 0 where it was owed before. */
async function owe(
  { posts, standing, related = [], occasion, period, mayStandSince: since }: Told,
  { channel, workspace, settings, now, note }: Turn,
  stores: DeliveryStores,
): Promise<number> {
  const key = digestKey(channel, occasion.kind, period);
  if ((await stores.digests.find(key)) !== undefined) return 0;
  const digest: Digest = {
    key,
    channel: channel.id,
    kind: occasion.kind,
    period,
    stories: posts.map(({ story }) => story),
    card: composeDigest({
      language: workspace.languages[0] ?? 'en',
      zone: settings.zone,
      occasion,
      stories: [...posts.map(heldStory), ...standing],
      related,
      note,
    }),
    state: 'pending',
    plannedAt: now.toISOString(),
    dueAt: now.toISOString(),
    attempts: 0,
    ...(since !== undefined && plannedToBeLookedFor(since, now)),
  };
  await stores.digests.save(digest);
  for (const post of posts) {
    const told = { ...post, shown: post.wanted, heldFor: undefined, reason: `told in a ${occasion.kind}` };
    await stores.deliveries.savePost({ ...told, state: 'superseded' });
    await standAt('digested', post, stores.subscriptions, now);
  }
  return 1;
}

const heldStory = ({ card }: Post): DigestStory => ({
  card,
  hasCard: false,
  news: [],
  isTakenBack: card.tone === 'amber' || card.tone === 'red',
});
