import { DiscordAPIError, HTTPError } from 'discord.js';
import type { LogFields } from '#kernel/log.ts';

/** What may be logged of a fault: errors of this SDK carry addresses that hold tokens of interactions, so never the whole. */
export function tellable(fault: unknown): LogFields {
  if (fault instanceof DiscordAPIError)
    return { code: fault.code, status: fault.status, detail: fault.message };
  if (fault instanceof HTTPError) return { status: fault.status, detail: fault.message };
  return { detail: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) };
}
