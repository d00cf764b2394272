import type { Lease, Ledger } from '#ledger.ts';

/** What brought the database up to date: from which version to which, when, and where the copy of before stands. */
export type Upgrade = {
  readonly from: number;
  readonly to: number;
  readonly at: string;
  readonly copy?: string;
};

/** What is to be told of upgrades, whoever made them: often a tool that was run before the program. */
export type Upgrades = {
  /** All that was done since somebody was told last, as one. */
  readonly untold: () => Promise<Upgrade | undefined>;
  readonly told: () => Promise<void>;
};

/** An open database. Dispose of it when nothing uses it any more. */
export type OpenedDatabase = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly lease: Lease;
  readonly upgrades: Upgrades;
  /**
   * The same ledger for the holder of the lease. Once another has it every call throws `LeaseLost` and keeps nothing;
   * `onLost` is told each time.
   */
  ledgerOf(holder: string, onLost: () => void): Ledger;
  /** Bytes that it takes, with what is not yet folded in. */
  sizeInBytes(): Promise<number>;
};
