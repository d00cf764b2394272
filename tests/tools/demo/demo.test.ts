import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { configFolder } from '../../config/small-config.ts';
import { runProgram } from '../readout-process.ts';

/** Programs of their own, several at once: slow where the machine has much to do. */
vi.setConfig({ testTimeout: 120_000 });

const FEED = `<rss version="2.0"><channel><title>The Courier</title>
  <item><guid>1</guid><title>A flood closes three roads</title><pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item>
  <item><guid>2</guid><title>Freedonia and Sylvania spoke by phone</title>
    <description>The leaders of Freedonia and Sylvania spoke by phone for an hour.</description>
    <pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate></item>
</channel></rss>`;

const config = configFolder();
const folder = mkdtempSync(join(tmpdir(), 'readout-demo-test-'));
writeFileSync(join(folder, 'courier.xml'), FEED);

afterAll(() => {
  config[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

const demo = (...words: readonly string[]) =>
  runProgram(['demo', '--from', folder, ...words], {
    environment: { READOUT_CONFIG: config.path, NO_COLOR: '1' },
  });

test('the demo tells how a card arrived on each platform, and what stands there in the end', async () => {
  const { status, output, complaint } = await demo('--discord', '--slack');
  expect(output).toMatch(/^Discord: .*#desk now watches “Freedonia Sylvania call”/m);
  expect(output).toMatch(/^Slack: .*#desk now watches “Freedonia Sylvania call”/m);
  expect(output).toMatch(/^ {2}Discord #desk · card \d+ posted · Freedonia and Sylvania spoke by phone/m);
  expect(output).toMatch(/^ {2}Slack #desk · card [\d.]+ posted · .*Freedonia and Sylvania spoke by phone/m);
  expect(output).toMatch(/^ {2}Discord +messages 1: cards 1, edits 1, pointers 0 · violations 0$/m);
  expect(output).toMatch(/^ {2}Slack +messages 1: cards 1, edits 0, pointers 0 · violations 0$/m);
  expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
});

test('without the platforms the demo speaks of none, whatever tokens there are', async () => {
  const { status, output } = await runProgram(['demo', '--from', folder], {
    environment: { READOUT_CONFIG: config.path, NO_COLOR: '1', DISCORD_TOKEN: 'a.real.token' },
  });
  expect(output).toContain('Freedonia and Sylvania spoke by phone');
  expect(output).not.toMatch(/Discord|Slack/);
  expect(status).toBe(0);
});

test.each([
  ['that is not there', join(folder, 'nosuch')],
  ['that is a file', join(folder, 'courier.xml')],
  ['below a file', join(folder, 'courier.xml', 'deeper')],
  ['without a name', ''],
])('a folder %s is told in one line, without a stack', async (_what, path) => {
  const run = await runProgram(['demo', '--from', path], { environment: { READOUT_CONFIG: config.path } });
  expect(run).toEqual({ status: 66, output: '', complaint: `There is no folder “${path}”.\n` });
});
