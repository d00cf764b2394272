import type { Subscription } from '#subscription/subscription.ts';

/** Whether a subscription is paused at this moment, for good or until later. */
export const isSilent = ({ isPaused, mutedUntil }: Subscription, now: Date): boolean =>
  isPaused || (mutedUntil !== undefined && Date.parse(mutedUntil) > now.getTime());
