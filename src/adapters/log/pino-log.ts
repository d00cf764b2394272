import { pino } from 'pino';
import type { Log, LogFields } from '#kernel/log.ts';

/** A log that can be closed, so that its last lines are written. */
export type ClosableLog = Log & { close(): void };

/**
 * JSON lines on standard error, so that standard output stays for cards and data. A cause is told by its message and
 * stack, or by its remedy where it has one; fields hold plain values only, so no secret can slip in with an object.
 */
export function pinoLog(level: 'debug' | 'info' | 'warn' | 'error'): ClosableLog {
  const destination = pino.destination({ dest: 2, sync: true });
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const write = (as: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void => {
    logger[as]({ event, ...fields });
  };
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields, cause) =>
      write('error', event, { ...fields, ...(cause !== undefined && tell(cause)) }),
    close: () => destination.flushSync(),
  };
}

function tell(cause: unknown): LogFields {
  if (!(cause instanceof Error)) return { cause: String(cause) };
  // What the operator can mend is told in words; where in our code it came up is of no use there.
  if ('remedy' in cause && typeof cause.remedy === 'string')
    return { cause: cause.message, remedy: cause.remedy };
  const deeper = cause.cause instanceof Error ? { because: cause.cause.message } : {};
  return { cause: cause.message, stack: cause.stack ?? null, ...deeper };
}
