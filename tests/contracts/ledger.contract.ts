import { describe, expect, test } from 'vitest';
import type { FeedId } from '#feed/feed.ts';
import { type Lease, LeaseLost, type Ledger } from '#ledger.ts';
import { article, channel, feedRecord, moment, post, story, workspace } from './sample-records.ts';

/** What every ledger promises about transactions. */
export function describeLedger(open: () => Promise<Ledger>): void {
  describe('transactions', () => {
    test('what happens in one is kept whole', async () => {
      const ledger = await open();
      const saved = await ledger.transaction(async ({ articles, feeds }) => {
        await articles.save(article(), 'read');
        await feeds.save(feedRecord());
        return 'done';
      });
      expect(saved).toBe('done');
      expect(await ledger.articles.find(article().id)).toEqual(article());
      expect(await ledger.feeds.listAll()).toHaveLength(1);
    });

    test('what fails half-way has not happened, and the reason comes through', async () => {
      const ledger = await open();
      const failing = ledger.transaction(async ({ articles, feeds, subscriptions }) => {
        await articles.save(article(), 'read');
        await feeds.save(feedRecord());
        await subscriptions.version();
        throw new Error('the road is blocked');
      });
      await expect(failing).rejects.toThrow('the road is blocked');
      expect(await ledger.articles.find(article().id)).toBeUndefined();
      expect(await ledger.feeds.listAll()).toEqual([]);
    });

    test('transactions and queries begun together all end, one after the other', async () => {
      const ledger = await open();
      await ledger.feeds.save(feedRecord({ failuresInARow: 0 }));
      const raise = () =>
        ledger.transaction(async ({ feeds }) => {
          const record = await feeds.find('feed-1' as FeedId);
          if (record) await feeds.save({ ...record, failuresInARow: record.failuresInARow + 1 });
        });
      const all = Array.from({ length: 20 }, raise);
      await Promise.all([...all, ledger.feeds.listAll(), ledger.articles.count()]);
      expect((await ledger.feeds.find('feed-1' as FeedId))?.failuresInARow).toBe(20);
    });

    test('inside one, the other stores refuse at once instead of waiting for ever', async () => {
      const ledger = await open();
      const outside = ledger.transaction(async () => ledger.feeds.listAll());
      await expect(outside).rejects.toThrow('only the stores that it hands out');
      const writing = ledger.transaction(async () => ledger.feeds.register([feedRecord()]));
      await expect(writing).rejects.toThrow('only the stores that it hands out');
      const nested = ledger.transaction(async () => ledger.transaction(async () => 'never'));
      await expect(nested).rejects.toThrow('only the stores that it hands out');
      expect(await ledger.feeds.listAll()).toEqual([]);
    });

    test('what a transaction has started and not waited for may use the other stores when it is over', async () => {
      const ledger = await open();
      const over = Promise.withResolvers<void>();
      const later = await ledger.transaction(async ({ feeds }) => {
        await feeds.save(feedRecord());
        return { listing: over.promise.then(() => ledger.feeds.listAll()) };
      });
      over.resolve();
      expect(await later.listing).toEqual([feedRecord()]);
    });
  });
}

/** One opening of a database, as a process that works has it. */
export type Holding = {
  readonly ledger: Ledger;
  readonly lease: Lease;
  readonly ledgerOf: (holder: string, onLost: () => void) => Ledger;
};

