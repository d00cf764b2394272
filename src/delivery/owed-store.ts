import type { DeliveryKey } from '#channel/messenger.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Whose messages are looked for: of one workspace, of these channels, or of all. */
export type OwedScope = { readonly workspace?: WorkspaceId; readonly channels?: readonly ChannelId[] };

/** Which messages are looked for: in these states, or sent again without knowing. */
export type OwedQuery = OwedScope & {
  readonly states: readonly DeliveryState[] | 'repeated';
  readonly limit: number;
};

/**
 * Before when something must have been planned to wait too long. `mending`: an edit, a line that takes back, what stands
 * already or may have arrived; `news`: all else.
 */
export type PlannedBefore = { readonly news: Date; readonly mending: Date };

/** Looks over all that channels are owed, whatever its kind. */
export interface OwedStore {
  /** The newest plan first. */
  list(query: OwedQuery): Promise<readonly OwedMessage[]>;
  find(key: DeliveryKey): Promise<OwedMessage | undefined>;
  /** How many were sent again without knowing whether they stood. */
  countRepeated(scope?: OwedScope): Promise<number>;
  /**
   * What has waited too long and waits still, and nobody is sending: news planned before the one moment, and what mends what
   * people may have seen, or may have arrived itself, planned before the other. The oldest first.
   */
  listOverdue(planned: PlannedBefore, now: Date, limit: number): Promise<readonly OwedMessage[]>;
  /** What waits in these channels to be tried again is due now. */
  hasten(channels: readonly ChannelId[], now: Date): Promise<void>;
}
