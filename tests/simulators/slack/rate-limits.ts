import type { Clock } from '#kernel/clock.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';

/** A bucket of `burst` calls, refilled by one each `everyMs`; one bucket per channel, or one for the workspace. */
export type RateRule = { readonly burst: number; readonly everyMs: number; readonly per: 'channel' | 'team' };

/** How many calls a method takes. */
export type RateRules = Readonly<Record<string, RateRule>>;

const perMinute = (calls: number): RateRule => ({ burst: calls, everyMs: MINUTE_MS / calls, per: 'team' });
const TIER_2 = perMinute(20);
const TIER_3 = perMinute(50);
const TIER_4 = perMinute(100);

/**
 * docs.slack.dev, "Rate limits": posting is about one message a second in a channel, and "short bursts" of an
 * unsaid size pass; the other methods have tiers per method and workspace.
 */
const RULES: RateRules = {
  'chat.postMessage': { burst: 4, everyMs: SECOND_MS, per: 'channel' },
  'chat.postEphemeral': TIER_4,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'conversations.history': TIER_3,
  'conversations.replies': TIER_3,
  'conversations.info': TIER_3,
  'conversations.list': TIER_2,
  'conversations.members': TIER_4,
  'conversations.join': TIER_3,
  'conversations.open': TIER_3,
  'users.info': TIER_4,
  'usergroups.list': TIER_2,
  'usergroups.users.list': TIER_2,
  'views.open': TIER_4,
  'views.update': TIER_4,
  'views.push': TIER_4,
  'views.publish': TIER_4,
};

/** What apps sold outside the Marketplace get since 29 May 2025: one look into a channel's history a minute. */
export const ONE_LOOK_A_MINUTE: RateRule = { burst: 1, everyMs: MINUTE_MS, per: 'team' };

/** Counts one call. Answers how many whole seconds to wait where it is one too many. */
export type RateLimiter = (call: {
  readonly method: string;
  readonly team: string;
  readonly channel: unknown;
}) => number | undefined;

/** Counts by the clock of the simulator; `changed` rules stand before Slack's own. */
export function rateLimiter(clock: Clock, changed: RateRules = {}): RateLimiter {
  const rules: RateRules = { ...RULES, ...changed };
  const buckets = new Map<string, { calls: number; at: number }>();
  return ({ method, team, channel }) => {
    const rule = rules[method];
    if (rule === undefined) return undefined;
    const key = JSON.stringify([method, team, rule.per === 'channel' ? channel : '']);
    const now = clock().getTime();
    const bucket = buckets.get(key) ?? { calls: rule.burst, at: now };
    const calls = Math.min(rule.burst, bucket.calls + (now - bucket.at) / rule.everyMs);
    const isAllowed = calls >= 1;
    buckets.set(key, { calls: isAllowed ? calls - 1 : calls, at: now });
    return isAllowed ? undefined : Math.max(1, Math.ceil(((1 - calls) * rule.everyMs) / SECOND_MS));
  };
}
