import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { aCard, after, desk, longAtWork } from './owed.ts';
import { scriptedMessenger } from './scripted-messenger.ts';

const STORIES = 30;

/** Dice that fall the same way for the same seed (mulberry32). */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same ledger in a process that dies, now and then, before what it just sent is written down. */
const dyingNowAndThen = (ledger: Ledger, dice: () => number): Ledger => ({
  ...ledger,
  transaction: (work) =>
    dice() < 0.3 ? Promise.reject(new Error('the process was killed')) : ledger.transaction(work),
});

test.each([1, 2, 3])('crashes and lost answers lose no card and post none twice (seed %i)', async (seed) => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-crashes-'));
  await using database = await openSqliteLedger({ file: join(folder, 'readout.db') });
  const { ledger } = database;
  await ledger.workspaces.save({
    id: desk.workspace,
    platform: 'terminal',
    name: 'Newsroom',
    languages: ['en'],
    zone: 'UTC',
  });
  await ledger.workspaces.saveChannel(desk);
  await ledger.subscriptions.saveSettings({ ...calmSettings(desk.id), cardsAnHour: 1_000 });
  const dice = diceOf(seed);
  const { messenger, log } = scriptedMessenger({
    create: () => {
      const roll = dice();
      if (roll < 0.2) return 'lost';
      if (roll < 0.3) return { kind: 'unknown', detail: 'it never arrived' };
      if (roll < 0.4) return { kind: 'later', detail: 'answered 503' };
      return undefined;
    },
  });

  let now = after(0);
  const settling = longAtWork(() => now);
  const dying = dyingNowAndThen(ledger, dice);
  for (let round = 0; round < 200; round += 1) {
    now = after(round * 20 * SECOND_MS);
    if (round < STORIES) {
      const headline = `story ${round}`;
      const owed = {
        channel: desk,
        story: headline as StoryId,
        card: aCard({ headline }),
        cardHash: headline,
        changes: [],
        now,
      };
      await oweCard(ledger.deliveries, owed);
    }
    const messengers = new Map([['terminal' as const, messenger]]);
    await deliverDue({
      ledger: dying,
      messengers,
      clock: () => now,
      settling,
      random: dice,
      log: silentLog,
      metrics: silentMetrics,
    });
  }

  expect((await ledger.deliveries.countStates()).posts).toEqual({ sent: STORIES });
  expect(log.toSorted()).toEqual(
    Array.from({ length: STORIES }, (_, number) => `#desk story ${number}`).toSorted(),
  );
  await rm(folder, { recursive: true });
});
