import { describe, expect, test } from 'vitest';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { at, channel, digest, moment, pointer, post, workspace } from './sample-records.ts';
import { without } from './without.ts';

const there = 'channel-of-others' as ChannelId;
const others = 'others' as WorkspaceId;
const both = (planned: Date) => ({ news: planned, mending: planned });

const card = (name: string, changes: Partial<Post>) =>
  without(
    post({ key: name as DeliveryKey, story: name as StoryId, plannedAt: at('06:00'), ...changes }),
    'leaseUntil',
  );
const fresh = (name: string, changes: Partial<Post>) => without(card(name, changes), 'message');
const line = (name: string, changes: Partial<Pointer>) =>
  without(
    pointer({ key: name as DeliveryKey, state: 'pending', plannedAt: at('06:00'), ...changes }),
    'leaseUntil',
    'message',
  );

/** What every store that looks over all owed messages promises. */
export function describeOwedStore(open: () => Promise<Ledger>): void {
  async function withAll(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.save({ ...workspace(), id: others });
    await ledger.workspaces.saveChannel(channel());
    await ledger.workspaces.saveChannel(channel({ id: there, workspace: others }));
    const place = { channel: channel().id };
    await ledger.deliveries.savePost(post({ ...place, state: 'dead', plannedAt: at('08:00') }));
    await ledger.deliveries.savePointer(pointer({ ...place, state: 'dead', plannedAt: at('09:00') }));
    await ledger.digests.save(digest({ ...place, state: 'uncertain', plannedAt: at('10:00') }));
    const foreign = { channel: there, key: 'foreign' as DeliveryKey, story: 'foreign' as StoryId };
    const calm = without(post({ ...foreign, state: 'pending', dueAt: at('12:00') }), 'repeats', 'leaseUntil');
    await ledger.deliveries.savePost({ ...calm, plannedAt: at('07:00') });
    return ledger;
  }
  const all = ['dead', 'uncertain', 'pending'] as const;

  describe('all that is owed', () => {
    test('is listed by state, the newest plan first, of one workspace or of all', async () => {
      const { owed } = await withAll();
      const kinds = async (states: readonly (typeof all)[number][], of?: WorkspaceId) =>
        (await owed.list({ ...(of && { workspace: of }), states, limit: 9 })).map(({ kind }) => kind);
      expect(await kinds(['dead'])).toEqual(['line', 'card']);
      expect(await kinds(all)).toEqual(['digest', 'line', 'card', 'card']);
      expect(await kinds(all, others)).toEqual(['card']);
      expect(await owed.list({ states: all, limit: 1 })).toHaveLength(1);
    });

    test('is listed and counted of some channels alone, and of none', async () => {
      const { owed } = await withAll();
      const of = async (...channels: readonly ChannelId[]) =>
        (await owed.list({ states: all, channels, limit: 9 })).map(({ row }) => row.channel);
      expect(await of(there)).toEqual([there]);
      expect(await of(channel().id)).toEqual([channel().id, channel().id, channel().id]);
      expect(await of(channel().id, there)).toHaveLength(4);
      expect(await of()).toEqual([]);
      expect(await owed.countRepeated({ channels: [channel().id] })).toBe(3);
      expect(await owed.countRepeated({ channels: [there] })).toBe(0);
      expect(await owed.countRepeated({ channels: [] })).toBe(0);
    });

    test('is found by its key, of whichever kind', async () => {
      const { owed } = await withAll();
      expect((await owed.find(post().key))?.kind).toBe('card');
      expect((await owed.find(pointer().key))?.kind).toBe('line');
      expect((await owed.find(digest().key))?.kind).toBe('digest');
      expect(await owed.find('none' as DeliveryKey)).toBeUndefined();
    });

    test('that was sent again without knowing is counted and listed', async () => {
      const { owed } = await withAll();
      expect(await owed.countRepeated()).toBe(3);
      expect(await owed.countRepeated({ workspace: others })).toBe(0);
      expect(await owed.list({ states: 'repeated', limit: 9 })).toHaveLength(3);
    });

    test('and waits too long is listed unless somebody sends it, the oldest first', async () => {
      const { owed, deliveries } = await withAll();
      const sending = post({ channel: there, key: 'sending' as DeliveryKey, story: 'sending' as StoryId });
      await deliveries.savePost({
        ...sending,
        state: 'sending',
        plannedAt: at('06:00'),
        leaseUntil: at('09:05'),
      });
      const keysAt = async (time: string) =>
        (await owed.listOverdue(both(moment('08:00')), moment(time), 9)).map(({ row }) => row.key);
      expect(await keysAt('09:00')).toEqual(['foreign']);
      expect(await keysAt('09:05')).toEqual(['sending', 'foreign']);
    });

    test('and waits too long for news is listed before what mends, or may have arrived, however much of that there is', async () => {
      const ledger = await open();
      await ledger.workspaces.save(workspace());
      await ledger.workspaces.saveChannel(channel());
      const { deliveries, digests, owed } = ledger;
      await deliveries.savePost(card('edit', { state: 'pending' }));
      await deliveries.savePost(fresh('perhaps there', { state: 'unknown' }));
      await deliveries.savePointer(line('denial', { change: 'denied:norland' }));
      await deliveries.savePost(fresh('news', { state: 'pending', plannedAt: at('07:00') }));
      await deliveries.savePointer(line('speech', { change: 'side-spoke:s', plannedAt: at('07:10') }));
      const told = without(digest({ state: 'pending', plannedAt: at('07:20') }), 'leaseUntil', 'message');
      await digests.save({ ...told, key: 'digest' as DeliveryKey });
      const keys = async (news: string, mending: string, limit: number) =>
        (
          await owed.listOverdue({ news: moment(news), mending: moment(mending) }, moment('09:00'), limit)
        ).map(({ row }) => row.key);
      expect(await keys('08:00', '05:00', 3)).toEqual(['news', 'speech', 'digest']);
      expect(await keys('07:05', '05:00', 9)).toEqual(['news']);
      expect((await keys('05:00', '06:30', 9)).toSorted()).toEqual(['denial', 'edit', 'perhaps there']);
    });

    test('and is to be tried again later can be hastened, in the channels that are named', async () => {
      const { owed } = await withAll();
      await owed.hasten([channel().id], moment('09:00'));
      expect((await owed.find('foreign' as DeliveryKey))?.row.dueAt).toBe(at('12:00'));
      await owed.hasten([there], moment('09:00'));
      expect((await owed.find('foreign' as DeliveryKey))?.row.dueAt).toBe(at('09:00'));
    });
  });
}
