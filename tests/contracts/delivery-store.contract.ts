import { describe, expect, test } from 'vitest';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { at, channel, moment, pointer, post, workspace } from './sample-records.ts';
import { without } from './without.ts';

const LEASE_MS = 60_000;

const here = 'channel-1' as ChannelId;
const there = 'channel-2' as ChannelId;

/** Not sent yet; its key is also its story. */
const unsent = (key: string, changes: Partial<Post> = {}): Post => ({
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
    'removedBy',
    'keptFor',
    'isTakenBack',
  ),
  key: key as DeliveryKey,
  story: key as StoryId,
  state: 'pending',
  attempts: 0,
  wanted: 1,
  shown: 0,
  ...changes,
});

const posted = (key: string, changes: Partial<Post> = {}): Post =>
  unsent(key, { state: 'sent', shown: 1, message: `message of ${key}` as MessageId, ...changes });

/** Not said yet; its key is also its change. */
const unsaid = (key: string, changes: Partial<Pointer> = {}): Pointer => ({
  ...without(
    pointer(),
    'message',
    'firstSentAt',
    'leaseUntil',
    'reason',
    'mention',
    'repeats',
    'mayStandSince',
  ),
  key: key as DeliveryKey,
  change: key,
  state: 'pending',
  attempts: 0,
  ...changes,
});

const SENDING: Partial<Post> = { state: 'sending', leaseUntil: at('09:05'), firstSentAt: at('08:59') };

const keysOf = (rows: readonly { readonly key: DeliveryKey }[]) => rows.map(({ key }) => key);

