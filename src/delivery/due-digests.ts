import type { DigestHour, DigestStore } from '#delivery/digest-store.ts';
import type { ChannelId } from '#kernel/id.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import { lastDigestAt } from '#subscription/zoned-times.ts';

/** A digest whose hour has come, of the subscriptions of one channel that share a rhythm. */
export type DueDigest = {
  readonly channel: ChannelId;
  /** Names the rhythm: `weekly 08:00 1`. */
  readonly rhythm: string;
  readonly at: Date;
  /** Names the digest among those of its channel. */
  readonly period: string;
  readonly subscriptions: readonly Subscription[];
};

type Stores = {
  readonly subscriptions: SubscriptionStore;
  readonly digests: DigestStore;
};

/**
 * The last hour of each rhythm that has come and for which no digest was owed; after missed days only the last. A rhythm
 * that was chosen after that hour owes nothing for it.
 */
export async function dueDigests(
  { subscriptions, digests }: Stores,
  now: Date,
): Promise<readonly DueDigest[]> {
  return dueAmong(await subscriptions.listDigesting(), digests, now);
}

/** The same among these subscriptions, each with the zone of its channel. */
export async function dueAmong(
  digesting: readonly (Subscription & { readonly zone: string })[],
  digests: Pick<DigestStore, 'listOwed'>,
  now: Date,
): Promise<readonly DueDigest[]> {
  const come = listCome(digesting, now);
  if (come.length === 0) return [];
  // Asked of all at once: most hours that have come are those of a digest that was sent long ago.
  const owed = await digests.listOwed(come);
  const names = new Set(owed.map(nameOf));
  return come.filter((one) => !names.has(nameOf(one)));
}

const nameOf = ({ channel, period }: DigestHour): string => `${channel} ${period}`;

function listCome(
  digesting: readonly (Subscription & { readonly zone: string })[],
  now: Date,
): readonly DueDigest[] {
  const awake = digesting.filter((one) => !isSilent(one, now));
  const lastOf = rememberedHours(now);
  const due = awake.flatMap((one) => {
    if (one.digest === undefined) return [];
    const at = lastOf(one.digest, one.zone);
    if (beganAt(one, now) >= at.getTime()) return [];
    const rhythm = rhythmName(one.digest);
    const period = `${rhythm} ${at.toISOString()}`;
    return [{ channel: one.channel, rhythm, at, period, subscription: one }];
  });
  return [...Map.groupBy(due, ({ channel, rhythm }) => `${channel} ${rhythm}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, subscriptions: group.map(({ subscription }) => subscription) }];
  });
}

/** What was silent at its hour owes nothing for it afterwards. */
function beganAt(subscription: Subscription, now: Date): number {
  const { mutedUntil } = subscription;
  const chosenAt = chosenBefore(subscription, now);
  return Math.max(
    chosenAt === undefined ? 0 : Date.parse(chosenAt),
    mutedUntil === undefined ? 0 : Date.parse(mutedUntil),
  );
}

/** When its rhythm was chosen; absent where that was noted by a clock that ran ahead: what is still to come is no beginning. */
export function chosenBefore(
  { digestSince, createdAt }: Pick<Subscription, 'digestSince' | 'createdAt'>,
  now: Date,
): string | undefined {
  const chosenAt = digestSince ?? createdAt;
  return Date.parse(chosenAt) <= now.getTime() ? chosenAt : undefined;
}

/** The same for the same rhythm, such as `weekly 08:00 1`. */
export const rhythmName = ({ days, at, weekday }: Rhythm): string =>
  [days, at, days === 'weekly' ? (weekday ?? 1) : []].flat().join(' ');

/** Thousands of watches share a few rhythms and zones. */
function rememberedHours(now: Date): (rhythm: Rhythm, zone: string) => Date {
  const known = new Map<string, Date>();
  return (rhythm, zone) => {
    const key = `${rhythmName(rhythm)} ${zone}`;
    const hour = known.get(key) ?? lastDigestAt(rhythm, zone, now);
    known.set(key, hour);
    return hour;
  };
}
