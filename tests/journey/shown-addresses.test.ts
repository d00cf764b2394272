import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { inspectFeeds } from '#article/inspect-feeds.ts';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { composeReadout } from '#compose/compose-readout.ts';
import { openDesk } from '#compose/open-desk.ts';
import { openInspection } from '#compose/open-inspection.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { feedIdOf } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { configWith } from '../config/small-config.ts';

/** A mark that stands wherever an address may hold a secret. */
const CANARY = 'c4n4ryb1rdk3y99s1ngs';
const FEED = `https://ana:${CANARY}@127.0.0.1:9/${CANARY}/rss?key=${CANARY}#${CANARY}`;

const small = configWith({});
/** The program with one feed whose address holds the mark, and everything that it says to anybody. */
async function aTalkingProgram() {
  const folder = await mkdtemp(join(tmpdir(), 'readout-canary-'));
  const said: string[] = [];
  const hear = (...words: readonly unknown[]): void => void said.push(inspect(words, { depth: 9 }));
  const clock = { now: new Date('2026-03-02T10:00:00Z') };
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hear(chunk.toString('utf8'));
      done();
    },
  });
  const surroundings: Surroundings = {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: Object.assign(output, { isTTY: false }),
    environment: { NO_COLOR: '1' },
    log: { info: hear, warn: hear, error: hear },
    metrics: { ...silentMetrics, count: hear },
  };
  const { settings } = small;
  const config = {
    ...small,
    settings: {
      ...settings,
      database: { ...settings.database, file: join(folder, 'readout.sqlite'), isDiskKept: true },
      // The guard lets nobody go there: each visit fails at once.
      feeds: { ...settings.feeds, allowNetworks: [] },
    },
    catalogue: {
      ...small.catalogue,
      feeds: [{ id: feedIdOf(FEED), url: FEED, outlet: 'courier' as OutletId }],
    },
  };
  return { config, surroundings, clock, said, hear, remove: () => rm(folder, { recursive: true }) };
}

test('what an address may hold besides host and path is said to nobody: in no log, notice, reply or finding', async () => {
  const { config, surroundings, clock, said, hear, remove } = await aTalkingProgram();
  try {
    {
      await using readout = await composeReadout(config, surroundings);
      for (let visits = 0; visits < 4; visits += 1) {
        await readout.visit();
        await readout.tellOutages();
        await readout.deliver();
        clock.now = new Date(clock.now.getTime() + HOUR_MS);
      }
      const [record] = await readout.ledger.feeds.listAll();
      if (record === undefined) throw new Error('The feed is not remembered.');
      // It answers, from elsewhere; and what went wrong is a fault of ours.
      await readout.ledger.feeds.save({ ...record, url: `${FEED}&moved`, movedTo: `${FEED}&moved` });
    }
    await using open = await openDesk(config, surroundings);
    for (const typed of ['feed health', 'feed health courier', 'feed list --all', 'status', 'news latest']) {
      const asking = { ask: { channel: open.channel, who: 'Ana' }, commands };
      hear(open.render(await answer(typed.split(' '), asking, open.desk, surroundings)));
    }
    await using inspection = openInspection(config);
    await inspectFeeds(config.catalogue.feeds, inspection, ({ problem }) => hear(problem));
  } finally {
    await remove();
  }
  const all = said.join('\n');
  expect(all).toContain('notice.told');
  expect(all).toContain('feed.failed');
  expect(all).toContain('127.0.0.1:9');
  expect(all).not.toContain(CANARY);
});
