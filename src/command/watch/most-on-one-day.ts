/** How many of these times, ISO 8601, fall on the day that has most of them, in an IANA zone. */
export function mostOnOneDay(times: readonly string[], zone: string): number {
  const days = Map.groupBy(times, (at) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString(),
  );
  return Math.max(0, ...[...days.values()].map(({ length }) => length));
}
