import { describe, expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Notice } from '#delivery/notice.ts';
import type { FeedId } from '#feed/feed.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, moment, notice } from './sample-records.ts';

function pending(name: string, changes: Partial<Notice> = {}): Notice {
  const { firstSentAt: _sent, leaseUntil: _lease, message: _message, ...rest } = notice();
  return { ...rest, key: name as DeliveryKey, state: 'pending', ...changes };
}

const told = (feed: string) => ({ feed: feed as FeedId, notice: 'outages:1', since: at('08:00') });

/** What every store of notices promises. */
export function describeNoticeStore(open: () => Promise<Ledger>): void {
  describe('notices', () => {
    test('a notice comes back as it was saved last', async () => {
      const { notices } = await open();
      await notices.save(notice());
      expect(await notices.find(notice().key)).toEqual(notice());
      await notices.save(pending('notice-1'));
      expect(await notices.find(notice().key)).toEqual(pending('notice-1'));
    });

    test('the messages of a channel that are notices are told', async () => {
      const { notices } = await open();
      await notices.save(notice());
      await notices.save(pending('still-owed'));
      await notices.save(notice({ key: 'elsewhere' as DeliveryKey, channel: 'other' as ChannelId }));
      expect(await notices.messagesIn(notice().channel)).toEqual([notice().message]);
      expect(await notices.messagesIn('third' as ChannelId)).toEqual([]);
    });

    test('due ones are claimed one at a time, in the order in which they were planned', async () => {
      const { notices } = await open();
      await notices.save(pending('later', { plannedAt: at('08:30'), dueAt: at('08:30') }));
      await notices.save(pending('first'));
      await notices.save(pending('not-yet', { dueAt: at('12:00') }));
      const [claimed, ...others] = await notices.claim(moment('09:00'), MINUTE_MS, 9);
      expect(others).toEqual([]);
      expect(claimed).toMatchObject({ key: 'first', state: 'pending', firstSentAt: at('09:00') });
      expect(await notices.claim(moment('09:00'), MINUTE_MS, 9)).toEqual([]);
      await notices.save(notice({ key: 'first' as DeliveryKey, state: 'sent' }));
      expect((await notices.claim(moment('09:00'), MINUTE_MS, 9)).map(({ key }) => key)).toEqual(['later']);
    });

    test('one whose sender is gone comes back when its lease has run out, to be looked for', async () => {
      const { notices } = await open();
      await notices.save(pending('lost'));
      await notices.claim(moment('09:00'), MINUTE_MS, 9);
      const [claimed] = await notices.claim(moment('09:02'), MINUTE_MS, 9);
      expect(claimed).toMatchObject({ key: 'lost', state: 'unknown', firstSentAt: at('09:00') });
    });

    test('outages that were told are kept until they are over', async () => {
      const { notices } = await open();
      await notices.saveOutages([told('a'), told('b')]);
      await notices.saveOutages([{ ...told('a'), notice: 'outage:a' }]);
      await notices.forgetOutages(['b' as FeedId]);
      expect(await notices.listOutages()).toEqual([{ ...told('a'), notice: 'outage:a' }]);
    });
  });
}
