import type { Pointer, Post } from '#delivery/delivery.ts';
import type { Digest } from '#delivery/digest.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { EVERY_STATE } from '../every-state.ts';
import { type Tally, tallyOf } from '../tally.ts';
import type { Standing, UnreliablePlatform } from './unreliable-platform.ts';

/** What a simulated day was about. `budget` is absent where it cannot be judged. */
export type Judged = {
  readonly stories: readonly StoryId[];
  /** Keys of the cards that a person deleted. */
  readonly deleted: ReadonlySet<string>;
  readonly budget: { readonly channel: string; readonly cardsAnHour: number } | undefined;
};

/** The program counts from when it was answered, the platform from when it took a card. */
const BUDGET_HOUR_MS = HOUR_MS - MINUTE_MS;
/** More than any day owes. */
const ALL = 100_000;

/**
 * Every card stands once and shows what it is to show, or a list or digest of its channel tells it; every pointer stands
 * once, below its card; every digest stands once. A card that a person deleted never comes again. A card over the budget counts as doubled: it is one too many.
 */
export async function judge(
  { deliveries, owed }: Ledger,
  platform: UnreliablePlatform,
  { stories, deleted, budget }: Judged,
): Promise<Tally> {
  const standing = platform.accepted.filter(({ isDeleted }) => !isDeleted);
  const seen: number[] = [];
  for (const story of stories) {
    for (const post of await deliveries.postsOf(story)) {
      const isDeleted = deleted.has(post.key);
      seen.push(isDeleted ? keyed(post.key, platform.accepted).length : timesTold(post, standing));
      const pointers = isDeleted ? [] : await deliveries.pointersOf(post.channel, story);
      for (const pointer of pointers) seen.push(...timesSaid(pointer, post, standing));
    }
  }
  const rows = await owed.list({ states: EVERY_STATE, limit: ALL });
  for (const one of rows) if (one.kind === 'digest') seen.push(timesOf(one.row, standing));
  if (budget !== undefined) seen.push(1 + timesOver(budget, platform.accepted));
  return tallyOf(seen, rows.filter(({ row }) => row.state === 'uncertain').length);
}

const keyed = (key: string, messages: readonly Standing[]): readonly Standing[] =>
  messages.filter((message) => message.key === key);

function timesTold(post: Post, standing: readonly Standing[]): number {
  const cards = keyed(post.key, standing);
  if (cards.length === 0) return post.state === 'superseded' && isToldAmongOthers(post, standing) ? 1 : 0;
  return cards.some(({ text }) => text === post.card.headline) ? cards.length : 0;
}

const isToldAmongOthers = ({ channel, card }: Post, standing: readonly Standing[]): boolean =>
  standing.some(
    (message) =>
      message.kind === 'digest' && message.channel === channel && message.text.includes(card.headline),
  );

/** What was told in the card of a list or digest is said by no pointer. */
function timesSaid({ key, state }: Pointer, post: Post, standing: readonly Standing[]): readonly number[] {
  const lines = keyed(key, standing);
  if (lines.length === 0 && (state === 'superseded' || post.state === 'superseded')) return [];
  return [lines.every(({ answers }) => answers === post.message) ? lines.length : 0];
}

const timesOf = ({ key }: Digest, standing: readonly Standing[]): number => keyed(key, standing).length;

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
