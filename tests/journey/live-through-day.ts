import { Writable } from 'node:stream';
import { composeReadout } from '#compose/compose-readout.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { demoConfig } from '#tools/demo/demo-config.ts';
import { dayTopics } from '#tools/demo/demo-day.ts';
import { type Announcement, publishersAt } from '#tools/demo/publishers.ts';
import { type DiscordAnnouncement, simulatedDiscord } from '#tools/demo/simulated-discord.ts';
import type { SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { type SlackAnnouncement, simulatedSlack } from '#tools/demo/simulated-slack.ts';
import { visitFirst, type Walk, walkThrough } from '#tools/demo/walk.ts';
import { watchOn } from '#tools/demo/watch-on.ts';

/** Where a program that lives through the demo's day finds everything; plain data, so that it reaches a process. */
export type DayAddresses = {
  readonly publishers: Announcement;
  readonly discord: DiscordAnnouncement;
  readonly slack: SlackAnnouncement;
  /** Holds the database. */
  readonly folder: string;
};

/** How the day is lived: `onTime` is told of each move of the clock, `print` gets what the terminal shows. */
export type DayLife = {
  /** Where an earlier life of the same database ended; absent for the first. */
  readonly from?: Date;
  readonly onTime?: (now: Date) => void;
  readonly print?: (text: string) => void;
};

/**
 * The real program, on the terminal and on both platforms, from the beginning of the demo's day or from where it ended
 * before, to the end of the day.
 */
export async function liveThroughDay(addresses: DayAddresses, life: DayLife = {}): Promise<void> {
  const { publishers, discord, slack } = addresses;
  const platforms = [simulatedDiscord(discord), simulatedSlack(slack)];
  const clock = { now: life.from ?? new Date(publishers.starts ?? '') };
  const config = dayConfig(addresses, platforms);
  await using readout = await composeReadout(config, {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: printingTo(life.print),
    environment: { NO_COLOR: '1' },
    log: silentLog,
    metrics: silentMetrics,
    ...(publishers.note !== undefined && { note: publishers.note }),
  });
  const told = { setClock: async (now: Date) => life.onTime?.(now) };
  const walk: Walk = {
    clock,
    publishers: publishersAt(publishers),
    platforms: [...platforms, told],
    readout,
    onStep: async () => {},
  };
  if (life.from === undefined) {
    await visitFirst(walk);
    await watchOn(platforms, config.starters, walk);
  }
  await readout.connect();
  await walkThrough(momentsLeft(publishers, clock.now), walk);
}

function dayConfig({ publishers, folder }: DayAddresses, platforms: readonly SimulatedPlatform[]): Config {
  const [discord, slack] = platforms.map(({ settings }) => settings);
  const config = demoConfig(readConfig({}), publishers, folder, { ...discord, ...slack });
  return { ...config, starters: dayTopics(config.lexicon) };
}

/** What was published last before now is still to be lived through: nobody knows how far that went. */
function momentsLeft({ moments }: Announcement, now: Date): readonly Date[] {
  const all = moments.map((moment) => new Date(moment));
  const begun = all.findLastIndex((moment) => moment <= now);
  return all.slice(Math.max(0, begun));
}

function printingTo(print: (text: string) => void = () => {}): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      print(chunk.toString('utf8'));
      done();
    },
  });
}
