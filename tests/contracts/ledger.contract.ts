import { describe, expect, test } from 'vitest';
import type { FeedId } from '#feed/feed.ts';
import type { Lease, Ledger } from '#ledger.ts';
import { article, feedRecord, moment } from './sample-records.ts';

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
      expect(await first.take('a', moment('09:01'), 120_000)).toBe(true);
      expect(await second.take('b', moment('09:02'), 120_000)).toBe(false);
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
