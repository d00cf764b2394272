import type { Metrics } from '#kernel/metrics.ts';

/** Metrics that can be shown: `text()` is the Prometheus text format, version 0.0.4. */
export type CountingMetrics = Metrics & { text(): string };

/** Counts in memory, from nought at each start, as Prometheus expects of counters. */
export function countingMetrics(): CountingMetrics {
  const counters = new Map<string, number>();
  const gauges = new Map<string, number>();
  return {
    count: (name, by = 1, labels) => {
      const series = seriesOf(name, labels);
      counters.set(series, (counters.get(series) ?? 0) + by);
    },
    gauge: (name, value, labels) => void gauges.set(seriesOf(name, labels), value),
    text: () => [...linesOf('counter', counters), ...linesOf('gauge', gauges), ''].join('\n'),
  };
}

function seriesOf(name: string, labels: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

const escapeLabel = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

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
