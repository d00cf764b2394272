/** Counters, gauges and durations for the operator. Names are snake_case and start with `readout_`. */
export interface Metrics {
  count(name: string, by?: number, labels?: Readonly<Record<string, string>>): void;
  gauge(name: string, value: number, labels?: Readonly<Record<string, string>>): void;
  /** How long something took; names end in `_seconds`. */
  observe(name: string, seconds: number): void;
}

/** Counts nothing. */
export const silentMetrics: Metrics = { count() {}, gauge() {}, observe() {} };
