import type { Lease, Ledger } from '#ledger.ts';

/** An open database. Dispose of it when nothing uses it any more. */
export type OpenedDatabase = AsyncDisposable & {
  readonly ledger: Ledger;
  readonly lease: Lease;
  /** Where opening it brought it up to date: from which version to which, and where the copy of before stands. */
  readonly upgrade?: { readonly from: number; readonly to: number; readonly copy?: string };
  /**
   * The same ledger for the holder of the lease. Once another has it every call throws `LeaseLost` and keeps nothing;
   * `onLost` is told each time.
   */
  ledgerOf(holder: string, onLost: () => void): Ledger;
  /** Bytes that it takes, with what is not yet folded in. */
  sizeInBytes(): Promise<number>;
};
