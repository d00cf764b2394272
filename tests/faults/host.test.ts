import { describe, expect, test } from 'vitest';
import { SECOND_MS } from '#kernel/clock.ts';
import { loopbackServer } from '../adapters/http/loopback-server.ts';
import { newsstand } from '../journey/newsstand.ts';
import { aHost, onLoopback } from './a-host.ts';
import { keepingFeedsDue, visitOnce } from './visit-once.ts';

const NOBODY = { courier: 'http://127.0.0.1:9/feed' };
const CALL = { title: 'Freedonia and Sylvania spoke by phone', summary: 'They spoke by phone for an hour.' };
const POSTED = 'topic “Freedonia Sylvania call”';
/** As large as a document may be. */
const LARGE = `<rss version="2.0"><channel><title>Herald</title>${Array.from(
  { length: 1_000 },
  (_, number) =>
    `<item><title>Roads ${number}</title><guid>${number}</guid><description>${'Rain fell. '.repeat(900)}</description></item>`,
).join('')}</channel></rss>`;

describe.concurrent('what a host does to the program', { timeout: 300 * SECOND_MS }, () => {
  test('O16 it stands still for five seconds and keeps its lease, so that a second one still waits', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const first = host.startUpset('stand-still');
    await first.log.until('program.ready');
    first.upset();
    const second = host.start();
    await second.log.until('Waiting for it to end');
    expect(await first.end()).toBe(0);
    expect(first.log.text()).not.toContain('lease.lost');
    await second.log.until('program.ready');
    expect(await second.end()).toBe(0);
  });

  test('O17 with a heap of 96 megabytes it reads a document of the largest size, and posts', async () => {
    await using stand = await newsstand(new Date());
    await using large = await loopbackServer((_request, response) => response.end(LARGE));
    await using host = aHost({ courier: stand.urlOf('courier'), herald: `${large.url}/feed` }, onLoopback());
    await visitOnce(host);
    stand.publish('courier', 'c1', CALL.title, CALL.summary);
    const instance = host.start({ NODE_OPTIONS: '--max-old-space-size=96' });
    await instance.output.until(POSTED);
    expect(await instance.end()).toBe(0);
  });

  test('O18 while no file can be opened it stays up, and posts once it has some again', async () => {
    await using stand = await newsstand(new Date());
    await using host = aHost({ courier: stand.urlOf('courier') }, onLoopback());
    await visitOnce(host);
    const instance = host.startUpset('take-files');
    await instance.log.until('program.ready');
    instance.upset();
    await keepingFeedsDue(host, async () => {
      await instance.log.until('feed.failed');
      stand.publish('courier', 'c1', CALL.title, CALL.summary);
      instance.upset();
      await instance.output.until(POSTED);
    });
    expect(await instance.end()).toBe(0);
  });

  test('O20 asked twice to end, as Ctrl-C does through npm, it ends in good order', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { child, log, ended } = host.start();
    await log.until('program.ready');
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('O20 asked again while its end hangs, it ends at once, with status 70', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { child, log, ended } = host.startUpset('hang-at-end');
    await log.until('program.ready');
    child.kill('SIGTERM');
    await log.until('program.stopping');
    const asking = setInterval(() => child.kill('SIGTERM'), 100);
    expect(await ended).toBe(70);
    clearInterval(asking);
    expect(log.text()).not.toContain('program.cut_short');
  });

  test('O20 nobody asks again: an end that hangs is cut short, with status 70', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { log, end } = host.startUpset('hang-at-end');
    await log.until('program.ready');
    expect(await end()).toBe(70);
    expect(log.text()).toContain('program.cut_short');
  });

  test('an end that fails is told, and not taken for one that hangs', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { log, end } = host.startUpset('fail-at-end');
    await log.until('program.ready');
    expect(await end()).toBe(70);
    expect(log.text()).toMatch(/"event":"program\.failed".*the end failed/);
    expect(log.text()).not.toContain('program.cut_short');
  });

  test('O21 a promise that nobody handles ends it with status 70 and a line that says why', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const instance = host.startUpset('reject');
    await instance.log.until('program.ready');
    instance.upset();
    expect(await instance.ended).toBe(70);
    expect(instance.log.text()).toMatch(/"event":"program\.failed".*nobody handles this/);
  });

  test('O22 with nobody left who reads its log, it goes on, and ends when it is asked to', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { child, log, ended } = host.start();
    await log.until('program.ready');
    child.stderr?.destroy();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('O22 with nobody left who reads its cards, it ends with status 1, and the next one has them', async () => {
    await using stand = await newsstand(new Date());
    await using host = aHost({ courier: stand.urlOf('courier') }, onLoopback());
    await visitOnce(host);
    const { child, log, ended } = host.start();
    await log.until('program.ready');
    child.stdout?.destroy();
    stand.publish('courier', 'c1', CALL.title, CALL.summary);
    expect(await keepingFeedsDue(host, () => ended)).toBe(1);
    expect(log.text()).toContain('"event":"output.lost"');

    const next = host.start();
    await next.output.until(POSTED);
    expect(await next.end()).toBe(0);
  });
});
