import { describe, expect, test } from 'vitest';
import type { ChannelId } from '#kernel/id.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { type Asking, whenToPost } from '#subscription/when-to-post.ts';
import { subscription } from '../contracts/sample-records.ts';
import { without } from '../contracts/without.ts';

const watch = (differing: Partial<Subscription> = {}): Subscription => ({
  ...without(subscription(), 'digest', 'digestSince', 'needs', 'isUrgent', 'mutedUntil'),
  ...differing,
});

const asking = (differing: Partial<Asking> = {}): Asking => ({
  subscriptions: [watch()],
  digesting: [],
  ground: 'one-report',
  settings: { ...calmSettings('desk' as ChannelId), zone: 'UTC' },
  usage: { cardsThisHour: 0, pingsThisHour: 0, pingsToday: 0 },
  now: new Date('2026-03-02T12:00:00Z'),
  ...differing,
});

const daily = watch({ digest: { days: 'daily', at: '08:00' } });
const weekly = watch({ digest: { days: 'weekly', at: '08:00', weekday: 1 } });

describe('a first card', () => {
  test('is posted at once, and may call', () => {
    expect(whenToPost(asking())).toEqual({ kind: 'now', mayCall: true });
  });

  test.each([
    [{ cardsThisHour: 5, pingsThisHour: 1, pingsToday: 5 }, true],
    [{ cardsThisHour: 0, pingsThisHour: 2, pingsToday: 2 }, false],
    [{ cardsThisHour: 0, pingsThisHour: 0, pingsToday: 6 }, false],
  ])('with %o used calls: %s', (usage, mayCall) => {
    expect(whenToPost(asking({ usage }))).toEqual({ kind: 'now', mayCall });
  });

  test('over the budget goes into a list, or into the next digest', () => {
    const usage = { cardsThisHour: 6, pingsThisHour: 0, pingsToday: 0 };
    expect(whenToPost(asking({ usage }))).toEqual({
      kind: 'held',
      heldFor: 'list',
      until: new Date('2026-03-02T13:00:00Z'),
    });
    expect(whenToPost(asking({ usage, digesting: [weekly, daily] }))).toMatchObject({
      heldFor: 'digest',
      until: new Date('2026-03-03T08:00:00Z'),
    });
    const paused = { ...daily, isPaused: true };
    expect(whenToPost(asking({ usage, digesting: [paused] }))).toMatchObject({ heldFor: 'list' });
  });

  test('goes into the digest whose hour has come and that is not made yet', () => {
    const hour = new Date('2026-03-02T08:00:00Z');
    const come = { subscriptions: [daily], comeHours: new Map([[daily.id, hour]]) };
    expect(whenToPost(asking(come))).toEqual({ kind: 'held', heldFor: 'digest', until: hour });
  });

  test('of several digests goes into the next', () => {
    expect(whenToPost(asking({ subscriptions: [weekly, daily] }))).toMatchObject({
      heldFor: 'digest',
      until: new Date('2026-03-03T08:00:00Z'),
    });
  });

  test('waits by the loosest condition, and a paused watch has no say', () => {
    const strict = watch({ needs: 'own-text' });
    expect(whenToPost(asking({ subscriptions: [strict] }))).toMatchObject({ heldFor: 'condition' });
    expect(whenToPost(asking({ subscriptions: [strict, watch()] }))).toMatchObject({ kind: 'now' });
    const paused = watch({ isPaused: true });
    expect(whenToPost(asking({ subscriptions: [strict, paused] }))).toMatchObject({ heldFor: 'condition' });
    expect(whenToPost(asking({ subscriptions: [strict], ground: 'own-text' }))).toMatchObject({
      kind: 'now',
    });
  });

  test('is muted where all its watches are paused, or the story is muted', () => {
    expect(whenToPost(asking({ subscriptions: [watch({ isPaused: true })] })).kind).toBe('muted');
    const mute = {
      channel: 'desk',
      story: 'A',
      by: 'Ana',
      at: '2026-03-02T11:00:00Z',
    } as never as NonNullable<Asking['mute']>;
    expect(whenToPost(asking({ mute }))).toEqual({ kind: 'muted', reason: 'muted by Ana' });
    expect(whenToPost(asking({ mute: { ...mute, until: '2026-03-02T12:00:00Z' } })).kind).toBe('now');
  });

  test('that only a digest watch calls urgent does not pass quiet hours', () => {
    const settings = { ...asking().settings, quiet: { from: '11:00', to: '13:00' } };
    const urgent = { ...daily, isUrgent: true } as const;
    const asked = { settings, ground: 'two-origins' } as const;
    expect(whenToPost(asking({ ...asked, subscriptions: [watch(), urgent] }))).toMatchObject({
      heldFor: 'quiet',
    });
    expect(whenToPost(asking({ ...asked, subscriptions: [watch({ isUrgent: true })] }))).toMatchObject({
      kind: 'now',
    });
  });
});
