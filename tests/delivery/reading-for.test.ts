import { expect, test } from 'vitest';
import { readingFor } from '#delivery/reading-for.ts';
import { Catalogue } from '#feed/catalogue.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { feedRecord } from '../feed/feed-record.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';
import { desk, NOON } from './owed.ts';

const castle: Outlet = {
  id: 'castle' as OutletId,
  name: 'The Castle',
  kind: 'official',
  owner: 'The Castle',
  languages: ['en'],
  voiceOf: 'russia' as ActorId,
};
const gazette: Outlet = {
  id: 'gazette' as OutletId,
  name: 'The Hill Gazette',
  kind: 'media',
  owner: 'Hill',
  languages: ['en'],
};
const feedOf = ({ id }: Outlet): Feed => ({
  id: id as string as FeedId,
  url: `https://${id}.example/`,
  outlet: id,
});
const SINCE = '2026-02-25T02:10:00.000Z';
const silent = [gazette, castle].map(({ id }) =>
  feedRecord({
    feed: id as string as FeedId,
    failuresInARow: 40,
    failingSince: SINCE,
    lastFailure: { reason: 'refused', status: 403 } as never,
  }),
);

test('says of each outlet that is not read which of the topics asked for rest on it', async () => {
  const reading = await readingFor(
    { workspace: desk.workspace, topics: ['Macron Putin', 'Iran', 'outlet:castle Iran', '(('] },
    {
      ledger: { feeds: { listFailing: () => Promise.resolve(silent) } as unknown as FeedStore },
      catalogue: new Catalogue({ feeds: [gazette, castle].map(feedOf), outlets: [gazette, castle] }),
      lexicon: smallLexicon,
      now: NOON,
    },
  );
  expect(reading).toEqual({
    feeds: 2,
    read: 0,
    outages: [
      { outlet: 'The Hill Gazette', since: SINCE, topics: [] },
      { outlet: 'The Castle', since: SINCE, topics: ['Macron Putin', 'outlet:castle Iran'] },
    ],
  });
});
