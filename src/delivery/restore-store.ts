import type { Restore } from '#delivery/restore.ts';

/** A restore that has begun, and how many rows are looked for before they are sent. */
export type BegunRestore = Restore & { readonly rows: number };

/** Keeps when a copy was put in the place of the database. */
export interface RestoreStore {
  /** The last one. */
  latest(): Promise<Restore | undefined>;
  /**
   * Notes that the database as it is now is a copy, made when a feed was last read in it. Whatever it owes without
   * knowing that it arrived is looked for before it is sent.
   */
  begin(now: Date): Promise<BegunRestore>;
}
