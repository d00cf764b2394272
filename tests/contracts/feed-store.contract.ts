import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { FeedId, FeedRecord } from '#feed/feed.ts';
import type { Ledger } from '#ledger.ts';
import { at, feedRecord, moment } from './sample-records.ts';
import { without } from './without.ts';

const planned = (name: string, nextVisitAt: string): FeedRecord =>
  feedRecord({ feed: name as FeedId, url: `https://${name}.example/feed.xml`, nextVisitAt });

const named = (name: string, nextVisitAt: string): FeedRecord => planned(name, at(nextVisitAt));

/** What every feed store promises. */
export function describeFeedStore(open: () => Promise<Ledger>): void {
  describe('feeds', () => {
    test('a record comes back as it was saved, with everything known and with nothing known', async () => {
      const { feeds } = await open();
      const known = feedRecord();
      const unknown: FeedRecord = {
        feed: 'feed-2' as FeedId,
        url: 'https://news.example/2.xml',
        validators: {},
        nextVisitAt: at('10:00'),
        failuresInARow: 0,
        isFirstVisitDone: false,
        usualNewItems: 0,
        movedCount: 0,
      };
      await feeds.register([known, unknown]);
      expect(await feeds.find(known.feed)).toEqual(known);
      expect(await feeds.listAll()).toEqual([known, unknown]);
      expect(Object.keys((await feeds.find(unknown.feed)) ?? {})).not.toContain('lastReadAt');
    });

    test('what is no longer known is forgotten when the record is saved again', async () => {
      const { feeds } = await open();
      await feeds.save(feedRecord());
      const failing = feedRecord({ failuresInARow: 0, validators: {} });
      const recovered = without(failing, 'lastFailure', 'failingSince');
      await feeds.save(recovered);
      expect(await feeds.find(recovered.feed)).toEqual(recovered);
    });

    test('those that fail are listed alone', async () => {
      const { feeds } = await open();
      await feeds.save(feedRecord());
      await feeds.register([without(named('well', '09:00'), 'failingSince', 'lastFailure')]);
      expect(await feeds.listFailing()).toEqual([feedRecord()]);
    });

    test('registering leaves a known feed alone', async () => {
      const { feeds } = await open();
      await feeds.save(feedRecord({ url: 'https://moved.example/feed.xml' }));
      await feeds.register([feedRecord(), named('feed-2', '09:00')]);
      expect((await feeds.find('feed-1' as FeedId))?.url).toBe('https://moved.example/feed.xml');
      expect(await feeds.listAll()).toHaveLength(2);
    });

    test('with a feed that is due come all that live at its address, and no others', async () => {
      const { feeds } = await open();
      const at = (name: string, url: string, due: string): FeedRecord => ({ ...named(name, due), url });
      const [early, late] = [
        at('f1', 'https://b.example/', '09:00'),
        at('f2', 'https://a.example/', '09:30'),
      ];
      const twin = at('f3', 'https://a.example/', '11:00');
      await feeds.register([twin, late, early, at('f4', 'https://c.example/', '11:00')]);
      expect(await feeds.listDue(moment('10:00'), 10)).toEqual([early, late, twin]);
      expect(await feeds.listDue(moment('10:00'), 1)).toEqual([early]);
    });

    test('feeds are found by their ids, however many are asked for', async () => {
      const { feeds } = await open();
      const [one, other] = [named('f1', '09:00'), named('f2', '09:00')];
      await feeds.register([one, other, named('f3', '09:00')]);
      const many = Array.from({ length: 2_000 }, (_, index) => `none-${index}` as FeedId);
      const found = await feeds.listOf([other.feed, ...many, one.feed]);
      expect(found.toSorted((a, b) => (a.feed < b.feed ? -1 : 1))).toEqual([one, other]);
      expect(await feeds.listOf([])).toEqual([]);
    });

    test('a catalogue of thousands registers in one go', async () => {
      const { feeds } = await open();
      const records = Array.from({ length: 2_500 }, (_, index) => named(`feed-${index}`, '09:00'));
      await feeds.register(records);
      expect(await feeds.listAll()).toHaveLength(2_500);
    });

    test('feeds that have left the catalogue are forgotten, and what was seen in them is not', async () => {
      const { feeds, articles } = await open();
      const [kept, gone] = [named('kept', '09:00'), named('gone', '09:00')];
      await feeds.register([kept, gone]);
      const key = { feed: gone.feed, key: 'guid:1', article: 'article-1' as ArticleId };
      await articles.remember([key], moment('08:00'));
      await feeds.retainOnly([kept.feed, 'not-read-yet' as FeedId]);
      expect(await feeds.listAll()).toEqual([kept]);
      expect((await articles.findByKeys(gone.feed, ['guid:1'])).size).toBe(1);
    });

    test('one record is forgotten, and no other', async () => {
      const { feeds } = await open();
      await feeds.register([named('gone', '09:00'), named('kept', '09:00')]);
      await feeds.forget('gone' as FeedId);
      expect((await feeds.listAll()).map(({ feed }) => feed)).toEqual(['kept']);
    });

    test('due feeds come longest overdue first, and those of later not at all', async () => {
      const { feeds } = await open();
      await feeds.register([named('late', '09:00'), named('later', '08:00'), named('not-yet', '11:00')]);
      const due = await feeds.listDue(moment('10:00'), 10);
      expect(due.map(({ feed }) => feed)).toEqual(['later', 'late']);
      expect(await feeds.listDue(moment('10:00'), 1)).toHaveLength(1);
      expect(await feeds.listDue(moment('11:00'), 10)).toHaveLength(3);
    });

    test('feeds that are postponed come due then, but for those due later, and keep all else', async () => {
      const { feeds } = await open();
      const soon = named('soon', '09:00');
      await feeds.register([soon, named('later', '11:00'), named('other', '09:00')]);
      await feeds.postpone(['soon' as FeedId, 'later' as FeedId], moment('10:00'));
      expect(await feeds.listAll()).toEqual([
        named('later', '11:00'),
        named('other', '09:00'),
        { ...soon, nextVisitAt: at('10:00') },
      ]);
      await feeds.postpone([], moment('12:00'));
      expect(await feeds.listDue(moment('10:00'), 10)).toHaveLength(2);
    });

    test('a feed planned further ahead than any visit is due now, and one planned for tomorrow is not', async () => {
      const { feeds } = await open();
      await feeds.register([
        planned('in-a-year', '2027-03-01T10:00:00.000Z'),
        planned('tomorrow', '2026-03-02T10:00:00.000Z'),
        named('overdue', '09:00'),
      ]);
      const due = await feeds.listDue(moment('10:00'), 10);
      expect(due.map(({ feed }) => feed)).toEqual(['overdue', 'in-a-year']);
    });

    test('a time without milliseconds is due in its order all the same', async () => {
      const { feeds } = await open();
      await feeds.save(feedRecord({ nextVisitAt: '2026-03-01T09:00:00Z' }));
      expect(await feeds.listDue(new Date('2026-03-01T09:00:00.000Z'), 10)).toHaveLength(1);
    });
  });
}
