import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { readDeskFile, writeDeskFile } from '#config/desk-file.ts';
import { InvalidSettings } from '#config/problem.ts';
import type { OutletId } from '#feed/outlet.ts';
import { ownFeedAt } from '#feed/own-feed.ts';
import type { Ledger } from '#ledger.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { gatherDesks } from '#tools/gather-desks.ts';
import { takeInDesks } from '#tools/take-in-desks.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { configWith } from '../config/small-config.ts';
import { at, channel, moment, workspace } from '../contracts/sample-records.ts';

const { lexicon } = configWith({});
const QUERY = 'Freedonia Sylvania call';

async function twoDatabases() {
  const folder = mkdtempSync(join(tmpdir(), 'readout-desks-'));
  const [here, there] = await Promise.all(
    ['here', 'there'].map((name) => openSqliteLedger({ file: join(folder, name) })),
  );
  if (here === undefined || there === undefined) throw new Error('two were opened');
  return {
    folder,
    here: here.ledger,
    there: there.ledger,
    async [Symbol.asyncDispose]() {
      await here[Symbol.asyncDispose]();
      await there[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}

async function setUp({ workspaces, topics, subscriptions, ownFeeds }: Ledger): Promise<void> {
  await workspaces.save(workspace({ whenUncertain: 'skip' }));
  await workspaces.saveChannel(channel());
  const parsed = parseQuery(QUERY, lexicon);
  if (parsed.kind !== 'topic') throw new Error('it is a topic');
  await topics.save(parsed.topic);
  const here = channel();
  await subscriptions.add({
    id: subscriptionId(here.id, parsed.topic.id),
    workspace: here.workspace,
    channel: here.id,
    topic: parsed.topic.id,
    name: 'Calls: the two of them',
    createdAt: at('08:00'),
    createdBy: 'Ben',
    mention: '<@&123456789012345678>',
    isPaused: false,
    digest: { days: 'weekly', at: '07:30', weekday: 1 },
    digestSince: at('08:10'),
    digestsRelated: true,
    inThread: true,
    languages: ['fr', 'en'],
    outlets: { are: 'only', outlets: ['world-wire' as OutletId] },
    isWithoutLines: true,
    needs: 'two-origins',
    isUrgent: true,
  });
  await subscriptions.saveSettings({
    ...calmSettings(here.id),
    zone: 'Europe/Paris',
    quiet: { from: '22:00', to: '06:30' },
    whenUncertain: 'skip',
  });
  const url = 'https://gazette.example/feed';
  const added = { name: 'The Gazette', addedAt: at('08:05'), addedBy: 'Ben' };
  await ownFeeds.save(ownFeedAt({ workspace: here.workspace, url, ...added }));
}

test('what people set up comes whole into another database, and once', async () => {
  await using at = await twoDatabases();
  await setUp(at.here);
  const desks = await gatherDesks(at.here, moment('09:00'));
  const file = join(at.folder, 'desks.yaml');
  writeFileSync(file, writeDeskFile(desks));
  expect(readDeskFile(file)).toEqual(desks);

  const first = await at.there.transaction((stores) => takeInDesks(readDeskFile(file), stores, lexicon));
  expect(first).toEqual({ watches: 1, feeds: 1, settings: 1, alreadyThere: 0, refused: [] });
  expect(await gatherDesks(at.there, moment('09:00'))).toEqual(desks);
  const [watch] = await at.there.subscriptions.listByChannel(channel().id);
  expect(await at.here.subscriptions.listByChannel(channel().id)).toEqual([watch]);

  const again = await at.there.transaction((stores) => takeInDesks(desks, stores, lexicon));
  expect(again).toEqual({ watches: 0, feeds: 0, settings: 0, alreadyThere: 3, refused: [] });
});

test('what stands is left as it is, and a query that is no topic here is told', async () => {
  await using at = await twoDatabases();
  await setUp(at.here);
  const desks = await gatherDesks(at.here, moment('09:00'));
  const [one] = desks.workspaces;
  const [first] = one?.channels ?? [];
  const [watch] = first?.watches ?? [];
  if (one === undefined || first === undefined || watch === undefined) throw new Error('one of each');
  const changed = {
    ...desks,
    workspaces: [
      {
        ...one,
        channels: [
          {
            ...first,
            watches: [
              { ...watch, name: 'Renamed' },
              { ...watch, query: '"' },
            ],
          },
        ],
      },
    ],
  };
  const taken = await at.here.transaction((stores) => takeInDesks(changed, stores, lexicon));
  expect(taken).toMatchObject({ watches: 0, refused: [{ channel: first.name, query: '"' }] });
  expect(await gatherDesks(at.here, moment('09:00'))).toEqual(desks);
});

test('a file of another form is refused with its lines', async () => {
  await using at = await twoDatabases();
  const file = join(at.folder, 'other.yaml');
  writeFileSync(file, 'readout_desks: 2\nwritten: 2026-03-01T09:00:00.000Z\nworkspaces:\n  - id: 7\n');
  let refusal: unknown;
  try {
    readDeskFile(file);
  } catch (cause) {
    refusal = cause;
  }
  expect(refusal).toBeInstanceOf(InvalidSettings);
  const places = (refusal as InvalidSettings).problems.map(({ where }) =>
    where.slice(where.lastIndexOf(':')),
  );
  expect(places).toContain(':1');
  expect(places).toContain(':4');
});
