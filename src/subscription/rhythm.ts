/** When a digest comes, in the channel's zone. */
export type Rhythm = {
  readonly days: 'daily' | 'weekdays' | 'weekly';
  /** hh:mm, 00:00 to 23:59. */
  readonly at: string;
  /** From 1, Monday, to 7; of a weekly one. */
  readonly weekday?: number;
};
