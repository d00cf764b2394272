import { InvalidSettings } from '#config/problem.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { Lease } from '#ledger.ts';

/** For so long, unless the tool renews it. */
export const CLAIMED_FOR_MS = MINUTE_MS;

/**
 * Takes the lease for a tool that puts articles into stories, such as `readout reread`: two processes must not do so at
 * once, each knows only its own window. Throws the operator's remedy while another process holds it.
 */
export async function claimDatabase(lease: Lease, holder: string, tool: string): Promise<void> {
  if (await lease.take(holder, new Date(), CLAIMED_FOR_MS)) return;
  throw new InvalidSettings([
    {
      where: tool,
      message: 'A running Readout works with this database.',
      remedy: 'Stop it first, or wait a minute after it ended.',
    },
  ]);
}
