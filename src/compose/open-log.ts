import { pinoLog } from '#adapters/log/pino-log.ts';
import type { Settings } from '#config/settings.ts';
import type { Log } from '#kernel/log.ts';

/** The operator's log. */
export const openLog = (settings: Settings): Log & { close(): void } => pinoLog(settings.log.level);
