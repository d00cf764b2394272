import type { Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import { wasDeleted } from '#delivery/owed-message.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { EVERY_STATE } from '../every-state.ts';
import { type Tally, tallyOf } from '../tally.ts';
import { LAST } from './happenings.ts';
import type { Standing, UnreliablePlatform } from './unreliable-platform.ts';

/** What a simulated day was about. `budget` is absent where it cannot be judged. */
export type Judged = {
  readonly stories: readonly StoryId[];
  /** Keys of the cards that a person deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Keys of the cards that somebody wanted removed. */
  readonly removed: ReadonlySet<string>;
  /** Which story turned out to be part of which older one. */
  readonly merges: ReadonlyMap<StoryId, StoryId>;
  readonly budget: { readonly channel: string; readonly cardsAnHour: number } | undefined;
  /** How often the hour of a channel's digest came; absent where it cannot be judged. */
  readonly digests: { readonly channel: string; readonly periods: number } | undefined;
};

/** The program counts from when it was answered, the platform from when it took a card. */
const BUDGET_HOUR_MS = HOUR_MS - MINUTE_MS;
/** More than any day owes. */
const ALL = 100_000;

/**
 * Every card stands once and shows the last that was told of its story, or a list or digest of its channel tells that;
 * every pointer stands once, below its card; every digest stands once, and there is
 * one for each period. A card that a person deleted never comes again, nor
 * does it as that of an older story that it turned out to be part of. A
 * story that is part of another says so where its card stands. Of a muted one the last is not told. A line, a digest or
 * where a story went may be missing where its channel was gone. Whatever is one too many, such as a card over the budget, counts as doubled.
 */
export async function judge(ledger: Ledger, platform: UnreliablePlatform, judged: Judged): Promise<Tally> {
  const { stories, budget, digests } = judged;
  const { accepted } = platform;
  const standing = accepted.filter(({ isDeleted }) => !isDeleted);
  const seen: number[] = [];
  for (const story of stories) {
    for (const post of await ledger.deliveries.postsOf(story))
      seen.push(...(await timesSeen(post, ledger, accepted, judged)));
  }
  const rows = await ledger.owed.list({ states: EVERY_STATE, limit: ALL });
  for (const one of rows) if (one.kind === 'digest') seen.push(...timesOf(one.row, standing));
  if (budget !== undefined) seen.push(1 + timesOver(budget, accepted));
  if (digests !== undefined) seen.push(...timesInPeriods(digests, accepted));
  return tallyOf(seen, rows.filter(({ row }) => row.state === 'uncertain').length);
}

async function timesSeen(
  post: Post,
  ledger: Ledger,
  accepted: readonly Standing[],
  judged: Judged,
): Promise<readonly number[]> {
  const standing = accepted.filter(({ isDeleted }) => !isDeleted);
  if (post.removedBy !== undefined) return timesRemoved(post, ledger, standing);
  if (judged.removed.has(post.key)) return [];
  const posted = keyed(post.key, accepted);
  if (wasDeleted(post) && (await isOfUnwanted(post, ledger, judged))) return posted.map(() => 2);
  if (judged.deleted.has(post.key)) return [posted.length];
  return timesOfPost(post, ledger, standing, judged);
}

/** Whether a story turned out to be part of this one whose card people had taken away in this channel. */
async function isOfUnwanted(
  { channel, story }: Post,
  { deliveries }: Ledger,
  { merges, deleted, removed }: Judged,
): Promise<boolean> {
  const younger = [...merges].filter(([, older]) => older === story).map(([one]) => one);
  const posts = await Promise.all(younger.map((one) => deliveries.findPost(channel, one)));
  return posts.some((post) => post !== undefined && (deleted.has(post.key) || removed.has(post.key)));
}

/** Neither the card stands any more nor a line below it. */
async function timesRemoved(
  post: Post,
  { deliveries }: Ledger,
  standing: readonly Standing[],
): Promise<readonly number[]> {
  const pointers = await deliveries.pointersOf(post.channel, post.story);
  return [post, ...pointers].map(({ key }) => 1 + keyed(key, standing).length);
}

async function timesOfPost(
  post: Post,
  { deliveries, subscriptions }: Ledger,
  standing: readonly Standing[],
  { merges }: Judged,
): Promise<readonly number[]> {
  const isMuted = (await subscriptions.findMute(post.channel, post.story)) !== undefined;
  const pointers = await deliveries.pointersOf(post.channel, post.story);
  const lines = pointers.flatMap((pointer) => timesSaid(pointer, post, standing));
  if (merges.has(post.story)) return [...timesPointedAway(post, standing), ...lines];
  return [...(isMuted ? timesTooMany(post, standing) : [timesTold(post, standing)]), ...lines];
}

const keyed = (key: string, messages: readonly Standing[]): readonly Standing[] =>
  messages.filter((message) => message.key === key);

const LAST_WORDS = ` ${LAST} `;

/** By the words that were brought last, which no row need be asked for. */
const tellsTheLast = (post: Post, text: string): boolean => text.includes(`${post.story}${LAST_WORDS}`);

function timesTold(post: Post, standing: readonly Standing[]): number {
  const cards = keyed(post.key, standing);
  if (cards.length === 0) return isToldAmongOthers(post, standing) ? 1 : 0;
  const isNewest = ({ text }: Standing): boolean =>
    tellsTheLast(post, text) && text.includes(post.card.headline);
  return cards.some(isNewest) ? cards.length : 0;
}

/** Told by itself or among others, once or oftener: of a story that is muted nothing may be. */
function timesTooMany(post: Post, standing: readonly Standing[]): readonly number[] {
  const cards = keyed(post.key, standing);
  const isSaid = cards.some(({ text }) => tellsTheLast(post, text)) || isToldAmongOthers(post, standing);
  return isSaid ? [2] : cards.map(() => cards.length).slice(0, 1);
}

/** What nobody was shown leads nowhere, nor what stood in a channel that was gone: nothing more is told of it later. */
function timesPointedAway(post: Post, standing: readonly Standing[]): readonly number[] {
  const cards = keyed(post.key, standing);
  if (cards.length === 0 || (post.state === 'dead' && wasGone(post.reason)))
    return cards.slice(1).map(() => 2);
  return [cards.every(({ text }) => text.includes('NOW PART OF')) ? cards.length : 0];
}

const isToldAmongOthers = (post: Post, standing: readonly Standing[]): boolean =>
  standing.some(
    (message) =>
      message.kind === 'digest' &&
      message.channel === post.channel &&
      tellsTheLast(post, message.text) &&
      message.text.includes(post.card.headline),
  );

const wasGone = (reason = ''): boolean => reason.startsWith('channel-gone');

/**
 * What was told in the card of a list or digest is said by no pointer, and none is where no card ever stood, or only a
 * later one, which told it.
 */
function timesSaid(
  { key, state, reason, change }: Pointer,
  post: Post,
  standing: readonly Standing[],
): readonly number[] {
  const lines = keyed(key, standing);
  const isToldElsewhere = state === 'superseded' || post.state === 'superseded';
  const isInCard = keyed(post.key, standing).every(({ at }) => at > toldAtMs(change));
  const hasNoPlace =
    (state === 'cancelled' && isInCard) || (state === 'expired' && post.message === undefined);
  if (lines.length === 0 && (isToldElsewhere || hasNoPlace || (state === 'dead' && wasGone(reason))))
    return [];
  return [lines.every(({ answers }) => answers === post.message) ? lines.length : 0];
}

/** What a story tells is known by its headline of that moment. */
const toldAtMs = (change: string): number => Date.parse(change.slice(change.lastIndexOf(' ') + 1));

function timesOf({ key, state, reason }: Digest, standing: readonly Standing[]): readonly number[] {
  const { length } = keyed(key, standing);
  return length === 0 && state === 'dead' && wasGone(reason) ? [] : [length];
}

/** Whatever there are more than periods counts as one too many of the last. */
function timesInPeriods(
  { channel, periods }: NonNullable<Judged['digests']>,
  accepted: readonly Standing[],
): readonly number[] {
  const { length } = accepted.filter((one) => one.channel === channel && one.kind === 'digest');
  const times = Array.from({ length: periods }, (_, period) => Math.min(1, Math.max(0, length - period)));
  return [...times.slice(0, -1), (times.at(-1) ?? 0) + Math.max(0, length - periods)];
}

/** By how many cards the fullest hour exceeds the budget. */
function timesOver(
  { channel, cardsAnHour }: NonNullable<Judged['budget']>,
  accepted: readonly Standing[],
): number {
  const times = accepted.filter((one) => one.channel === channel && one.kind === 'card').map(({ at }) => at);
  const fullest = Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + BUDGET_HOUR_MS).length),
  );
  return Math.max(0, fullest - cardsAnHour);
}
