import { setTimeout as pause } from 'node:timers/promises';
import { type Beat, startBeats } from '#adapters/schedule/cron-schedule.ts';
import { countingMetrics } from '#adapters/web/counting-metrics.ts';
import { composeReadout, type Readout } from '#compose/compose-readout.ts';
import { type Holder, holdLease } from '#compose/hold-lease.ts';
import { type Nudge, openNudge } from '#compose/open-nudge.ts';
import { openWeb } from '#compose/open-web.ts';
import { programHealth } from '#compose/program-health.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** The running program. `lost` resolves when another instance has taken over, which must end this one. */
export type Running = AsyncDisposable & { readonly lost: Promise<void> };

/** How often the program looks for what is due. */
const VISIT_EVERY_SECONDS = 10;
const DELIVER_EVERY_SECONDS = 2;
/** News is sent so soon after it is kept; the beat stays for what is owed otherwise, and comes due later. */
const DELIVER_AFTER_MS = 200;
/** A digest comes at most so much after its hour. */
const DIGESTS_EVERY_SECONDS = 15;
const OUTAGES_EVERY_SECONDS = 30;
const ADDRESSES_EVERY_SECONDS = 30;
/** A platform that could not be connected is tried again; once all are, this does nothing. */
const CONNECT_EVERY_SECONDS = 30;
/** What somebody decided about a story is done so soon that one can wait for it. */
const RULINGS_EVERY_SECONDS = 5;
/** Nobody waits longer for a platform before the rest begins to work. */
const CONNECT_WITHIN_MS = 10 * SECOND_MS;
const RENEW_EVERY_SECONDS = 15;
/** After an update only: a hundred older articles each time, until all have their words. */
const INDEX_EVERY_SECONDS = 20;
const DISK_EVERY_SECONDS = 30;
/** A few rows each time: a day's worth of a busy Readout takes minutes. */
const FORGET_EVERY_SECONDS = 2;
/** Who starts, how it ends, and what it wants to be told. */
export type Start = Holder & {
  /** Once, when the first feeds that were due have been read: that takes more memory than anything after it. */
  readonly onFirstVisits: () => void;
};

/** Waits for the lease, composes, and starts to beat. */
export async function startReadout(
  config: Config,
  surroundings: Surroundings,
  start: Start,
): Promise<Running> {
  await using starting = new AsyncDisposableStack();
  const { clock } = surroundings;
  const counting = countingMetrics();
  const { claim, lost, renew, isWritten, whileHeld, log } = holdLease(start, clock, surroundings.log);
  let nudge: Nudge | undefined;
  const around = { ...surroundings, metrics: counting, log, onOwed: () => nudge?.give() };
  const readout = starting.use(await composeReadout(config, around, claim));

  let hasVisited = false;
  const visit = async (): Promise<void> => {
    const isFirst = (await readout.visit()) > 0 && !hasVisited;
    hasVisited ||= isFirst;
    if (isFirst) start.onFirstVisits();
  };
  let isIndexed = false;
  const index = async (): Promise<void> => {
    isIndexed ||= !(await readout.indexOlder());
  };
  const deliver = whileHeld(() => readout.deliver());
  const beats: readonly Beat[] = [
    { name: 'visit', everySeconds: VISIT_EVERY_SECONDS, run: whileHeld(visit) },
    { name: 'deliver', everySeconds: DELIVER_EVERY_SECONDS, run: deliver },
    // A round that waits for a slow platform is running still when its beat comes again.
    { name: 'wake', everySeconds: DELIVER_EVERY_SECONDS, run: whileHeld(async () => readout.wake()) },
    { name: 'digests', everySeconds: DIGESTS_EVERY_SECONDS, run: whileHeld(() => readout.oweDigests()) },
    { name: 'outages', everySeconds: OUTAGES_EVERY_SECONDS, run: whileHeld(() => readout.tellOutages()) },
    {
      name: 'addresses',
      everySeconds: ADDRESSES_EVERY_SECONDS,
      run: whileHeld(() => readout.checkAddresses()),
    },
    { name: 'rulings', everySeconds: RULINGS_EVERY_SECONDS, run: whileHeld(() => readout.carryRulings()) },
    { name: 'connect', everySeconds: CONNECT_EVERY_SECONDS, run: whileHeld(() => readout.connect()) },
    { name: 'index', everySeconds: INDEX_EVERY_SECONDS, run: whileHeld(index) },
    { name: 'disk', everySeconds: DISK_EVERY_SECONDS, run: whileHeld(() => readout.tellDisk()) },
    { name: 'forget', everySeconds: FORGET_EVERY_SECONDS, run: whileHeld(() => readout.forgetOld()) },
    { name: 'renew', everySeconds: RENEW_EVERY_SECONDS, run: renew },
  ];
  const { web } = config.settings;
  if (web.port > 0) {
    const { ledger, lease } = readout;
    const health = () =>
      programHealth(
        { ledger, lease, holder: start.holder, isWritten: isWritten(), platforms: readout.platforms() },
        clock(),
      );
    starting.use(await openWeb(web, { health, metrics: () => counting.text() }));
  }
  await connectFirst(readout, start.signal);
  starting.use(startBeats(beats, log));
  nudge = starting.use(
    openNudge(
      () => deliver().catch((cause: unknown) => log.error('beat.failed', { beat: 'deliver' }, cause)),
      DELIVER_AFTER_MS,
    ),
  );
  const kept = starting.move();
  return { lost, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Before the first delivery, so that none finds its platform missing only because the program has just started. */
async function connectFirst(readout: Readout, signal: AbortSignal): Promise<void> {
  const patience = pause(CONNECT_WITHIN_MS, undefined, { signal, ref: false }).catch(() => {});
  await Promise.race([readout.connect(), patience]);
}
