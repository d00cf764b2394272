import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { afterFailedSearch, afterNoAttempt, afterSearch } from '#delivery/after-failure.ts';
import { afterCreating, afterEditing } from '#delivery/after-sending.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { after, aPost, NOON } from './owed.ts';

const moment = { now: NOON, random: 0.5 };
const m1 = 'm1' as MessageId;
const sending = aPost({
  state: 'sending',
  firstSentAt: NOON.toISOString(),
  leaseUntil: after(60 * SECOND_MS).toISOString(),
});
const editing = { ...sending, message: m1, shown: 1, wanted: 2, postedAt: NOON.toISOString() };

describe('a card that was created', () => {
  test('stands with its message', () => {
    expect(afterCreating(sending, 1, { kind: 'sent', message: m1 }, moment)).toMatchObject({
      state: 'sent',
      shown: 1,
      message: m1,
      postedAt: NOON.toISOString(),
      leaseUntil: undefined,
      firstSentAt: undefined,
    });
  });

  test('is still to be edited when it changed on the way', () => {
    const changed = { ...sending, wanted: 2, dueAt: after(10 * SECOND_MS).toISOString() };
    expect(afterCreating(changed, 1, { kind: 'sent', message: m1 }, moment)).toMatchObject({
      state: 'pending',
      shown: 1,
      dueAt: changed.dueAt,
    });
  });
});

describe('a card that was not created', () => {
  test('is tried again when the platform says', () => {
    const row = afterCreating(
      sending,
      1,
      { kind: 'later', retryAfterMs: 7_000, detail: 'slow down' },
      moment,
    );
    expect(row).toMatchObject({ state: 'pending', attempts: 1, firstSentAt: undefined });
    expect(row.dueAt).toBe(after(7_000).toISOString());
  });

  test('is dead after the last try, and says why', () => {
    const row = afterCreating(
      { ...sending, attempts: 8 },
      1,
      { kind: 'later', detail: 'answered 503' },
      moment,
    );
    expect(row).toMatchObject({ state: 'dead', reason: 'tried 9 times: answered 503' });
  });

  test('is dead at once when the channel refuses it', () => {
    const row = afterCreating(
      sending,
      1,
      { kind: 'refused', reason: 'not-allowed', detail: 'no right to send' },
      moment,
    );
    expect(row).toMatchObject({ state: 'dead', reason: 'not-allowed: no right to send' });
  });

  test('is looked for when nobody knows whether it arrived, once the platform can tell', () => {
    const row = afterCreating(sending, 1, { kind: 'unknown', detail: 'the connection broke' }, moment);
    expect(row).toMatchObject({ state: 'unknown', firstSentAt: sending.firstSentAt });
    expect(row.dueAt).toBe(after(30 * SECOND_MS).toISOString());
  });
});

describe('a card that was looked for', () => {
  test('is sent when it is absent', () => {
    expect(afterSearch(sending, { kind: 'absent' }, moment)).toMatchObject({
      state: 'pending',
      firstSentAt: undefined,
    });
  });

  test('is left to people when nobody can know', () => {
    expect(afterSearch(sending, { kind: 'cannot-know', detail: 'no right to read' }, moment)).toMatchObject({
      state: 'uncertain',
      reason: 'no right to read',
    });
  });

  test('stays unknown while looking fails, and is uncertain in the end', () => {
    expect(afterFailedSearch(sending, 'timeout', moment).state).toBe('unknown');
    expect(afterFailedSearch({ ...sending, attempts: 8 }, 'timeout', moment).state).toBe('uncertain');
  });

  test('is never taken for unsent because its platform is not set up', () => {
    expect(afterNoAttempt(sending, true, 'not set up', moment).state).toBe('unknown');
    expect(afterNoAttempt(sending, false, 'not set up', moment).state).toBe('pending');
  });
});

describe('an edit', () => {
  test('that may have arrived is made again', () => {
    expect(afterEditing(editing, 2, { kind: 'unknown', detail: 'timeout' }, moment)).toMatchObject({
      state: 'pending',
      shown: 1,
      message: m1,
    });
  });

  test('given up leaves the card as it stands, so that newer news may try again', () => {
    const row = afterEditing({ ...editing, attempts: 8 }, 2, { kind: 'later', detail: '503' }, moment);
    expect(row).toMatchObject({ state: 'expired', shown: 1, message: m1 });
  });

  test('of a card that a person deleted ends the post', () => {
    expect(afterEditing(editing, 2, { kind: 'message-gone' }, moment).state).toBe('cancelled');
  });

  test('that the platform takes no more leaves the card where it was', () => {
    const row = afterEditing(editing, 2, { kind: 'window-closed', detail: 'too old' }, moment);
    expect(row).toMatchObject({ state: 'sent', shown: 1, wanted: 2, reason: 'too old' });
  });

  test('never takes a card back to an older revision', () => {
    expect(
      afterEditing({ ...editing, shown: 3, wanted: 3 }, 2, { kind: 'sent', message: m1 }, moment).shown,
    ).toBe(3);
  });
});
