import type { Lease, Ledger } from '#ledger.ts';

/** An open database. Dispose of it when nothing uses it any more. */
export type OpenedDatabase = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly lease: Lease;
  /**
   * The same ledger for the holder of the lease. Once another has it every call throws `LeaseLost` and keeps nothing;
   * `onLost` is told each time.
   */
  ledgerOf(holder: string, onLost: () => void): Ledger;
  /** Bytes that it takes, with what is not yet folded in. */
  sizeInBytes(): Promise<number>;
};
