import type { Ask } from '#command/command.ts';
import { groundOf } from '#command/watch/ground-choices.ts';
import { hourOf } from '#command/watch/hour-of.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** A watch as somebody wants it from now on, or what of their wish nobody can make sense of. */
export type ChangedWatch =
  | { readonly kind: 'changed'; readonly watch: Subscription }
  | { readonly kind: 'no-ground' | 'no-hour' | 'no-group'; readonly typed: string };

const OFF: readonly string[] = ['off', 'non', 'no'];

/** The watch with what the options ask for; `now` is since when it is told in a digest. */
export function changedWatch(watch: Subscription, ask: Ask, now: Date): ChangedWatch {
  const { needs, digest, mention } = ask.options;
  const ground = needs === undefined ? (watch.needs ?? 'one-report') : groundOf(needs);
  if (ground === undefined) return { kind: 'no-ground', typed: needs ?? '' };
  const rhythm = rhythmFor(watch, digest);
  if (rhythm === 'no-hour') return { kind: 'no-hour', typed: digest ?? '' };
  const called = calledBy(watch, ask);
  if (called === 'no-group') return { kind: 'no-group', typed: mention ?? '' };

  const {
    needs: _,
    isUrgent: __,
    digest: ___,
    digestSince,
    mention: ____,
    inThread: _____,
    ...plain
  } = watch;
  const isDigestNew = rhythm !== undefined && rhythm !== watch.digest;
  return {
    kind: 'changed',
    watch: {
      ...plain,
      ...(ground !== 'one-report' && { needs: ground }),
      ...(isYes(ask.options['urgent'], watch.isUrgent) && { isUrgent: true }),
      ...(isYes(ask.options['thread'], watch.inThread) && { inThread: true }),
      ...(rhythm !== undefined && { digest: rhythm }),
      ...(rhythm !== undefined && {
        digestSince: isDigestNew ? now.toISOString() : (digestSince ?? now.toISOString()),
      }),
      ...(called !== undefined && { mention: called }),
    },
  };
}

/** An hour keeps the days of the digest that there is, and is daily where there is none. */
function rhythmFor({ digest: before }: Subscription, typed: string | undefined) {
  if (typed === undefined) return before;
  if (OFF.includes(typed.toLowerCase())) return undefined;
  const at = hourOf(typed);
  if (at === undefined) return 'no-hour';
  return before?.at === at ? before : { ...(before ?? { days: 'daily' as const }), at };
}

function calledBy({ mention: before }: Subscription, { options, callable = {} }: Ask) {
  const { mention, 'no-mention': nobody } = options;
  if (nobody !== undefined) return undefined;
  if (mention === undefined) return before;
  if (OFF.includes(mention.toLowerCase())) return undefined;
  return Object.hasOwn(callable, mention) ? callable[mention] : 'no-group';
}

const isYes = (typed: string | undefined, before: true | undefined): boolean =>
  typed === undefined ? before === true : typed.toLowerCase() === 'yes';
