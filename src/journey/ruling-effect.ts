import type { Stores } from '#ledger.ts';

/** What a ruling comes to: computed, and not kept yet. */
export type RulingEffect = {
  /** In words, for the operator. */
  readonly outcome: string;
  /** Keeps it, in the transaction that closes the ruling; absent where there is nothing to do. */
  readonly keep?: (stores: Stores) => Promise<void>;
  /** Once it is kept: lets the next article meet what this came to. */
  readonly show?: () => void;
};
