import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openPostgresLedger } from '#adapters/database/postgres.ts';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Ledger } from '#ledger.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from './a-postgres.ts';
import { describeAddressCheckStore } from './address-check-store.contract.ts';
import { describeArticleStore } from './article-store.contract.ts';
import { describeButtonStore } from './button-store.contract.ts';
import { describeContactStore } from './contact-store.contract.ts';
import { describeDeliveryStore } from './delivery-store.contract.ts';
import { describeDigestStore } from './digest-store.contract.ts';
import { describeFeedStore } from './feed-store.contract.ts';
import { describeForgetting } from './forgetting.contract.ts';
import { describeHiddenStore } from './hidden-store.contract.ts';
import { describeLease, describeLedger, describeLedgerOfHolder, type Holding } from './ledger.contract.ts';
import { describeNoticeStore } from './notice-store.contract.ts';
import { describeOwedStore } from './owed-store.contract.ts';
import { describeOwnFeedStore } from './own-feed-store.contract.ts';
import { describeRulingStore } from './ruling-store.contract.ts';
import { describeShownCardStore } from './shown-card-store.contract.ts';
import { describeStopStore } from './stop-store.contract.ts';
import { describeStoryStore } from './story-store.contract.ts';
import { describeSubscriptionStore } from './subscription-store.contract.ts';
import { describeWorkspaceStore } from './workspace-store.contract.ts';

/** One opening of a database; a place is an empty database of its own, opened as often as a test likes. */
type Opened = AsyncDisposable & Holding;
type Place = { open(): Promise<Opened>; remove(): Promise<void> };

async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-'));
  return {
    open: () => openSqliteLedger({ file: join(folder, 'readout.db') }),
    remove: () => rm(folder, { recursive: true }),
  };
}

let server: PostgresServer | undefined;

async function postgresPlace(): Promise<Place> {
  if (server === undefined) throw new Error('No PostgreSQL was started.');
  const place = await server.newPlace();
  return { open: () => openPostgresLedger({ url: place.url }), remove: () => place.remove() };
}

type Database = {
  readonly name: string;
  readonly makePlace: () => Promise<Place>;
  readonly whyNot?: string | undefined;
};

const DATABASES: readonly Database[] = [
  { name: 'SQLite', makePlace: sqlitePlace },
  { name: 'PostgreSQL', makePlace: postgresPlace, whyNot: whyNoPostgres },
];

beforeAll(async () => {
  if (whyNoPostgres === undefined) server = await startPostgres();
}, 60_000);

afterAll(() => server?.[Symbol.asyncDispose]());

for (const { name, makePlace, whyNot } of DATABASES) {
  describe.skipIf(whyNot !== undefined)(whyNot === undefined ? name : `${name} (skipped: ${whyNot})`, () =>
    describeDatabase(makePlace),
  );
}

function describeDatabase(makePlace: () => Promise<Place>): void {
  const stack: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const undo of stack.splice(0).toReversed()) await undo();
  });

  async function newPlace(): Promise<Place> {
    const place = await makePlace();
    stack.push(() => place.remove());
    return place;
  }
  async function opened(place: Place): Promise<Opened> {
    const database = await place.open();
    stack.push(async () => database[Symbol.asyncDispose]());
    return database;
  }
  const open = async (): Promise<Ledger> => (await opened(await newPlace())).ledger;
  const openTwice = async (): Promise<readonly [Opened, Opened]> => {
    const place = await newPlace();
    return [await opened(place), await opened(place)];
  };

  describeFeedStore(open);
  describeOwnFeedStore(open);
  describeArticleStore(open);
  describeStoryStore(open);
  describeContactStore(open);
  describeButtonStore(open);
  describeWorkspaceStore(open);
  describeSubscriptionStore(open);
  describeDeliveryStore(open);
  describeDigestStore(open);
  describeNoticeStore(open);
  describeStopStore(open);
  describeOwedStore(open);
  describeAddressCheckStore(open);
  describeRulingStore(open);
  describeHiddenStore(open);
  describeShownCardStore(open);
  describeForgetting(open);
  describeLedger(open);
  describeLedgerOfHolder(openTwice);
  describeLease(async () => {
    const [first, second] = await openTwice();
    return [first.lease, second.lease];
  });
}
