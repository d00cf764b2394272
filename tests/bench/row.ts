/** One measured thing. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What we want it to be, such as `≤ 160`. */
  readonly target?: string;
  /** How many measurements the value is the median of. */
  readonly runs: number;
};

/** A row whose value is the median of several measurements. */
export function medianRow(name: string, measured: readonly number[], unit: string, target?: string): Row {
  const value = medianOf(measured);
  return { name, value, unit, runs: measured.length, ...(target !== undefined && { target }) };
}

/** The middle of some measurements. */
export function medianOf(measured: readonly number[]): number {
  const sorted = measured.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('Nothing was measured.');
  return (low + high) / 2;
}
