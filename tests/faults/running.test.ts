import type { ChildProcess } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { loopbackServer } from '../adapters/http/loopback-server.ts';
import { newsstand } from '../journey/newsstand.ts';
import { aHost, type Host, onLoopback } from './a-host.ts';
import { makeFeedsDue, visitOnce } from './visit-once.ts';

const SECOND_MS = 1_000;
const NOTHING = 'https://nobody.example/feed';

const PHONED = {
  title: 'Freedonia and Sylvania spoke by phone',
  summary: 'They spoke by phone for an hour.',
};

const heraldWith = (items: string): string =>
  `<rss version="2.0"><channel><title>Herald</title>${items}</channel></rss>`;

/** A feed with nothing in it, until one request is held back and then answered with an item. */
async function heldFeed() {
  let hold: ((response: ServerResponse) => void) | undefined;
  const server = await loopbackServer((_request, response) => {
    if (hold === undefined) return void response.end(heraldWith(''));
    hold(response);
    hold = undefined;
  });
  return {
    url: server.url,
    /** Waits for the next request; gives what answers it. */
    async nextIsHeld(): Promise<(item: typeof PHONED) => void> {
      const held = Promise.withResolvers<ServerResponse>();
      hold = held.resolve;
      const response = await held.promise;
      return ({ title, summary }) =>
        void response.end(
          heraldWith(
            `<item><title>${title}</title><guid>h1</guid><pubDate>${new Date().toUTCString()}</pubDate><description>${summary}</description></item>`,
          ),
        );
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** Stops the process and ages its lease; one stopped in the middle of a write keeps everybody out, so it goes on first. */
function suspendBetweenWrites(child: ChildProcess, host: Host): void {
  for (let tries = 0; tries < 10; tries += 1) {
    child.kill('SIGSTOP');
    try {
      runOutLease(host);
      return;
    } catch {
      child.kill('SIGCONT');
    }
  }
  throw new Error('The process was in the middle of a write each time it was stopped.');
}

/** As if the minute of its holder had passed. */
function runOutLease({ database }: Host): void {
  using opened = new DatabaseSync(database, { timeout: SECOND_MS });
  opened.exec("update leases set until = '2000-01-01T00:00:00.000Z'");
}

describe.concurrent('the running program', { timeout: 60 * SECOND_MS }, () => {
  test('visits, posts, and ends when it is asked to', async () => {
    await using stand = await newsstand(new Date());
    await using host = aHost({ courier: stand.urlOf('courier') }, onLoopback());
    await visitOnce(host);
    stand.publish(
      'courier',
      'c1',
      'Freedonia and Sylvania spoke by phone',
      'They spoke by phone for an hour.',
    );

    const instance = host.start();
    await instance.log.until('program.ready');
    await instance.output.until('topic “Freedonia Sylvania call”');
    expect(await instance.end()).toBe(0);
    expect(instance.log.text()).toContain('program.stopped');

    using database = new DatabaseSync(host.database, { timeout: 5 * SECOND_MS });
    expect(database.prepare('select state, shown from posts').all()).toEqual([{ state: 'sent', shown: 1 }]);
  });

  test('ends within ten seconds though a publisher keeps it waiting, and does not blame the feed', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    await using silent = await loopbackServer(() => ask());
    await using host = aHost({ courier: `${silent.url}/feed` }, onLoopback());
    const instance = host.start();
    await instance.log.until('program.ready');
    await asked;
    const before = Date.now();
    expect(await instance.end()).toBe(0);
    expect(Date.now() - before).toBeLessThan(10 * SECOND_MS);

    await using opened = await openSqliteLedger({ file: host.database });
    const [record] = await opened.ledger.feeds.listAll();
    expect(record).toMatchObject({ failuresInARow: 0, isFirstVisitDone: false });
  });

  test('lets a second instance wait, which takes over when the first one ends', async () => {
    await using host = aHost({ courier: NOTHING });
    const first = host.start();
    await first.log.until('program.ready');
    const second = host.start();
    await second.log.until('Another Readout works with this database. Waiting for it to end');
    expect(second.log.text()).not.toContain('program.ready');
    expect(await first.end()).toBe(0);
    await second.log.until('program.ready');
    expect(await second.end()).toBe(0);
  });

  test('keeps and sends nothing more when another took over while it was suspended, and ends', {
    timeout: 60 * SECOND_MS,
  }, async () => {
    await using stand = await newsstand(new Date());
    await using herald = await heldFeed();
    await using host = aHost(
      { courier: stand.urlOf('courier'), herald: `${herald.url}/feed` },
      onLoopback(', timeout_seconds: 60'),
    );
    await visitOnce(host);
    const suspended = host.start();
    await suspended.log.until('program.ready');
    const answerSuspended = await herald.nextIsHeld();
    suspendBetweenWrites(suspended.child, host);
    stand.publish('courier', 'c1', PHONED.title, PHONED.summary);
    makeFeedsDue(host);
    const second = host.start();
    await second.output.until('topic “Freedonia Sylvania call”');

    answerSuspended(PHONED);
    suspended.child.kill('SIGCONT');
    expect(await suspended.ended).toBe(1);
    expect(suspended.log.text().match(/"event":"lease\.lost"/g)).toHaveLength(1);
    expect(suspended.log.text()).not.toMatch(/article\.unread|feed\.visit_not_carried|beat\.failed/);
    expect(suspended.output.text()).not.toContain('Freedonia');
    expect(await second.end()).toBe(0);

    using database = new DatabaseSync(host.database, { timeout: 5 * SECOND_MS });
    expect(database.prepare('select outlet from articles').all()).toEqual([{ outlet: 'courier' }]);
    expect(database.prepare('select count(*) as n from stories').get()).toEqual({ n: 1 });
  });

  test('that waits for another one ends at once when it is asked to', async () => {
    await using host = aHost({ courier: NOTHING });
    const first = host.start();
    await first.log.until('program.ready');
    const second = host.start();
    await second.log.until('Waiting for it to end');
    expect(await second.end()).toBe(0);
    expect(first.child.exitCode).toBeNull();
  });

  test('goes on without the feeds that are down, slow, huge or no feeds, and status says how many and why', async () => {
    await using publishers = await loopbackServer(({ url }, response) => {
      switch (url ?? '') {
        case '/huge':
          return void response.end(
            `<rss version="2.0"><channel>${'<item/>'.repeat(300_000)}</channel></rss>`,
          );
        case '/page':
          return void response.end('<!doctype html><title>We have moved</title>');
        case '/broken':
          return void response.end('{ "version": "https://jsonfeed.org/version/1.1", "items": [');
        case '/gone':
          return void response.writeHead(410).end();
        case '/well':
          return void response.end(
            '<rss version="2.0"><channel><title>Well</title><item><title>A flood closes three roads</title><guid>1</guid></item></channel></rss>',
          );
        default:
          // Slow: no answer at all.
          return undefined;
      }
    });
    const names = ['well', 'huge', 'page', 'broken', 'gone', 'slow'];
    const feeds = Object.fromEntries(names.map((name) => [name, `${publishers.url}/${name}`]));
    await using host = aHost(
      { ...feeds, down: 'http://127.0.0.1:9/feed' },
      onLoopback(', timeout_seconds: 2, max_megabytes: 1'),
    );
    const instance = host.start();
    const log = await instance.log.until('"event":"feed.failed"', 6);
    const reasons = [...log.matchAll(/"reason":"([\w-]+)"/g)].map(([, reason]) => reason);
    expect(reasons.filter((reason) => reason !== undefined).toSorted()).toEqual([
      'gone',
      'not-a-feed',
      'not-a-feed',
      'timeout',
      'too-large',
      'unreachable',
    ]);

    // A failure is logged a moment before it is kept.
    let { status, output } = await host.run('status');
    while (!output.includes('6 feeds of 6 outlets')) ({ status, output } = await host.run('status'));
    expect(output).toContain('1 of 7 feeds read');
    // The three commonest of five reasons, which all stand once: which ones is left to chance.
    expect(output).toMatch(/Why: “[^”]+”\s\(1\),\s“/);
    expect(output).toContain('1 article');
    expect(status).toBe(0);
    expect(await instance.end()).toBe(0);
  });
});
