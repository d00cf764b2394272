import type { Platform } from '#channel/channel.ts';
import type { ChannelId } from '#kernel/id.ts';

/** What is stopped: one channel, or everything on a platform. */
export type Stopped =
  | { readonly channel: ChannelId; readonly platform?: undefined }
  | { readonly platform: Platform; readonly channel?: undefined };

/**
 * Nothing is sent there before `until`. `refused`: the platform will not take what we send, until somebody mends that;
 * from `until` on one thing is tried, and when that arrives the stop is over. `busy`: the platform asked to wait.
 */
export type Stop = Stopped & {
  readonly kind: 'refused' | 'busy';
  readonly since: string;
  readonly until: string;
  /** In a row; 0 where it is only busy. */
  readonly refusals: number;
  /** In one line, as the platform says it. */
  readonly reason: string;
};

/** The same thing stopped has the same name. */
export const nameOfStopped = ({ channel, platform }: Stopped): string =>
  channel === undefined ? `platform:${platform}` : `channel:${channel}`;
