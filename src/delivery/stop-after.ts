import type { ChannelRef } from '#channel/channel.ts';
import type { Refusal } from '#channel/messenger.ts';
import type { Moment } from '#delivery/after-failure.ts';
import type { Answer } from '#delivery/consequence.ts';
import { HOURLY_FROM_TRY, retryAfterRefusalAt, retryAt } from '#delivery/retry-at.ts';
import { nameOfStopped, type Stop, type Stopped } from '#delivery/stop.ts';

/** What an answer changes about where may be sent. */
export type StopChange =
  | { readonly kind: 'none' }
  /** Something arrived: all that stood in its way is over. */
  | { readonly kind: 'over'; readonly stops: readonly Stop[] }
  | { readonly kind: 'stopped'; readonly stop: Stop };

/**
 * What an answer of a platform means for its channel, or for the whole platform. A refusal that people may mend stops
 * the channel, one of the token the platform, each tried again ever more rarely; a wish to wait stops until then, unless
 * it is about an edit: new messages have limits of their own. `standing`: what stops this channel so far.
 */
export function stopAfter(
  { channel, outcome, isEdit = false }: Answer,
  standing: readonly Stop[],
  moment: Moment,
): StopChange {
  switch (outcome.kind) {
    case 'sent':
    case 'removed':
    case 'message-gone':
    case 'window-closed':
      return overWith(standing, moment);
    case 'refused':
      return afterRefusal(outcome.reason, outcome.detail, { channel, standing, moment });
    case 'later':
      if (outcome.retryAfterMs === undefined || (isEdit && outcome.isEverywhere !== true))
        return { kind: 'none' };
      return {
        kind: 'stopped',
        stop: busyUntil(outcome.retryAfterMs, outcome, { channel, standing, moment }),
      };
    case 'unknown':
      return { kind: 'none' };
  }
}

type Circumstances = {
  readonly channel: ChannelRef;
  readonly standing: readonly Stop[];
  readonly moment: Moment;
};

function afterRefusal(
  reason: Refusal,
  detail: string,
  { channel, standing, moment }: Circumstances,
): StopChange {
  const stopped = refusedWhere(reason, channel);
  // What is wrong with one message says that the channel took the others.
  if (stopped === undefined) return overWith(standing, moment);
  const before = findStop(stopped, standing);
  const refusals = (before?.kind === 'refused' ? before.refusals : 0) + 1;
  // A token is asked about once an hour from the beginning: platforms count such requests towards a ban.
  const attempts = stopped.platform === undefined ? Math.min(refusals, HOURLY_FROM_TRY) : HOURLY_FROM_TRY;
  return {
    kind: 'stopped',
    stop: {
      ...stopped,
      kind: 'refused',
      since: before?.kind === 'refused' ? before.since : moment.now.toISOString(),
      until: retryAfterRefusalAt({ ...moment, attempts }).toISOString(),
      refusals,
      reason: `${reason}: ${detail}`,
    },
  };
}

/** Something that was under way already says nothing against a wish to wait. */
function overWith(standing: readonly Stop[], { now }: Moment): StopChange {
  const stops = standing.filter(({ kind, until }) => kind === 'refused' || until <= now.toISOString());
  return stops.length === 0 ? { kind: 'none' } : { kind: 'over', stops };
}

function refusedWhere(reason: Refusal, { id, platform }: ChannelRef): Stopped | undefined {
  switch (reason) {
    case 'not-authorised':
      return { platform };
    case 'channel-gone':
    case 'not-in-channel':
    case 'not-allowed':
      return { channel: id };
    case 'invalid':
      return undefined;
  }
}

/** A stop that a refusal made stays one: only when it is tried again is put off. */
function busyUntil(
  retryAfterMs: number,
  { isEverywhere, detail }: { readonly isEverywhere?: true; readonly detail: string },
  { channel: { id, platform }, standing, moment }: Circumstances,
): Stop {
  const stopped: Stopped = isEverywhere === true ? { platform } : { channel: id };
  const at = moment.now.toISOString();
  const until = retryAt({ ...moment, attempts: 1, retryAfterMs })?.toISOString() ?? at;
  const before = findStop(stopped, standing);
  return before?.kind === 'refused'
    ? { ...before, until }
    : { ...stopped, kind: 'busy', since: at, until, refusals: 0, reason: detail };
}

const findStop = (stopped: Stopped, standing: readonly Stop[]): Stop | undefined =>
  standing.find((stop) => nameOfStopped(stop) === nameOfStopped(stopped));
