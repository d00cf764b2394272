import { describe, expect, test } from 'vitest';
import { type Adding, type OwnFeed, ownFeedAt } from '#feed/own-feed.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, moment, workspace } from './sample-records.ts';

const HERE = 'workspace-1' as WorkspaceId;
const THERE = 'workspace-2' as WorkspaceId;

const added = (name: string, changes: Partial<Adding> = {}): OwnFeed =>
  ownFeedAt({
    workspace: HERE,
    url: `https://news.example/${name}`,
    name,
    language: 'en',
    addedAt: at('08:00'),
    addedBy: 'mira',
    ...changes,
  });

/** What every store of feeds that workspaces add promises. */
export function describeOwnFeedStore(open: () => Promise<Ledger>): void {
  const opened = async (): Promise<Ledger> => {
    const ledger = await open();
    await ledger.workspaces.save(workspace({ id: HERE }));
    await ledger.workspaces.save(workspace({ id: THERE }));
    return ledger;
  };

  describe('feeds of workspaces', () => {
    test('a feed comes back as it was saved, to its own workspace alone', async () => {
      const { ownFeeds } = await opened();
      const { language: _none, ...plain } = added('plain').feed;
      const undated: OwnFeed = { ...added('plain'), feed: plain };
      await ownFeeds.save(added('one'));
      await ownFeeds.save(undated);
      expect(await ownFeeds.find(HERE, added('one').feed.id)).toEqual(added('one'));
      expect(await ownFeeds.find(HERE, plain.id)).toEqual(undated);
      expect(await ownFeeds.find(THERE, added('one').feed.id)).toBeUndefined();
    });

    test('one address in two workspaces is two feeds of two outlets', async () => {
      const { ownFeeds } = await opened();
      const [here, there] = [added('one'), added('one', { workspace: THERE })];
      await ownFeeds.save(here);
      await ownFeeds.save(there);
      expect(here.feed.id).not.toBe(there.feed.id);
      expect(here.feed.outlet).not.toBe(there.feed.outlet);
      expect(await ownFeeds.listByWorkspace(HERE)).toEqual([here]);
      expect(await ownFeeds.listByWorkspace(THERE)).toEqual([there]);
      expect(await ownFeeds.listAll()).toHaveLength(2);
    });

    test('a removed one is read no more, is still known, and can be read again', async () => {
      const { ownFeeds } = await opened();
      const one = added('one');
      await ownFeeds.save(one);
      expect(await ownFeeds.remove(one.feed.id, moment('09:00'))).toBe(true);
      expect(await ownFeeds.remove(one.feed.id, moment('09:01'))).toBe(false);
      expect(await ownFeeds.listByWorkspace(HERE)).toEqual([]);
      expect(await ownFeeds.listAll()).toEqual([{ ...one, removedAt: at('09:00') }]);
      await ownFeeds.save(one);
      expect(await ownFeeds.listByWorkspace(HERE)).toEqual([one]);
    });

    test('what was added since then is counted, removed ones as well', async () => {
      const { ownFeeds } = await opened();
      await ownFeeds.save(added('early', { addedAt: at('07:00') }));
      await ownFeeds.save(added('late', { addedAt: at('08:30') }));
      await ownFeeds.save(added('theirs', { addedAt: at('08:30'), workspace: THERE }));
      await ownFeeds.remove(added('late').feed.id, moment('08:40'));
      expect(await ownFeeds.countAddedSince(HERE, moment('08:00'))).toBe(1);
    });

    test('the version rises with every change, and with nothing else', async () => {
      const { ownFeeds } = await opened();
      const versions = [await ownFeeds.version()];
      await ownFeeds.save(added('one'));
      versions.push(await ownFeeds.version());
      await ownFeeds.remove(added('one').feed.id, moment('09:00'));
      versions.push(await ownFeeds.version());
      await ownFeeds.remove(added('one').feed.id, moment('09:01'));
      await ownFeeds.listAll();
      expect(versions).toEqual([0, 1, 2]);
      expect(await ownFeeds.version()).toBe(2);
    });
  });
}
