import type { Platform } from '#channel/channel.ts';
import type { Stop, Stopped } from '#delivery/stop.ts';
import type { ChannelId } from '#kernel/id.ts';

/** Keeps where nothing is sent for now. All claims of deliveries pass over what is stopped. */
export interface StopStore {
  save(stop: Stop): Promise<void>;
  /** True when it was stopped. */
  lift(stopped: Stopped): Promise<boolean>;
  /** What stops this channel: itself, or its platform. */
  listOn(channel: ChannelId, platform: Platform): Promise<readonly Stop[]>;
  list(): Promise<readonly Stop[]>;
}
