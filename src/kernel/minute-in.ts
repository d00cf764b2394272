/** A moment as it is typed in a zone, to the minute: 2026-03-31T08:00. */
export const minuteIn = (zone: string, at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
