const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether this is a day that there is, as `2026-03-31`; 31 February would be taken for a day of March. */
export function isDay(written: string): boolean {
  const at = ISO_DAY.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
}
