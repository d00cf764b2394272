import type { Metrics } from '#kernel/metrics.ts';

/** Metrics that can be shown: `text()` is the Prometheus text format, version 0.0.4. */
export type CountingMetrics = Metrics & { text(): string };

/** From what is felt as at once to half a day, in seconds: news is late by minutes, and expires after twelve hours. */
const BOUNDS = [0.5, 1, 2, 5, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 21_600, 43_200];

/** How many took no longer than each bound, and all of them. */
type Durations = { readonly buckets: readonly number[]; readonly sum: number; readonly count: number };

const NO_DURATIONS: Durations = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };

/** Counts in memory, from nought at each start, as Prometheus expects of counters. */
export function countingMetrics(): CountingMetrics {
  const counters = new Map<string, number>();
  const gauges = new Map<string, number>();
  const durations = new Map<string, Durations>();
  return {
    count: (name, by = 1, labels) => {
      const series = seriesOf(name, labels);
      counters.set(series, (counters.get(series) ?? 0) + by);
    },
    gauge: (name, value, labels) => void gauges.set(seriesOf(name, labels), value),
    observe: (name, seconds) => {
      const { buckets, sum, count } = durations.get(name) ?? NO_DURATIONS;
      durations.set(name, {
        buckets: buckets.map((many, index) => many + (seconds <= (BOUNDS[index] ?? 0) ? 1 : 0)),
        sum: sum + seconds,
        count: count + 1,
      });
    },
    text: () =>
      [
        ...linesOf('counter', counters),
        ...linesOf('gauge', gauges),
        ...[...durations].flatMap(([name, seen]) => histogramOf(name, seen)),
        '',
      ].join('\n'),
  };
}

function seriesOf(name: string, labels: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

const escapeLabel = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const histogramOf = (name: string, { buckets, sum, count }: Durations): readonly string[] => [
  `# TYPE ${name} histogram`,
  ...buckets.map((many, index) => `${name}_bucket{le="${BOUNDS[index]}"} ${many}`),
  `${name}_bucket{le="+Inf"} ${count}`,
  `${name}_sum ${sum}`,
  `${name}_count ${count}`,
];

function linesOf(type: 'counter' | 'gauge', series: ReadonlyMap<string, number>): readonly string[] {
  const byName = Map.groupBy(
    [...series].toSorted(([a], [b]) => a.localeCompare(b)),
    ([name]) => name.replace(/\{.*$/s, ''),
  );
  return [...byName].flatMap(([name, rows]) => [
    `# TYPE ${name} ${type}`,
    ...rows.map(([labelled, value]) => `${labelled} ${value}`),
  ]);
}
