import { expect, test } from 'vitest';
import { countingMetrics } from '#adapters/web/counting-metrics.ts';

test('durations are told as a histogram whose buckets hold all that took no longer', () => {
  const metrics = countingMetrics();
  metrics.observe('readout_lag_seconds', 0.4);
  metrics.observe('readout_lag_seconds', 3);
  metrics.observe('readout_lag_seconds', 90_000);
  const lines = metrics.text().split('\n');
  expect(lines[0]).toBe('# TYPE readout_lag_seconds histogram');
  expect(lines).toContain('readout_lag_seconds_bucket{le="0.5"} 1');
  expect(lines).toContain('readout_lag_seconds_bucket{le="2"} 1');
  expect(lines).toContain('readout_lag_seconds_bucket{le="5"} 2');
  expect(lines).toContain('readout_lag_seconds_bucket{le="43200"} 2');
  expect(lines).toContain('readout_lag_seconds_bucket{le="+Inf"} 3');
  expect(lines).toContain('readout_lag_seconds_count 3');
});

test('counters and gauges stand beside them, with their labels', () => {
  const metrics = countingMetrics();
  metrics.count('readout_visits_total', 2, { outcome: 'fresh' });
  metrics.gauge('readout_feeds', 3);
  expect(metrics.text()).toBe(
    '# TYPE readout_visits_total counter\nreadout_visits_total{outcome="fresh"} 2\n# TYPE readout_feeds gauge\nreadout_feeds 3\n',
  );
});
