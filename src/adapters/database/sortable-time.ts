/**
 * The same instant in the one form that sorts as text: 2026-01-31T09:05:00.000Z. For columns that a query compares;
 * throws for what is no date.
 */
export function sortableTime(iso: string): string {
  return new Date(iso).toISOString();
}
