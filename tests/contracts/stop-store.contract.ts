import { describe, expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Post } from '#delivery/delivery.ts';
import type { Stop } from '#delivery/stop.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { at, channel, moment, post, workspace } from './sample-records.ts';
import { without } from './without.ts';

const here = 'channel-1' as ChannelId;
const there = 'channel-2' as ChannelId;

const refused = (changes: Partial<Pick<Stop, 'kind' | 'until'>> = {}) =>
  ({
    kind: 'refused',
    since: at('08:00'),
    until: at('08:30'),
    refusals: 2,
    reason: 'not-in-channel',
    ...changes,
  }) as const;

const due = (key: string, where: ChannelId): Post => ({
  ...without(
    post(),
    'message',
    'postedAt',
    'firstSentAt',
    'leaseUntil',
    'reason',
    'mention',
    'repeats',
    'mayStandSince',
  ),
  key: key as DeliveryKey,
  story: key as StoryId,
  channel: where,
  state: 'pending',
  attempts: 0,
  wanted: 1,
  shown: 0,
});

const claimed = async ({ deliveries }: Ledger, time: string) =>
  (await deliveries.claimPosts(moment(time), MINUTE_MS, 10)).map(({ key }) => key);

/** What every store of stops promises, and that claims pass over what is stopped. */
export function describeStopStore(open: () => Promise<Ledger>): void {
  async function withDesk(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.saveChannel(channel({ id: here }));
    await ledger.workspaces.saveChannel(channel({ id: there }));
    return ledger;
  }
  const { platform } = channel();

  describe('stops', () => {
    test('one comes back as it was saved last, of a channel or of a whole platform', async () => {
      const { stops } = await withDesk();
      await stops.save({ channel: here, ...refused() });
      await stops.save({ channel: here, ...refused({ until: at('09:00') }) });
      await stops.save({ platform, ...refused({ kind: 'busy' }) });
      await stops.save({ channel: there, ...refused() });
      const expected = [
        { channel: here, ...refused({ until: at('09:00') }) },
        { platform, ...refused({ kind: 'busy' }) },
      ];
      expect(await stops.listOn(here, platform)).toEqual(expected);
      expect(await stops.list()).toHaveLength(3);
    });

    test('one that was lifted is gone', async () => {
      const { stops } = await withDesk();
      await stops.save({ platform, ...refused() });
      expect(await stops.lift({ channel: here })).toBe(false);
      expect(await stops.lift({ platform })).toBe(true);
      expect(await stops.list()).toEqual([]);
    });
  });

  describe('claiming where something is stopped', () => {
    test('a stopped channel gets nothing until its hour, and holds up no other', async () => {
      const ledger = await withDesk();
      await ledger.deliveries.savePost(due('p1', here));
      await ledger.deliveries.savePost(due('p2', there));
      await ledger.stops.save({ channel: here, ...refused({ until: at('09:30') }) });
      expect(await claimed(ledger, '09:00')).toEqual(['p2']);
      expect(await claimed(ledger, '09:30')).toContain('p1');
    });

    test('of a stopped platform one thing is tried when its hour has come', async () => {
      const ledger = await withDesk();
      await ledger.deliveries.savePost(due('p1', here));
      await ledger.deliveries.savePost(due('p2', there));
      await ledger.stops.save({ platform, ...refused({ until: at('09:30') }) });
      expect(await claimed(ledger, '09:00')).toEqual([]);
      expect(await claimed(ledger, '09:30')).toEqual(['p1']);
      expect(await claimed(ledger, '09:30')).toEqual([]);
    });

    test('a platform that only asked to wait is used in full again', async () => {
      const ledger = await withDesk();
      await ledger.deliveries.savePost(due('p1', here));
      await ledger.deliveries.savePost(due('p2', there));
      await ledger.stops.save({ platform, ...refused({ kind: 'busy', until: at('09:00') }) });
      expect(await claimed(ledger, '09:00')).toEqual(['p1', 'p2']);
    });
  });
}
