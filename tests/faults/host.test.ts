import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { SECOND_MS } from '#kernel/clock.ts';
import { loopbackServer } from '../adapters/http/loopback-server.ts';
import { aHost, onLoopback } from './a-host.ts';

const NOBODY = { courier: 'http://127.0.0.1:9/feed' };

describe.concurrent('what a host does to the program', { timeout: 60 * SECOND_MS }, () => {
  test('O20 asked twice to end, it ends at once, though a publisher keeps it waiting', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    await using silent = await loopbackServer(() => ask());
    await using host = aHost({ courier: `${silent.url}/feed` }, onLoopback());
    const { child, log } = host.start();
    await log.until('program.ready');
    await asked;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    await ended;
    expect(child.exitCode ?? child.signalCode).not.toBe(null);

    const next = host.start();
    await next.log.until('program.ready');
    expect(await next.end()).toBe(0);
  });

  test('O22 with nobody left who reads its log, it goes on, and ends when it is asked to', async () => {
    await using host = aHost(NOBODY, onLoopback());
    const { child, log, ended } = host.start();
    await log.until('program.ready');
    child.stderr?.destroy();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
