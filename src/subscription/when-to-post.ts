import { DAY_MS } from '#kernel/clock.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import { type Ground, suffices } from '#subscription/ground.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { StoryMute } from '#subscription/story-mute.ts';
import type { Subscription, SubscriptionId } from '#subscription/subscription.ts';
import { nextDigestAt, nextFullHour, quietUntil } from '#subscription/zoned-times.ts';

/** When a story's first card is posted; `mayCall`: its mention goes with it. */
export type WhenToPost =
  | { readonly kind: 'now'; readonly mayCall: boolean }
  /** Told among others then; a story that waits for more to rest on is given up then. */
  | {
      readonly kind: 'held';
      readonly heldFor: 'digest' | 'quiet' | 'list' | 'condition';
      readonly until: Date;
    }
  | { readonly kind: 'muted'; readonly reason: string };

/** What the channel was sent lately. */
export type Usage = {
  readonly cardsThisHour: number;
  readonly pingsThisHour: number;
  readonly pingsToday: number;
};

/** A story that a channel is owed, and how the channel wants to be told. */
export type Asking = {
  /** Those of the channel that the story matched; they act as one. */
  readonly subscriptions: readonly Subscription[];
  /** All of the channel that are told in a digest. */
  readonly digesting: readonly Subscription[];
  /** Hours for which these digests are not made yet, though they have come since the story was planned. */
  readonly comeHours?: ReadonlyMap<SubscriptionId, Date>;
  readonly ground: Ground;
  readonly settings: ChannelSettings & { readonly zone: string };
  readonly mute?: StoryMute | undefined;
  readonly usage: Usage;
  readonly now: Date;
};

/** A story that rests on no more after three days is quiet. */
const CONDITION_WAITS_MS = 3 * DAY_MS;

/**
 * Decides on the first card of a story in a channel. At once if any subscription says so, by the loosest condition of
 * them; then quiet hours, which only what is urgent and well founded passes; then the budget, of which what is over
 * goes to the next digest, or into a list at the next full hour. With no subscription nobody said otherwise: now.
 */
export function whenToPost(asking: Asking): WhenToPost {
  const { subscriptions, now, mute, ground } = asking;
  if (isMuted(mute, now)) return { kind: 'muted', reason: `muted by ${mute?.by ?? ''}` };
  const active = subscriptions.filter((one) => !isSilent(one, now));
  if (active.length === 0 && subscriptions.length > 0) return { kind: 'muted', reason: 'paused' };

  if (active.length > 0 && !active.some(({ needs = 'one-report' }) => suffices(ground, needs))) {
    return { kind: 'held', heldFor: 'condition', until: new Date(now.getTime() + CONDITION_WAITS_MS) };
  }
  const atOnce = active.filter(({ digest }) => digest === undefined);
  if (active.length > 0 && atOnce.length === 0) return untilDigest(active, asking);
  return quietEnd(atOnce, asking) ?? withinBudget(asking);
}

/** Whether a mute holds at this moment. */
export const isMuted = (mute: StoryMute | undefined, now: Date): boolean =>
  mute !== undefined && (mute.until === undefined || Date.parse(mute.until) > now.getTime());

function untilDigest(told: readonly Subscription[], { settings, comeHours, now }: Asking): WhenToPost {
  const hours = told.flatMap(({ id, digest }) =>
    digest === undefined ? [] : [(comeHours?.get(id) ?? nextDigestAt(digest, settings.zone, now)).getTime()],
  );
  return { kind: 'held', heldFor: 'digest', until: new Date(Math.min(...hours)) };
}

function quietEnd(
  atOnce: readonly Subscription[],
  { settings, ground, now }: Asking,
): WhenToPost | undefined {
  const until = settings.quiet && quietUntil(settings.quiet, settings.zone, now);
  if (until === undefined) return undefined;
  const passes = atOnce.some(({ isUrgent }) => isUrgent) && suffices(ground, 'two-origins');
  return passes ? undefined : { kind: 'held', heldFor: 'quiet', until };
}

function withinBudget(asking: Asking): WhenToPost {
  const { settings, usage, digesting, now } = asking;
  if (usage.cardsThisHour < settings.cardsAnHour) {
    const mayCall = usage.pingsThisHour < settings.pingsAnHour && usage.pingsToday < settings.pingsADay;
    return { kind: 'now', mayCall };
  }
  const awake = digesting.filter((one) => !isSilent(one, now));
  if (awake.length > 0) return untilDigest(awake, asking);
  return { kind: 'held', heldFor: 'list', until: nextFullHour(settings.zone, now) };
}