/** What every ledger promises to the holder of the lease, and to everybody else. */
export function describeLedgerOfHolder(openTwice: () => Promise<readonly [Holding, Holding]>): void {
  describe('the ledger of the lease’s holder', () => {
    const losses: string[] = [];
    async function heldByFirst(): Promise<{
      readonly first: Holding;
      readonly second: Holding;
      held: Ledger;
    }> {
      const [first, second] = await openTwice();
      losses.length = 0;
      await first.lease.take('a', moment('09:00'), 60_000);
      return { first, second, held: first.ledgerOf('a', () => losses.push('a')) };
    }
    test('keeps what is done while the lease is held, and while nobody else took it when it ran out', async () => {
      const { first, held } = await heldByFirst();
      await keepArticle(held);
      expect(await held.articles.find(article().id)).toEqual(article());
      expect(await first.lease.renew('a', moment('11:00'), 60_000)).toBe(true);
      expect(losses).toEqual([]);
    });

    test('keeps nothing once another has the lease, and tells the loss', async () => {
      const { second, held } = await heldByFirst();
      await second.lease.take('b', moment('09:01'), 60_000);
      await expect(keepArticle(held)).rejects.toThrow(LeaseLost);
      await expect(held.feeds.save(feedRecord())).rejects.toThrow(LeaseLost);
      expect(losses).toEqual(['a', 'a']);
      expect(await second.ledger.articles.find(article().id)).toBeUndefined();
      expect(await second.ledger.feeds.listAll()).toEqual([]);
    });

    test('keeps nothing either when the other one is gone again', async () => {
      const { second, held } = await heldByFirst();
      await second.lease.take('b', moment('09:01'), 60_000);
      await second.lease.release('b');
      await expect(keepArticle(held)).rejects.toThrow(LeaseLost);
    });

    test('claims no delivery once another has the lease', async () => {
      const { second, held } = await heldByFirst();
      await second.ledger.workspaces.save(workspace());
      await second.ledger.workspaces.saveChannel(channel());
      await second.ledger.stories.save(story());
      await second.ledger.deliveries.savePost(post());
      await second.lease.take('b', moment('09:01'), 60_000);
      await expect(held.deliveries.claimPosts(moment('23:00'), 60_000, 9)).rejects.toThrow(LeaseLost);
      await expect(held.deliveries.claimPointers(moment('23:00'), 60_000, 9)).rejects.toThrow(LeaseLost);
      const claimed = await second.ledger.deliveries.claimPosts(moment('23:00'), 60_000, 9);
      expect(claimed.map(({ key }) => key)).toEqual([post().key]);
    });

    test('leaves alone whoever works without a lease, such as a command beside it', async () => {
      const { second, held } = await heldByFirst();
      await keepArticle(second.ledger);
      expect(await held.articles.find(article().id)).toEqual(article());
    });
  });
}

const keepArticle = (ledger: Ledger): Promise<void> =>
  ledger.transaction(({ articles }) => articles.save(article(), 'read'));

/** What every lease promises. `openTwice` gives two openings of one database, as two processes have them. */
export function describeLease(openTwice: () => Promise<readonly [Lease, Lease]>): void {
  describe('the lease', () => {
    test('one holder has it at a time', async () => {
      const [first, second] = await openTwice();
      expect(await first.take('a', moment('09:00'), 60_000)).toBe(true);
      expect(await second.take('b', moment('09:00'), 60_000)).toBe(false);
    });

    test('its holder renews it, and then it lasts from the renewal', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('09:00'), 120_000);
      expect(await first.renew('a', moment('09:01'), 120_000)).toBe(true);
      expect(await second.take('b', moment('09:02'), 120_000)).toBe(false);
      expect(await second.current()).toEqual({ holder: 'a', until: moment('09:03') });
    });

    test('a process that starts under its holder’s name has it at once', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('09:00'), 60_000);
      expect(await second.take('a', moment('09:00'), 60_000)).toBe(true);
    });

    test('one that was another’s meanwhile is not renewed, though it is free again', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('09:00'), 60_000);
      await second.take('b', moment('09:01'), 60_000);
      expect(await first.renew('a', moment('09:01'), 60_000)).toBe(false);
      await second.release('b');
      expect(await first.renew('a', moment('09:01'), 60_000)).toBe(false);
      expect(await first.current()).toBeUndefined();
    });

    test('one that a wrong clock wrote far ahead of now does not keep anybody waiting', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('12:00'), 60_000);
      expect(await second.take('b', moment('09:00'), 60_000)).toBe(true);
      expect(await first.renew('a', moment('12:00'), 60_000)).toBe(false);
    });

    test('another takes over when it has run out, and then its former holder has it no more', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('09:00'), 60_000);
      expect(await second.take('b', moment('09:01'), 60_000)).toBe(true);
      expect(await first.take('a', moment('09:01'), 60_000)).toBe(false);
    });

    test('a released lease is free at once, and nobody releases it for another', async () => {
      const [first, second] = await openTwice();
      await first.take('a', moment('09:00'), 60_000);
      await second.release('b');
      expect(await second.take('b', moment('09:00'), 60_000)).toBe(false);
      await first.release('a');
      expect(await second.take('b', moment('09:00'), 60_000)).toBe(true);
    });
  });
}
