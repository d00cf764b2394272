import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import type { ChannelRef } from '#channel/channel.ts';
import type { OperatorChannel } from '#channel/operator-channel.ts';
import { answer } from '#command/answer.ts';
import type { Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { backUpDatabase } from '#compose/back-up-database.ts';
import { composeReadout, type Readout } from '#compose/compose-readout.ts';
import { type OpenDesk, openDesk } from '#compose/open-desk.ts';
import { restoreDatabase } from '#compose/restore-database.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import type { Config } from '#config/read-config.ts';
import type { Environment } from '#config/read-secret.ts';
import { type Feed, feedIdOf } from '#feed/feed.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Log, LogFields } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import { configWith } from '../config/small-config.ts';
import { type Newsstand, newsstand } from './newsstand.ts';

const START = new Date('2025-07-01T08:00:00Z');
/** Longer than the pace of a feed (10 min, no jitter here) and than the first-hour delay of edits. */
const ROUND_MINUTES = 11;

/** The composed program over a temporary database, with publishers on loopback and a clock that is moved by hand. */
export type Newsroom = AsyncDisposable & {
  readonly stand: Newsstand;
  /** The running program; another one after `restart`. */
  readonly readout: () => Readout;
  /** Names of the events that were logged. */
  readonly logged: readonly string[];
  /** The fields that the last event of this name was logged with. */
  readonly lastLogged: (event: string) => LogFields | undefined;
  /** How often delivery was told that something is owed. */
  readonly timesOwed: () => number;
  /** Resolves when the next article has been carried, before the one after it is begun. */
  readonly nextArticle: () => Promise<void>;
  /** Lets all feeds come due, and everything be sent that is then owed; gives what was printed meanwhile. */
  readonly round: () => Promise<string>;
  /** Lets time pass and everything be sent that is due, without visiting anybody. */
  readonly wait: (minutes: number) => Promise<string>;
  /** Ends the program and starts it again on the same database, with these outlets. */
  readonly restart: (outlets?: readonly string[]) => Promise<void>;
  /** Copies the database while the program runs. */
  readonly backUp: () => Promise<string>;
  /** Ends the program, puts the copy in the place of the database, and starts the program on it. */
  readonly goBackTo: (copy: string) => Promise<void>;
  /** What somebody types while the program runs, through a connection of its own. */
  readonly type: (...words: readonly string[]) => Promise<void>;
  /** What somebody is answered who asks that in a channel; in the terminal, unless another is named. */
  readonly ask: (words: string, channel?: ChannelRef) => Promise<Reply>;
  /** The desk that all who ask work with, through a connection of its own; who opens it disposes of it. */
  readonly openDesk: () => Promise<OpenDesk>;
  /** Runs SQL on the database from outside; a trigger makes the program fail at one exact place. */
  readonly sql: (statement: string) => void;
  /** Every row of every table as text, behind the name of its table. */
  readonly everyRow: () => readonly string[];
};

/**
 * Opens the newsroom; its lexicon and outlets are the invented ones of the small config folder. Platforms whose tokens
 * stand in `environment` are connected, `DATABASE_URL` there leads to PostgreSQL; the operator is told in `operator`, or
 * in the log.
 */
export async function aNewsroom(
  environment: Environment = {},
  operator?: OperatorChannel,
): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-newsroom-'));
  const file = join(folder, 'readout.sqlite');
  const stand = await newsstand(START);
  const { surroundings, logged, lastLogged, printed, nextArticle, timesOwed, clock } =
    surroundingsFrom(START);
  const configOf = (outlets?: readonly string[]): Config => {
    const config = newsroomConfig(environment, stand, file, outlets);
    return operator === undefined ? config : { ...config, settings: { ...config.settings, operator } };
  };
  const open = async (outlets?: readonly string[]): Promise<Readout> => {
    const opened = await composeReadout(configOf(outlets), surroundings);
    await opened.connect();
    return opened;
  };
  let readout = await open();

  const wait = async (minutes: number): Promise<string> => {
    clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
    stand.setClock(clock.now);
    await readout.deliver();
    return printed();
  };
  return {
    stand,
    readout: () => readout,
    logged,
    lastLogged,
    timesOwed,
    nextArticle,
    wait,
    async round() {
      await wait(ROUND_MINUTES);
      await readout.visit();
      await readout.deliver();
      // Material edits wait ten seconds, those that only count wait five minutes.
      clock.now = new Date(clock.now.getTime() + 6 * MINUTE_MS + SECOND_MS);
      stand.setClock(clock.now);
      await readout.deliver();
      return printed();
    },
    async restart(outlets) {
      await readout[Symbol.asyncDispose]();
      readout = await open(outlets);
    },
    async backUp() {
      const copy = join(folder, 'copy.sqlite');
      await backUpDatabase(configOf(), copy);
      return copy;
    },
    async goBackTo(copy) {
      await readout[Symbol.asyncDispose]();
      await restoreDatabase(configOf(), copy, { now: clock.now, holder: 'restore', claim: async () => {} });
      readout = await open();
    },
    async type(...words) {
      await using open = await openDesk(configOf(), surroundings);
      const asking = { ask: { channel: open.channel, who: 'Ana' }, commands };
      const reply = await answer(words, asking, open.desk, surroundings);
      if (reply.kind === 'refused') throw new Error(open.render(reply).join('\n'));
    },
    async ask(words, channel) {
      await using open = await openDesk(configOf(), surroundings);
      const asking = { ask: { channel: channel ?? open.channel, who: 'Ana' }, commands };
      return await answer([words], asking, open.desk, surroundings);
    },
    openDesk: () => openDesk(configOf(), surroundings),
    sql(statement) {
      using database = new DatabaseSync(file);
      database.exec(statement);
    },
    everyRow: () => everyRowOf(file),
    async [Symbol.asyncDispose]() {
      await readout[Symbol.asyncDispose]();
      await stand[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

function everyRowOf(file: string): readonly string[] {
  using database = new DatabaseSync(file);
  const tables = database.prepare("select name from pragma_table_list where type = 'table'").all();
  return tables.flatMap(({ name }) =>
    database
      .prepare(`select * from "${String(name)}"`)
      .all()
      .map((row) => `${String(name)} ${JSON.stringify(row)}`),
  );
}

function surroundingsFrom(start: Date) {
  const clock = { now: start };
  const logged: string[] = [];
  const fieldsOf = new Map<string, LogFields>();
  const chunks: string[] = [];
  let carried = Promise.withResolvers<void>();
  let timesOwed = 0;
  const log: Log = {
    info: (event) => void logged.push(event),
    warn(event, fields = {}) {
      logged.push(event);
      fieldsOf.set(event, fields);
    },
    error: (event) => void logged.push(event),
  };
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString('utf8'));
      done();
    },
  });
  const surroundings: Surroundings = {
    clock: () => clock.now,
    stopwatch: () => clock.now.getTime(),
    random: () => 0.5,
    output: Object.assign(output, { isTTY: false }),
    environment: { NO_COLOR: '1' },
    log,
    onOwed: () => {
      timesOwed += 1;
    },
    metrics: {
      ...silentMetrics,
      count: (name) => {
        if (name === 'readout_articles_total') carried.resolve();
      },
    },
  };
  const nextArticle = (): Promise<void> => {
    carried = Promise.withResolvers<void>();
    return carried.promise;
  };
  return {
    surroundings,
    logged,
    lastLogged: (event: string) => fieldsOf.get(event),
    clock,
    timesOwed: () => timesOwed,
    nextArticle,
    printed: () => chunks.splice(0).join(''),
  };
}

/** The small config folder, with its feeds on loopback and the database in `file`. */
function newsroomConfig(
  environment: Environment,
  stand: Newsstand,
  file: string,
  outlets?: readonly string[],
): Config {
  const config = configWith({}, environment);
  const { settings, catalogue } = config;
  const kept = catalogue.outlets.filter(({ id }) => outlets === undefined || outlets.includes(id));
  return {
    ...config,
    settings: {
      ...settings,
      database: { ...settings.database, file },
      feeds: {
        ...settings.feeds,
        allowNetworks: ['127.0.0.0/8'],
        timeoutMs: 5 * SECOND_MS,
        readsOfficialPages: false,
      },
    },
    catalogue: {
      outlets: kept,
      feeds: kept.map(({ id }): Feed => {
        const url = stand.urlOf(id);
        return { id: feedIdOf(url), url, outlet: id, language: 'en' };
      }),
    },
  };
}
