import type { ChannelRef } from '#channel/channel.ts';
import type { EditOutcome, RemovalOutcome } from '#channel/messenger.ts';
import type { Moment } from '#delivery/after-failure.ts';
import type { Attempted } from '#delivery/delivery.ts';

/** What a platform answered, or what stands for an answer where it is not connected, and where; `isEdit`: a message that stood was to be changed. */
export type Answer = {
  readonly channel: ChannelRef;
  readonly outcome: EditOutcome | RemovalOutcome;
  readonly isEdit?: boolean;
};

/** What an attempt leads to, told of the row as it stands when it is written down: it may want more by then. */
export type Consequence<Row extends Attempted> = {
  readonly settle: (stored: Row, moment: Moment) => Row;
  /** Absent where nothing was sent. */
  readonly answer?: Answer;
};
