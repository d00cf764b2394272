import type { QuietHours } from '#subscription/channel-settings.ts';
import { quietUntil } from '#subscription/zoned-times.ts';

/**
 * Until when something waits that is late: what was planned for before the quiet hours is not caught up with in them.
 * Absent outside of them, and for what was planned for an hour within, as the desk wants it.
 */
export function lateInQuietUntil(
  { quiet, zone }: { readonly quiet?: QuietHours | undefined; readonly zone: string },
  planned: Date,
  now: Date,
): Date | undefined {
  if (quiet === undefined || quietUntil(quiet, zone, planned) !== undefined) return undefined;
  return quietUntil(quiet, zone, now);
}
