import { describe, expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Digest } from '#delivery/digest.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import { at, channel, digest, moment, pointer, post, workspace } from './sample-records.ts';
import { without } from './without.ts';

const pending = (name: string, changes: Partial<Digest> = {}): Digest => ({
  ...without(digest(), 'firstSentAt', 'leaseUntil', 'message'),
  key: name as DeliveryKey,
  period: name,
  state: 'pending',
  ...changes,
});

const held = (name: string, changes: Parameters<typeof post>[0] = {}) =>
  post({ key: name as DeliveryKey, story: name as never, state: 'held', ...changes });

const line = (name: string, changes: Parameters<typeof pointer>[0]) =>
  pointer({ key: name as DeliveryKey, change: name, ...changes });

/** What every store of digests promises. */
export function describeDigestStore(open: () => Promise<Ledger>): void {
  async function withChannel(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.saveChannel(channel());
    return ledger;
  }

  describe('digests', () => {
    test('a digest comes back as it was saved last', async () => {
      const { digests } = await withChannel();
      await digests.save(digest());
      expect(await digests.find(digest().key)).toEqual(digest());
      await digests.save({ ...digest(), state: 'sent' });
      expect(await digests.find(digest().key)).toEqual({ ...digest(), state: 'sent' });
    });

    test('a channel is owed one digest of a kind for a period', async () => {
      const { digests } = await withChannel();
      await digests.save(pending('one', { period: 'same' }));
      await expect(digests.save(pending('two', { period: 'same' }))).rejects.toThrow();
    });

    test('due ones are claimed one at a time, and none where a card is being sent', async () => {
      const { digests, deliveries } = await withChannel();
      await digests.save(pending('later', { plannedAt: at('08:30'), dueAt: at('08:30') }));
      await digests.save(pending('first'));
      await deliveries.savePost(post({ state: 'sending', leaseUntil: at('09:00'), plannedAt: at('08:10') }));
      expect(await digests.claim(moment('08:50'), MINUTE_MS, 9)).toEqual([]);
      const [claimed, ...others] = await digests.claim(moment('09:00'), MINUTE_MS, 9);
      expect(others).toEqual([]);
      expect(claimed).toMatchObject({ key: 'first', state: 'pending', firstSentAt: at('09:00') });
      expect(await digests.claim(moment('09:00'), MINUTE_MS, 9)).toEqual([]);
      expect(await digests.claim(moment('09:01'), MINUTE_MS, 9)).toMatchObject([{ state: 'unknown' }]);
    });

    test('the last one of a rhythm is the last that was owed by now, whatever a clock ahead of its time owed', async () => {
      const { digests } = await withChannel();
      for (const day of ['2026-02-27', '2026-02-28', '2027-02-28']) {
        const period = `daily 08:00 ${day}T06:00:00.000Z`;
        await digests.save(pending(day, { kind: 'digest', period }));
      }
      await digests.save(pending('weekly', { kind: 'digest', period: `weekly 08:00 1 ${at('06:00')}` }));
      const last = (rhythm: string) => digests.lastPeriod(channel().id, rhythm, moment('09:00'));
      expect(await last('daily 08:00')).toBe('daily 08:00 2026-02-28T06:00:00.000Z');
      expect(await last('daily 09:00')).toBeUndefined();
    });

    test('those that a channel was owed before are told from those it was not', async () => {
      const { digests, workspaces } = await withChannel();
      const [here, there] = [channel().id, 'channel-2' as ChannelId];
      await workspaces.saveChannel(channel({ id: there }));
      await digests.save(pending('daily 08:00 a', { kind: 'digest', channel: here }));
      await digests.save(pending('daily 08:00 b', { kind: 'digest', channel: there }));
      await digests.save(pending('daily 08:00 c', { kind: 'list', channel: here }));
      const asked = ['a', 'b', 'c'].flatMap((day) =>
        [here, there].map((id) => ({ channel: id, period: `daily 08:00 ${day}` })),
      );
      expect(
        (await digests.listOwed(asked)).toSorted((one, other) => one.period.localeCompare(other.period)),
      ).toEqual([
        { channel: here, period: 'daily 08:00 a' },
        { channel: there, period: 'daily 08:00 b' },
      ]);
      expect(await digests.listOwed([])).toEqual([]);
    });

    test('they are counted by state, for one workspace or for all', async () => {
      const { digests } = await withChannel();
      await digests.save(pending('one'));
      await digests.save(pending('two', { state: 'sent' }));
      expect(await digests.countStates()).toEqual({ pending: 1, sent: 1 });
      expect(await digests.countStates('workspace-2' as WorkspaceId)).toEqual({});
    });
  });

  describe('what a channel is sent, and what waits', () => {
    test('held posts come back when their hour has come', async () => {
      const { deliveries } = await withChannel();
      await deliveries.savePost(held('now', { dueAt: at('09:00'), heldFor: 'quiet' }));
      await deliveries.savePost(held('later', { dueAt: at('09:30'), heldFor: 'digest' }));
      expect((await deliveries.listHeldDue(moment('09:00'))).map(({ key }) => key)).toEqual(['now']);
      expect(await deliveries.listHeld('channel-1' as ChannelId, 'digest')).toMatchObject([{ key: 'later' }]);
      expect(await deliveries.listHeld('channel-2' as ChannelId, 'digest')).toEqual([]);
    });

    test('what is held for longer than anything is held for was put off by a clock ahead, and comes back now', async () => {
      const { deliveries } = await withChannel();
      const [inAWeek, inAYear] = ['2026-03-08T09:00:00.000Z', '2027-03-01T09:00:00.000Z'];
      await deliveries.savePost(held('weekly', { dueAt: inAWeek, heldFor: 'digest' }));
      await deliveries.savePost(held('put off', { dueAt: inAYear, heldFor: 'digest' }));
      await deliveries.savePointer(line('waits', { state: 'held', dueAt: inAWeek }));
      await deliveries.savePointer(line('line put off', { state: 'held', dueAt: inAYear }));
      const now = moment('09:00');
      expect((await deliveries.listHeldDue(now)).map(({ key }) => key)).toEqual(['put off']);
      expect((await deliveries.listHeldPointersDue(now)).map(({ key }) => key)).toEqual(['line put off']);
    });

    test('lines are listed that were planned since then, none that a clock ahead planned for later than now', async () => {
      const { deliveries } = await withChannel();
      for (const time of ['08:00', '08:30'])
        await deliveries.savePointer(line(time, { plannedAt: at(time) }));
      await deliveries.savePointer(line('next year', { plannedAt: '2027-03-01T08:30:00.000Z' }));
      const listed = await deliveries.listPointersSince(channel().id, moment('08:10'), moment('09:00'));
      expect(listed.map(({ key }) => key)).toEqual(['08:30']);
    });

    test('cards shown, or perhaps shown, since then are counted with those that called somebody', async () => {
      const { deliveries } = await withChannel();
      const late = { postedAt: at('08:30') };
      await deliveries.savePost(held('mine', late));
      await deliveries.savePost(held('calling', late));
      await deliveries.savePost(without(held('calm', late), 'mention'));
      await deliveries.savePost(
        without(held('perhaps', { firstSentAt: at('08:40') }), 'postedAt', 'mention'),
      );
      await deliveries.savePost(held('early', { postedAt: at('08:00') }));
      await deliveries.savePost(held('by a clock that ran ahead', { postedAt: at('09:10') }));
      const usage = await deliveries.usageSince(
        'channel-1' as ChannelId,
        moment('08:10'),
        moment('09:00'),
        'mine' as DeliveryKey,
      );
      expect(usage).toEqual({ cards: 3, pings: 1 });
    });
  });
}
