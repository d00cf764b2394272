import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from '#compose/compose-readout.ts';
import { type Clock, SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import { type Lease, LeaseLost, type Tenure } from '#ledger.ts';

/** Another instance is given up for dead when its lease is this old; ours is renewed well before. */
const LEASE_MS = 60 * SECOND_MS;
/** A second instance looks this often whether it may take over. */
const ASK_FOR_LEASE_EVERY_MS = 3 * SECOND_MS;

/** Who is to have the lease, and what it wants to be told. */
export type Holder = {
  /** Names this process in the lease. */
  readonly holder: string;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Once, when another instance has the lease. */
  readonly onWaiting: (other: Tenure | undefined) => void;
};

/** This process's hold on the lease, from waiting for it to losing it. */
export type LeaseHold = {
  /** Waits while another instance works, and takes over when its lease runs out. */
  readonly claim: Claim;
  /** Resolves when another instance has taken over. */
  readonly lost: Promise<void>;
  readonly renew: () => Promise<void>;
  /** Whether the database took the last renewal: on a full disk, or read-only, it still answers. */
  readonly isWritten: () => boolean;
  /** Runs it only while the lease is held. One that ran out, as on a machine that was suspended, is looked after first. */
  readonly whileHeld: (run: () => Promise<unknown>) => () => Promise<void>;
  /** The log, without what fails only because the lease is lost: the loss itself is told, once. */
  readonly log: Log;
};

/** Prepares to hold the lease; the claim takes it. */
export function holdLease({ holder, signal, onWaiting }: Holder, clock: Clock, log: Log): LeaseHold {
  const { promise: lost, resolve: end } = Promise.withResolvers<void>();
  let held: { readonly lease: Lease; readonly since: Date } | undefined;
  let isLost = false;
  let isWritten = true;
  const lose = (): void => {
    if (!isLost) log.error('lease.lost', { holder });
    isLost = true;
    end();
  };

  async function take(lease: Lease): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const now = clock();
      if (await lease.take(holder, now, LEASE_MS)) {
        held = { lease, since: now };
        return;
      }
      if (attempt === 1) onWaiting(await lease.current());
      await pause(ASK_FOR_LEASE_EVERY_MS, undefined, { signal });
    }
  }

  async function renew(): Promise<void> {
    if (held === undefined) return;
    const now = clock();
    try {
      const isRenewed = await held.lease.renew(holder, now, LEASE_MS);
      isWritten = true;
      if (isRenewed) held = { ...held, since: now };
      else lose();
    } catch (fault) {
      isWritten = false;
      throw fault;
    }
  }

  const hasRunOut = (): boolean => held !== undefined && clock().getTime() - held.since.getTime() > LEASE_MS;

  return {
    claim: { holder, take, onLost: lose },
    lost,
    renew,
    isWritten: () => isWritten,
    whileHeld: (run) => async () => {
      if (hasRunOut()) await renew();
      // What is to end begins nothing more.
      if (!isLost && !signal.aborted) await run();
    },
    log: withoutLosses(log),
  };
}

function withoutLosses(log: Log): Log {
  return {
    info: (event, fields) => log.info(event, fields),
    warn: (event, fields) => log.warn(event, fields),
    error(event, fields, cause) {
      if (!(cause instanceof LeaseLost)) log.error(event, fields, cause);
    },
  };
}
