import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { oweCard } from '#delivery/owe-card.ts';
import type { ChannelId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { aCard, desk, longAtWork, NOON } from '../delivery/owed.ts';
import { scriptedMessenger } from '../delivery/scripted-messenger.ts';
import { medianRow, type Row } from './row.ts';
import { seenToAccepted } from './seen-to-accepted.ts';

const RUNS = 3;
const CHANNELS = 50;
const CARDS_A_CHANNEL = 20;
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };

/**
 * How many cards go through the stores in a second to a platform that takes each at once, and how long the slowest of a
 * hundred transactions takes: the program's own share of a delivery, on a file as it is kept. And how long after an
 * article was first seen its card stands on a platform, while fifty articles a second come in.
 */
export async function delivery(): Promise<readonly Row[]> {
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await deliverAll());
  const latencies: number[] = [];
  for (let run = 0; run < RUNS; run += 1) latencies.push(percentile(await seenToAccepted(), 0.95));
  return [
    medianRow(
      'cards through the stores, to a platform that takes all',
      runs.map(({ cardsASecond }) => cardsASecond),
      'cards/s',
    ),
    medianRow(
      'transaction, p99',
      runs.map(({ slowMs }) => slowMs),
      'ms',
      '≤ 50',
    ),
    medianRow('first seen to accepted by a platform on loopback, p95', latencies, 'ms', '≤ 2000'),
  ];
}

type Measured = { readonly cardsASecond: number; readonly slowMs: number };

async function deliverAll(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  try {
    await using database = await openSqliteLedger({ file: join(folder, 'readout.sqlite') });
    await oweAll(database.ledger);
    const times: number[] = [];
    const { messenger } = scriptedMessenger();
    const begun = performance.now();
    const { sent } = await deliverDue({
      ledger: timed(database.ledger, times),
      messengers: new Map([['terminal', messenger]]),
      clock: () => NOON,
      settling: longAtWork(() => NOON),
      random: () => 0.5,
      log: silentLog,
      metrics: silentMetrics,
    });
    const seconds = (performance.now() - begun) / 1_000;
    if (sent !== CHANNELS * CARDS_A_CHANNEL) throw new Error(`Only ${sent} cards were sent.`);
    return { cardsASecond: sent / seconds, slowMs: percentile(times, 0.99) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function percentile(measured: readonly number[], share: number): number {
  const sorted = measured.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

async function oweAll({ workspaces, subscriptions, deliveries }: Ledger): Promise<void> {
  const { workspace: id, platform } = desk;
  await workspaces.save({ id, platform, name: 'Newsroom', languages: ['en'], zone: 'UTC' });
  for (let place = 0; place < CHANNELS; place += 1) {
    const name = `desk-${place}`;
    const channel: ChannelRef = { ...desk, id: name as ChannelId, address: name, name };
    await workspaces.saveChannel(channel);
    await subscriptions.saveSettings({ ...calmSettings(channel.id), ...NO_BUDGET });
    for (let card = 0; card < CARDS_A_CHANNEL; card += 1) {
      const story = `story-${card}` as StoryId;
      await oweCard(deliveries, { channel, story, card: aCard(), cardHash: 'x', changes: [], now: NOON });
    }
  }
}

/** From when a transaction has its turn until it is committed. */
const timed = (ledger: Ledger, times: number[]): Ledger => ({
  ...ledger,
  async transaction(work) {
    let begun = 0;
    const result = await ledger.transaction((stores) => {
      begun = performance.now();
      return work(stores);
    });
    times.push(performance.now() - begun);
    return result;
  },
});
