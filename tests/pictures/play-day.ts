import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { composeReadout } from '#compose/compose-readout.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import { openSettling } from '#delivery/settling.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { demoConfig } from '#tools/demo/demo-config.ts';
import { type Publishers, startPublishers } from '#tools/demo/publishers.ts';
import { visitFirst, type Walk, walkThrough } from '#tools/demo/walk.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { keepingMessenger, type Seen } from './seen.ts';

const TOPICS = ['Macron Putin call', 'Macron Moscow visit'];

/**
 * Plays a day of news through the real program, with its clock moved from one publication to the next, and gives what
 * a desk that watches the day's topics saw, in order. The same day gives the same.
 */
export async function playDay(file: string): Promise<readonly Seen[]> {
  await using publishers = await startPublishers(['--day', file]);
  const folder = await mkdtemp(join(tmpdir(), 'readout-pictures-'));
  try {
    return await play(configOf(publishers, folder), publishers);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function configOf({ announcement }: Publishers, folder: string): Config {
  const config = demoConfig(readConfig({}), announcement, folder);
  const starters = TOPICS.map((query) => {
    const parsed = parseQuery(query, config.lexicon);
    if (parsed.kind === 'problem') throw new Error(`${query}: ${parsed.problem.message}`);
    return parsed.topic;
  });
  return { ...config, starters };
}

async function play(config: Config, publishers: Publishers): Promise<readonly Seen[]> {
  const { note, starts, moments } = publishers.announcement;
  if (starts === undefined || note === undefined) throw new Error('The day says no start, or no note.');
  const clock = { now: new Date(starts) };
  const surroundings: Surroundings = {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: new PassThrough(),
    environment: {},
    log: silentLog,
    metrics: silentMetrics,
    note,
  };
  await using readout = await composeReadout(config, surroundings);
  const seen: Seen[] = [];
  const messengers = new Map([['terminal', keepingMessenger(seen, surroundings.clock)] as const]);
  const settling = openSettling(surroundings.stopwatch, surroundings.clock);
  const walk: Walk = {
    clock,
    publishers,
    readout: {
      ...readout,
      deliver: () => deliverDue({ ...surroundings, settling, ledger: readout.ledger, messengers }),
    },
    onStep: async () => {},
  };
  await visitFirst(walk);
  await walkThrough(
    moments.map((moment) => new Date(moment)).filter((moment) => moment > clock.now),
    walk,
  );
  return seen;
}
