import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import type { DeliveryState, Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { PostPlan } from '#delivery/plan-post.ts';
import { planPost } from '#delivery/plan-post.ts';
import { afterTakingBack, wasTakenBack } from '#delivery/sample-taken-back.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import { aCard, after, aPost, desk, NOON, talks } from './owed.ts';

const plan = (differing: Partial<PostPlan> = {}): PostPlan => ({
  channel: desk,
  story: talks,
  card: aCard(),
  cardHash: 'first',
  isMaterial: false,
  takesBack: false,
  now: NOON,
  ...differing,
});
const shown = (differing: Partial<Post> = {}): Post =>
  aPost({
    state: 'sent',
    shown: 1,
    message: 'm1' as MessageId,
    postedAt: NOON.toISOString(),
    ...differing,
  });

describe('a first card', () => {
  test('is owed at once, under a key that knows workspace, platform, channel and story', () => {
    const post = planPost(plan({ mention: '@desk' }));
    expect(post).toMatchObject({ state: 'pending', wanted: 1, shown: 0, mention: '@desk' });
    expect(post?.dueAt).toBe(NOON.toISOString());
    expect(post?.key).toBe(postKey(desk, talks));
    expect(post?.key).toHaveLength(25);
  });

  test('D12 has another key in every other channel and workspace, on every other platform, and for every other story', () => {
    const keys = [
      postKey(desk, talks),
      postKey({ ...desk, id: 'other' as ChannelId, address: 'other' }, talks),
      postKey({ ...desk, workspace: 'other' as WorkspaceId }, talks),
      postKey({ ...desk, platform: 'slack' }, talks),
      postKey(desk, 'other' as StoryId),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(postKey(desk, talks)).toBe(keys[0]);
  });

  test('that waits to be posted takes what is newest, and keeps its place', () => {
    const post = planPost(plan({ existing: aPost(), cardHash: 'second', now: after(HOUR_MS) }));
    expect(post).toMatchObject({ state: 'pending', wanted: 2, shown: 0, cardHash: 'second' });
    expect(post?.dueAt).toBe(NOON.toISOString());
  });
});

describe('a card that stands in the channel', () => {
  test('is left alone while it would show the same', () => {
    expect(planPost(plan({ existing: shown(), isMaterial: true }))).toBeUndefined();
  });

  test.each([
    ['ten seconds after something material', true, MINUTE_MS, 10 * SECOND_MS],
    ['five minutes after a change of counts in its first hour', false, MINUTE_MS, 5 * MINUTE_MS],
    ['thirty minutes after a change of counts later on', false, 2 * HOUR_MS, 30 * MINUTE_MS],
  ])('is edited %s', (_, isMaterial, age, delay) => {
    const post = planPost(plan({ existing: shown(), cardHash: 'second', isMaterial, now: after(age) }));
    expect(post).toMatchObject({ state: 'pending', wanted: 2, shown: 1 });
    expect(post?.dueAt).toBe(after(age + delay).toISOString());
  });

  test('is edited no later for changes that keep coming', () => {
    const first = planPost(plan({ existing: shown(), cardHash: 'second', now: after(MINUTE_MS) }));
    const second = planPost(plan({ existing: first, cardHash: 'third', now: after(5 * MINUTE_MS) }));
    expect(second).toMatchObject({ wanted: 3, dueAt: first?.dueAt });
  });

  test('is edited sooner when something material joins a change of counts', () => {
    const counts = planPost(plan({ existing: shown(), cardHash: 'second', now: after(MINUTE_MS) }));
    const material = planPost(
      plan({ existing: counts, cardHash: 'third', isMaterial: true, now: after(2 * MINUTE_MS) }),
    );
    expect(material?.dueAt).toBe(after(2 * MINUTE_MS + 10 * SECOND_MS).toISOString());
  });

  test('is not tried again before the platform is ready, whatever happens', () => {
    const retried = shown({ state: 'pending', wanted: 2, attempts: 1, dueAt: after(HOUR_MS).toISOString() });
    const post = planPost(
      plan({ existing: retried, cardHash: 'third', isMaterial: true, now: after(MINUTE_MS) }),
    );
    expect(post?.dueAt).toBe(after(HOUR_MS).toISOString());
  });

  test('stays in flight when it changes while being sent, and is edited afterwards', () => {
    const sending = aPost({ state: 'sending', leaseUntil: after(MINUTE_MS).toISOString() });
    const post = planPost(
      plan({ existing: sending, cardHash: 'second', isMaterial: true, now: after(SECOND_MS) }),
    );
    expect(post).toMatchObject({ state: 'sending', wanted: 2, leaseUntil: sending.leaseUntil });
    expect(post?.dueAt).toBe(after(11 * SECOND_MS).toISOString());
  });

  test.each<DeliveryState>(['expired', 'dead'])(
    'is edited again by newer news after an edit that is %s',
    (state) => {
      const post = planPost(plan({ existing: shown({ state, wanted: 2 }), cardHash: 'third' }));
      expect(post).toMatchObject({ state: 'pending', wanted: 3, attempts: 0 });
    },
  );

  test('is edited no more once a person dropped its edit', () => {
    const dropped = shown({ state: 'dead', wanted: 2, reason: 'dropped by Ana' });
    expect(planPost(plan({ existing: dropped, cardHash: 'third' }))).toBeUndefined();
  });
});

describe('what takes something back', () => {
  const denial = { cardHash: 'denied', isMaterial: true, takesBack: true, now: after(HOUR_MS) };

  test.each<DeliveryState>(['dead', 'expired', 'uncertain'])(
    'is tried on a card that stands, though its last edit ended %s',
    (state) => {
      const existing = shown({ state, wanted: 2 });
      expect(planPost(plan({ ...denial, existing }))).toMatchObject({
        state: 'pending',
        wanted: 3,
        attempts: 0,
        plannedAt: denial.now.toISOString(),
      });
    },
  );

  test('has all its own time where an older edit still waits', () => {
    const existing = shown({
      state: 'pending',
      wanted: 2,
      attempts: 3,
      dueAt: after(2 * HOUR_MS).toISOString(),
    });
    expect(planPost(plan({ ...denial, existing }))).toMatchObject({
      plannedAt: denial.now.toISOString(),
      dueAt: existing.dueAt,
    });
  });

  test('does not bring back a card that a person deleted', () => {
    expect(planPost(plan({ ...denial, existing: shown({ state: 'cancelled' }) }))).toBeUndefined();
  });

  test('is no news where the card never stood', () => {
    expect(planPost(plan({ ...denial, existing: aPost({ state: 'dead' }) }))).toBeUndefined();
  });
});

test.each<DeliveryState>(['dead', 'uncertain', 'expired'])(
  'nothing follows a post that ended %s without a card',
  (state) => {
    expect(planPost(plan({ existing: aPost({ state }), cardHash: 'second' }))).toBeUndefined();
  },
);

describe('a story without a card of its own', () => {
  const told = aPost({ state: 'superseded', wanted: 2 });

  test.each<DeliveryState>(['held', 'superseded', 'cancelled'])(
    'is decided on anew when there is more to tell (%s)',
    (state) => {
      const existing = aPost({ state, wanted: 2, heldFor: 'digest', dueAt: '2026-03-03T07:00:00.000Z' });
      const post = planPost(plan({ existing, cardHash: 'second' }));
      expect(post).toMatchObject({ state: 'pending', wanted: 3, shown: 0, dueAt: NOON.toISOString() });
      expect(post?.heldFor).toBeUndefined();
    },
  );

  test.each([
    ['before its hour', { isAtOnce: false, isJoined: false }, '2026-03-03T07:00:00.000Z', 'held'],
    ['before its hour', { isAtOnce: false, isJoined: true }, '2026-03-03T07:00:00.000Z', 'pending'],
    ['before its hour', { isAtOnce: true, isJoined: false }, '2026-03-03T07:00:00.000Z', 'pending'],
    ['after its hour', { isAtOnce: false, isJoined: true }, '2026-03-02T07:00:00.000Z', 'held'],
    ['after its hour', { isAtOnce: true, isJoined: false }, '2026-03-02T07:00:00.000Z', 'held'],
    ['after its hour', { isAtOnce: true, isJoined: true }, '2026-03-02T07:00:00.000Z', 'pending'],
  ] as const)(
    'that is held for a digest, told more %s to watches that are %o',
    (_, watches, dueAt, state) => {
      const existing = aPost({ state: 'held', heldFor: 'digest', dueAt });
      const post = planPost(plan({ existing, ...watches, cardHash: 'second' }));
      expect(post).toMatchObject({ state, wanted: 2, cardHash: 'second' });
      expect(post?.dueAt).toBe(state === 'held' ? dueAt : NOON.toISOString());
    },
  );

  test('keeps its hour when nothing moved', () => {
    expect(planPost(plan({ existing: aPost({ state: 'held' }), cardHash: 'first' }))).toBeUndefined();
  });

  test('is decided on anew when it rests on more, though its card shows the same', () => {
    const existing = aPost({ state: 'held', heldFor: 'condition', ground: 'one-report' });
    expect(planPost(plan({ existing, cardHash: 'first', ground: 'two-origins' }))).toMatchObject({
      state: 'pending',
      ground: 'two-origins',
    });
  });

  test('that a list told gets a card at once only for something material', () => {
    const atOnce = { existing: told, cardHash: 'second', isAtOnce: true };
    expect(planPost(plan({ ...atOnce, isMaterial: false }))).toBeUndefined();
    expect(planPost(plan({ ...atOnce, isMaterial: true }))).toMatchObject({ state: 'pending' });
  });

  test('that a digest told is told again in the next when anything moved', () => {
    const next = plan({ existing: told, cardHash: 'second', isAtOnce: false, isMaterial: false });
    expect(planPost(next)).toMatchObject({ state: 'pending', wanted: 3 });
  });
});

test('news of a sample that was taken back is posted, no sooner than its platform has forgotten the key', () => {
  const stood = shown({ state: 'pending', wanted: 2 });
  const removed = afterTakingBack({ ...stood, removedBy: 'Ana', isTakenBack: true }, NOON);
  expect(removed).toMatchObject({ state: 'cancelled', shown: 0 });
  expect(removed).not.toHaveProperty('message');
  expect(wasTakenBack(removed)).toBe(true);
  const soon = planPost(plan({ existing: removed, now: after(MINUTE_MS) }));
  expect(soon).toMatchObject({ state: 'pending', dueAt: after(5 * MINUTE_MS).toISOString() });
  const later = planPost(plan({ existing: removed, now: after(HOUR_MS) }));
  expect(later).toMatchObject({ state: 'pending', dueAt: after(HOUR_MS).toISOString() });
});

test('news that comes while a sample is being taken back is posted as the card of its story', () => {
  const overtaken = shown({ wanted: 3, removedBy: 'Ana' });
  expect(afterTakingBack({ ...overtaken, isTakenBack: true }, NOON)).toMatchObject({ state: 'pending' });
});