/** What every delivery store promises. */
export function describeDeliveryStore(open: () => Promise<Ledger>): void {
  async function withDesk(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.saveChannel(channel({ id: here }));
    await ledger.workspaces.saveChannel(channel({ id: there }));
    return ledger;
  }

  describe('posts', () => {
    test('those whose card stands are listed, from a moment on', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(posted('before', { postedAt: at('06:00') }));
      await deliveries.savePost(posted('stands', { postedAt: at('08:00') }));
      await deliveries.savePost(posted('edited', { postedAt: at('08:30'), wanted: 2, state: 'pending' }));
      await deliveries.savePost(posted('deleted', { postedAt: at('08:40'), state: 'cancelled' }));
      await deliveries.savePost(unsent('unsent'));
      expect(keysOf(await deliveries.listStanding(moment('07:00')))).toEqual(['stands', 'edited']);
    });

    test('a post comes back as it was saved, with everything known and with nothing known', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(post());
      await deliveries.savePost(unsent('p2'));
      expect(await deliveries.findPost(here, post().story)).toEqual(post());
      expect(await deliveries.findPost(here, 'p2' as StoryId)).toEqual(unsent('p2'));
      expect(await deliveries.findPost(there, post().story)).toBeUndefined();
    });

    test('a post is found by its key', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(post());
      expect(await deliveries.findPostByKey(post().key)).toEqual(post());
      expect(await deliveries.findPostByKey('none' as DeliveryKey)).toBeUndefined();
    });

    test('a post is found by the message of its card, or of a pointer, in its channel', async () => {
      const { deliveries } = await withDesk();
      const [card, line] = ['m-card' as MessageId, 'm-line' as MessageId];
      await deliveries.savePost(post({ message: card }));
      await deliveries.savePointer(pointer({ message: line }));
      expect(await deliveries.findPostByMessage(here, card)).toEqual(post({ message: card }));
      expect(await deliveries.findPostByMessage(here, line)).toEqual(post({ message: card }));
      expect(await deliveries.findPostByMessage(here, 'm-other' as MessageId)).toBeUndefined();
      expect(await deliveries.findPostByMessage('elsewhere' as ChannelId, card)).toBeUndefined();
    });

    test('a post saved again forgets what is no longer so', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(post());
      const settled = without(post({ state: 'sent', shown: 2 }), 'leaseUntil', 'reason');
      await deliveries.savePost(settled);
      expect(await deliveries.findPost(here, settled.story)).toEqual(settled);
    });

    test('a story has one post in a channel, whatever its key', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      await expect(deliveries.savePost(unsent('p2', { story: 'p1' as StoryId }))).rejects.toThrow();
    });

    test('the posts of a story are found in all channels, and counted by state', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      await deliveries.savePost(posted('p2', { channel: there, story: 'p1' as StoryId }));
      await deliveries.savePointer(unsaid('q1'));
      expect(keysOf(await deliveries.postsOf('p1' as StoryId))).toEqual(['p1', 'p2']);
      expect(await deliveries.countStates()).toEqual({
        posts: { pending: 1, sent: 1 },
        pointers: { pending: 1 },
      });
    });
  });

  test('a workspace can be told of its own deliveries alone', async () => {
    const ledger = await withDesk();
    const elsewhere = 'workspace-2' as WorkspaceId;
    await ledger.workspaces.save(workspace({ id: elsewhere }));
    const far = channel({ id: 'channel-9' as ChannelId, workspace: elsewhere });
    await ledger.workspaces.saveChannel(far);
    await ledger.deliveries.savePost(posted('p1'));
    await ledger.deliveries.savePost(posted('p2', { channel: far.id }));
    await ledger.deliveries.savePointer(unsaid('q1', { channel: far.id }));
    expect(await ledger.deliveries.countStates()).toEqual({ posts: { sent: 2 }, pointers: { pending: 1 } });
    expect(await ledger.deliveries.countStates(workspace().id)).toEqual({
      posts: { sent: 1 },
      pointers: {},
    });
  });

  describe('claiming posts', () => {
    test('a claimed post is leased, tells when its first attempt began, and is not claimed twice', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      const leased = { leaseUntil: at('09:01'), firstSentAt: at('09:00') };
      const claimed = await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10);
      expect(claimed).toEqual([unsent('p1', leased)]);
      expect(await deliveries.findPost(here, 'p1' as StoryId)).toEqual(
        unsent('p1', { ...leased, state: 'sending' }),
      );
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10)).toEqual([]);
    });

    test('only what is due and wants to show more is claimed', async () => {
      const { deliveries } = await withDesk();
      const ends = ['held', 'superseded', 'cancelled', 'expired', 'uncertain', 'dead'] as const;
      await deliveries.savePost(unsent('later', { dueAt: at('09:01') }));
      await deliveries.savePost(unsent('shown', { shown: 1 }));
      for (const state of ends) await deliveries.savePost(unsent(state, { state }));
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10)).toEqual([]);
      expect(keysOf(await deliveries.claimPosts(moment('09:01'), LEASE_MS, 10))).toEqual(['later']);
    });

    test('one post a channel, the one planned first, and the next only when it has been settled', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('second', { plannedAt: at('08:10') }));
      await deliveries.savePost(unsent('first', { plannedAt: at('08:05') }));
      await deliveries.savePost(unsent('elsewhere', { plannedAt: at('08:00'), channel: there }));
      expect(keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10))).toEqual([
        'elsewhere',
        'first',
      ]);
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10)).toEqual([]);
      await deliveries.savePost(posted('first'));
      expect(keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10))).toEqual(['second']);
    });

    test('a post that must wait before its next try does not hold up its channel', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(
        unsent('failed', { plannedAt: at('08:00'), dueAt: at('09:30'), attempts: 1 }),
      );
      await deliveries.savePost(unsent('next', { plannedAt: at('08:05') }));
      expect(keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10))).toEqual(['next']);
    });

    test('no more are claimed than asked for', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      await deliveries.savePost(unsent('p2', { channel: there }));
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 1)).toHaveLength(1);
    });

    test('however much waits in one channel, it holds up no other, and order holds in each', async () => {
      const { deliveries } = await withDesk();
      for (let place = 0; place < 12; place += 1) {
        await deliveries.savePost(unsent(`deep-${place}`, { plannedAt: at(`08:${10 + place}`) }));
      }
      await deliveries.savePost(unsent('young', { channel: there, plannedAt: at('08:50') }));
      const claim = async () => keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 2));
      expect(await claim()).toEqual(['deep-0', 'young']);
      await deliveries.savePost(posted('deep-0'));
      expect(await claim()).toEqual(['deep-1']);
    });

    test('channels that are busy or stopped take no place among those that are claimed', async () => {
      const { deliveries, stops, workspaces } = await withDesk();
      const [busy, stopped, free] = ['busy', 'stopped', 'free'].map((id) => id as ChannelId) as [
        ChannelId,
        ChannelId,
        ChannelId,
      ];
      for (const id of [busy, stopped, free]) {
        await workspaces.saveChannel(channel({ id }));
        await deliveries.savePost(unsent(`first of ${id}`, { channel: id, plannedAt: at('08:00') }));
        await deliveries.savePost(unsent(`next of ${id}`, { channel: id, plannedAt: at('08:30') }));
      }
      await deliveries.savePost(unsent('first of busy', { channel: busy, ...SENDING }));
      const reason = 'not-in-channel: no';
      const until = { since: at('08:00'), until: at('10:00') };
      await stops.save({ channel: stopped, kind: 'refused', refusals: 1, reason, ...until });
      expect(keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 1))).toEqual(['first of free']);
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 1)).toEqual([]);
    });

    test('after a lease has run out the post must be looked for before it is sent again', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10);
      expect(await deliveries.claimPosts(new Date(at('09:01')), LEASE_MS, 10)).toEqual([
        unsent('p1', { state: 'unknown', firstSentAt: at('09:00'), leaseUntil: at('09:02') }),
      ]);
    });

    test('a lease that a clock ahead of its time took has run out', async () => {
      const { deliveries, owed } = await withDesk();
      await deliveries.savePost(unsent('p1'));
      await deliveries.claimPosts(new Date('2027-07-01T09:00:00.000Z'), LEASE_MS, 10);
      const planned = { news: moment('23:00'), mending: moment('23:00') };
      const waiting = await owed.listOverdue(planned, moment('09:00'), 10);
      expect(waiting.map(({ row }) => row.key)).toEqual(['p1']);
      expect(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10)).toMatchObject([
        { key: 'p1', state: 'unknown' },
      ]);
    });

    test('what was unknown stays unknown to the one who claims it', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1', { state: 'unknown', firstSentAt: at('08:30') }));
      const [claimed] = await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10);
      expect(claimed).toMatchObject({ state: 'unknown', firstSentAt: at('08:30') });
    });
  });

  describe('claiming pointers', () => {
    test('a pointer comes back as it was saved', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePointer(pointer());
      expect(await deliveries.findPointer(pointer().key)).toEqual(pointer());
      expect(await deliveries.findPointer('unheard-of' as DeliveryKey)).toBeUndefined();
    });

    test('the pointers of a card come in the order in which they were planned', async () => {
      const { deliveries } = await withDesk();
      const story = 'p1' as StoryId;
      await deliveries.savePointer(unsaid('late', { story, plannedAt: at('09:00') }));
      await deliveries.savePointer(unsaid('early', { story }));
      await deliveries.savePointer(unsaid('elsewhere', { story, channel: there }));
      await deliveries.savePointer(unsaid('of another story'));
      expect(keysOf(await deliveries.pointersOf(here, story))).toEqual(['early', 'late']);
    });

    test('a pointer waits for its card, and comes when the card stands or never will', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(unsent('p1', { dueAt: at('10:00') }));
      await deliveries.savePointer(unsaid('q1', { story: 'p1' as StoryId }));
      expect(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10)).toEqual([]);
      await deliveries.savePost(unsent('p1', { state: 'dead' }));
      expect(keysOf(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10))).toEqual(['q1']);

      await deliveries.savePost(posted('p2', { channel: there }));
      await deliveries.savePointer(unsaid('q2', { channel: there, story: 'p2' as StoryId }));
      expect(keysOf(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10))).toEqual(['q2']);
    });

    test('pointers keep their order, and wait while a post is on its way to their channel', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(posted('p1'));
      await deliveries.savePost(unsent('p2'));
      await deliveries.savePointer(unsaid('late', { story: 'p1' as StoryId, plannedAt: at('08:20') }));
      await deliveries.savePointer(unsaid('early', { story: 'p1' as StoryId, plannedAt: at('08:10') }));
      const [sending] = await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10);
      expect(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10)).toEqual([]);
      await deliveries.savePost(posted(sending?.key ?? ''));
      expect(keysOf(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10))).toEqual(['early']);
      expect(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10)).toEqual([]);
    });

    test('of cards and pointers goes first what was planned first, and of one moment the card', async () => {
      const { deliveries } = await withDesk();
      const claimBoth = async () => [
        ...keysOf(await deliveries.claimPosts(moment('09:00'), LEASE_MS, 10)),
        ...keysOf(await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10)),
      ];
      await deliveries.savePost(posted('p1'));
      await deliveries.savePointer(unsaid('withdrawn', { story: 'p1' as StoryId, plannedAt: at('08:10') }));
      await deliveries.savePost(unsent('newer', { plannedAt: at('08:20') }));
      await deliveries.savePost(unsent('elsewhere', { channel: there, plannedAt: at('08:20') }));
      expect(await claimBoth()).toEqual(['elsewhere', 'withdrawn']);
      await deliveries.savePointer(unsaid('withdrawn', { story: 'p1' as StoryId, state: 'sent' }));
      expect(await claimBoth()).toEqual(['newer']);

      await deliveries.savePost(posted('elsewhere', { channel: there }));
      const together = { channel: there, plannedAt: at('08:30') };
      await deliveries.savePost(unsent('card', together));
      await deliveries.savePointer(unsaid('line', { ...together, story: 'elsewhere' as StoryId }));
      expect(await claimBoth()).toEqual(['card']);
    });

    test('after a lease has run out the pointer must be looked for before it is said again', async () => {
      const { deliveries } = await withDesk();
      await deliveries.savePost(posted('p1'));
      await deliveries.savePointer(unsaid('q1', { story: 'p1' as StoryId }));
      await deliveries.claimPointers(moment('09:00'), LEASE_MS, 10);
      const [again] = await deliveries.claimPointers(moment('09:02'), LEASE_MS, 10);
      expect(again).toMatchObject({ state: 'unknown', firstSentAt: at('09:00'), leaseUntil: at('09:03') });
    });
  });
}
