import { hostname } from 'node:os';
import { env, pid, stderr, stdout } from 'node:process';
import { databaseName } from '#compose/database-name.ts';
import { openLog } from '#compose/open-log.ts';
import { ownWatch } from '#compose/own-watch.ts';
import { startReadout } from '#compose/start-readout.ts';
import { readConfig } from '#config/read-config.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { LeaseLost, type Tenure } from '#ledger.ts';
import { giveBackMemory } from '#tools/give-back-memory.ts';

/** After this long a stop that hangs is cut short: what is committed is safe, what was being sent is found again. */
const STOP_WITHIN_MS = 9 * SECOND_MS;

/** Ctrl-C comes twice through npm, which passes on what the terminal has sent to both: that is asked once. */
const ECHO_MS = SECOND_MS;

/** sysexits.h: EX_SOFTWARE, a fault of ours, or an end that was not in good order. */
const EXIT_SOFTWARE = 70;

/** Runs until SIGTERM or SIGINT; ends within ten seconds of it and loses nothing; asked a second time, at once. */
export async function runReadout(): Promise<number> {
  const config = readConfig(env, { remembersTables: true });
  const log = openLog(config.settings);
  const stop = stopOnSignal();
  endOnFault(log);
  const { promise: outputLost, resolve: loseOutput } = Promise.withResolvers<void>();
  stdout.on('error', (fault) => {
    log.error('output.lost', {}, fault);
    loseOutput();
  });
  const surroundings = {
    clock: () => new Date(),
    stopwatch: ownWatch,
    random: Math.random,
    output: stdout,
    environment: env,
    log,
    metrics: silentMetrics,
  };
  try {
    return await runUntilStopped();
  } catch (cause) {
    if (stop.signal.aborted) return 0;
    // Taken over before it was ready; the log has said so.
    if (cause instanceof LeaseLost) return 1;
    throw cause;
  } finally {
    log.close();
  }

  async function runUntilStopped(): Promise<number> {
    const running = await startReadout(config, surroundings, {
      holder: `${hostname()}:${pid}`,
      signal: stop.signal,
      onWaiting: (other) => {
        log.info('lease.awaited', { database: databaseName(config) });
        stderr.write(tellWaiting(other));
      },
      onFirstVisits: giveBackMemory,
    });
    giveBackMemory();
    log.info('program.ready', { feeds: config.catalogue.feeds.length });
    const why = await Promise.race([
      stop.asked.then(() => 'asked' as const),
      running.lost.then(() => 'lost' as const),
      outputLost.then(() => 'output-lost' as const),
    ]);
    log.info('program.stopping', { why });
    const cut = setTimeout(() => {
      log.error('program.cut_short', { afterMs: STOP_WITHIN_MS });
      log.close();
      process.exit(EXIT_SOFTWARE);
    }, STOP_WITHIN_MS);
    try {
      await running[Symbol.asyncDispose]();
    } catch (fault) {
      for (const one of faultsIn(fault)) log.error('program.failed', {}, one);
      return EXIT_SOFTWARE;
    } finally {
      clearTimeout(cut);
    }
    log.info('program.stopped');
    return why === 'asked' ? 0 : 1;
  }
}

/** What several closings threw comes as one in the other, the last outermost. */
const faultsIn = (fault: unknown): readonly unknown[] =>
  fault instanceof SuppressedError ? [...faultsIn(fault.suppressed), fault.error] : [fault];

function tellWaiting(other: Tenure | undefined): string {
  const waiting =
    'Another Readout works with this database. Waiting for it to end; then this one takes over.\n';
  if (other === undefined) return waiting;
  return `${waiting}It is ${other.holder}, and renews its right to work, which now lasts until ${other.until.toISOString()}.
If it runs no more, there is nothing to do: this one takes over within two minutes.\n`;
}

/** Whatever was half done is found again at the next start; to go on after an unknown fault would be worse. */
function endOnFault(log: Log & { close(): void }): void {
  const end = (fault: unknown): void => {
    log.error('program.failed', {}, fault);
    log.close();
    process.exit(EXIT_SOFTWARE);
  };
  process.on('unhandledRejection', end);
  process.on('uncaughtException', end);
}

function stopOnSignal(): { readonly signal: AbortSignal; readonly asked: Promise<void> } {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const controller = new AbortController();
  let askedAt: number | undefined;
  const stop = (): void => {
    // Whoever asks again does not want to wait. What is committed is safe.
    if (askedAt !== undefined && performance.now() - askedAt > ECHO_MS) process.exit(EXIT_SOFTWARE);
    askedAt ??= performance.now();
    controller.abort();
    resolve();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return { signal: controller.signal, asked };
}
