/** Wakes those who wait. */
export type Bell = {
  readonly ring: () => void;
  /** Resolves at the next ring from now on. */
  readonly next: () => Promise<void>;
};

/** A bell that nobody has rung yet. */
export function openBell(): Bell {
  let coming = Promise.withResolvers<void>();
  return {
    ring() {
      coming.resolve();
      coming = Promise.withResolvers();
    },
    next: () => coming.promise,
  };
}
