import type { Metrics } from '#kernel/metrics.ts';

/** Counts what the program counts for its operator, to tell it at the end. */
export type Tally = Metrics & {
  /** The sum over all series of a counter that carry these labels. */
  sum(name: string, labels?: Readonly<Record<string, string>>): number;
};

/** A tally from nought. */
export function startTally(): Tally {
  const counts: {
    readonly name: string;
    readonly by: number;
    readonly labels: Readonly<Record<string, string>>;
  }[] = [];
  return {
    count: (name, by = 1, labels = {}) => void counts.push({ name, by, labels }),
    gauge: () => undefined,
    observe: () => undefined,
    sum: (name, labels = {}) =>
      counts
        .filter((one) => one.name === name)
        .filter((one) => Object.entries(labels).every(([label, value]) => one.labels[label] === value))
        .reduce((sum, { by }) => sum + by, 0),
  };
}
