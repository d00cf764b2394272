import { expect, test } from 'vitest';
import { countingMetrics } from '#adapters/web/counting-metrics.ts';
import { startWebServer, webPages } from '#adapters/web/web-server.ts';
import { Secret } from '#kernel/secret.ts';

const well = { health: async () => [{ name: 'database', isWell: true, detail: 'open' }], metrics: () => '' };

test('is ready only while every part is well', async () => {
  const ill = { ...well, health: async () => [{ name: 'feeds', isWell: false, detail: 'none answers' }] };
  expect((await webPages(undefined, well).request('/readyz')).status).toBe(200);
  const answer = await webPages(undefined, ill).request('/readyz');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ parts: [{ name: 'feeds', isWell: false, detail: 'none answers' }] });
});

test('asks for the token on every page, and takes only the right one', async () => {
  const pages = webPages(new Secret('right'), well);
  for (const page of ['/healthz', '/readyz', '/metrics', '/nothing']) {
    expect((await pages.request(page)).status).toBe(401);
    expect((await pages.request(page, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  }
  expect((await pages.request('/healthz', { headers: { authorization: 'Bearer right' } })).status).toBe(200);
});

test('shows counters and gauges in the Prometheus text format', async () => {
  const metrics = countingMetrics();
  metrics.count('readout_visits_total', 2, { outcome: 'fresh' });
  metrics.count('readout_visits_total', 1, { outcome: 'fresh' });
  metrics.gauge('readout_lag_seconds', 4.5);
  metrics.count('readout_odd_total', 1, { name: 'a"b\\c\nd' });
  expect(metrics.text()).toBe(
    [
      '# TYPE readout_odd_total counter',
      'readout_odd_total{name="a\\"b\\\\c\\nd"} 1',
      '# TYPE readout_visits_total counter',
      'readout_visits_total{outcome="fresh"} 3',
      '# TYPE readout_lag_seconds gauge',
      'readout_lag_seconds 4.5',
      '',
    ].join('\n'),
  );
});

test('answers on a real port and stops although a client stays connected', async () => {
  const server = await startWebServer({ port: 0, host: '127.0.0.1' }, well);
  const answer = await fetch(`http://127.0.0.1:${server.port}/healthz`);
  expect(await answer.text()).toBe('alive\n');
  await server[Symbol.asyncDispose]();
  await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow();
});
