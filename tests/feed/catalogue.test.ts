import { expect, test } from 'vitest';
import { Catalogue } from '#feed/catalogue.ts';
import { type Feed, feedIdOf } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { type OwnFeed, ownFeedAt } from '#feed/own-feed.ts';
import type { OwnFeedStore } from '#feed/own-feed-store.ts';
import type { WorkspaceId } from '#kernel/id.ts';

const HERE = 'here' as WorkspaceId;
const THERE = 'there' as WorkspaceId;

const outlet: Outlet = {
  id: 'courier' as OutletId,
  name: 'The Courier',
  kind: 'media',
  owner: 'Courier Group',
  languages: ['en'],
};
const url = 'https://courier.example/feed';
const feed: Feed = { id: feedIdOf(url), url, outlet: outlet.id };

const own = (workspace: WorkspaceId, name: string): OwnFeed =>
  ownFeedAt({
    workspace,
    url: `https://own.example/${name}`,
    name,
    addedAt: '2026-03-02T12:00:00.000Z',
    addedBy: 'Ana',
  });

/** A store that only tells; how often it was asked for everything is counted. */
function storeOf(all: readonly OwnFeed[], version = 1) {
  const asked = { all: 0 };
  const ownFeeds = {
    version: async () => version,
    listAll: async () => {
      asked.all += 1;
      return all;
    },
  } as Partial<OwnFeedStore> as OwnFeedStore;
  return { ownFeeds, asked };
}

test('everyone sees the feeds of everyone, and each workspace its own besides', async () => {
  const catalogue = new Catalogue({ feeds: [feed], outlets: [outlet] });
  const [here, there] = [own(HERE, 'a'), own(THERE, 'b')];
  await catalogue.refresh(storeOf([here, there]));
  expect(catalogue.feedsFor(undefined)).toEqual([feed]);
  expect(catalogue.feedsFor(HERE)).toEqual([feed, here.feed]);
  expect([...catalogue.outletsFor(THERE).keys()]).toEqual([outlet.id, there.feed.outlet]);
  expect(catalogue.allFeeds()).toEqual([feed, here.feed, there.feed]);
  expect(catalogue.feedAt('own.example/b', HERE)).toBeUndefined();
  expect(catalogue.feedAt('http://www.own.example/b/#top', THERE)).toEqual(there.feed);
});

test('a removed feed is read no more, and its outlet keeps its name', async () => {
  const catalogue = new Catalogue({ feeds: [feed], outlets: [outlet] });
  const removed = { ...own(HERE, 'a'), removedAt: '2026-03-02T13:00:00.000Z' };
  await catalogue.refresh(storeOf([removed]));
  expect(catalogue.feed(removed.feed.id)).toBeUndefined();
  expect(catalogue.outlet(removed.feed.outlet)?.name).toBe('a');
});

test('a feed that a workspace added under the name of an outlet of everyone is told from it', async () => {
  const catalogue = new Catalogue({ feeds: [feed], outlets: [outlet] });
  const posing = { ...own(HERE, 'a'), name: 'the courier' };
  await catalogue.refresh(storeOf([posing]));
  expect(catalogue.outlet(posing.feed.outlet)).toMatchObject({ name: 'the courier (own.example)' });
  expect(catalogue.outlet(outlet.id)?.name).toBe('The Courier');
});

test('what workspaces read is asked for again only when something has changed', async () => {
  const catalogue = new Catalogue({ feeds: [feed], outlets: [outlet] });
  const before = storeOf([own(HERE, 'a')]);
  await catalogue.refresh(before);
  await catalogue.refresh(before);
  expect(before.asked.all).toBe(1);
  await catalogue.refresh(storeOf([], 2));
  expect(catalogue.allFeeds()).toEqual([feed]);
});
