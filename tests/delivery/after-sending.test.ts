import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { afterFailedSearch, afterNoAttempt, afterSearch } from '#delivery/after-failure.ts';
import { afterCreating, afterEditing } from '#delivery/after-sending.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
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

test('a card whose first edit may still come is edited only when that can undo nothing any more', () => {
  const mayChange = { kind: 'sent', message: m1, isBare: true, mayChange: true } as const;
  expect(afterCreating(sending, 1, mayChange, moment)).toMatchObject({
    state: 'unknown',
    shown: 0,
    message: m1,
    dueAt: after(30 * SECOND_MS).toISOString(),
  });
});

describe('a card that was not created', () => {
  test('is tried again when the platform says, and uses up none of its tries', () => {
    const row = afterCreating(
      sending,
      1,
      { kind: 'later', retryAfterMs: 7_000, detail: 'slow down' },
      moment,
    );
    expect(row).toMatchObject({ state: 'pending', attempts: 0, firstSentAt: undefined });
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

  test.each(['not-allowed', 'not-in-channel', 'not-authorised'] as const)(
    'waits, and says for what, where people may mend it: %s',
    (reason) => {
      const row = afterCreating(sending, 1, { kind: 'refused', reason, detail: 'not yet' }, moment);
      expect(row).toMatchObject({ state: 'pending', reason: `${reason}: not yet`, firstSentAt: undefined });
      expect(row.dueAt).toBe(after(5 * MINUTE_MS + 10 * SECOND_MS).toISOString());
    },
  );

  test.each(['channel-gone', 'invalid'] as const)(
    'is dead at once where nobody can mend it: %s',
    (reason) => {
      const row = afterCreating(sending, 1, { kind: 'refused', reason, detail: 'never' }, moment);
      expect(row).toMatchObject({ state: 'dead', reason: `${reason}: never` });
    },
  );

  test('is not given up by a busy platform for having been refused often', () => {
    let row = sending;
    for (let time = 0; time < 20; time += 1)
      row = afterCreating(row, 1, { kind: 'refused', reason: 'not-allowed', detail: 'no' }, moment);
    expect(afterCreating(row, 1, { kind: 'later', detail: '503' }, moment).state).toBe('pending');
  });

  test('is looked for when nobody knows whether it arrived, once the platform can tell', () => {
    const row = afterCreating(sending, 1, { kind: 'unknown', detail: 'the connection broke' }, moment);
    expect(row).toMatchObject({ state: 'unknown', firstSentAt: sending.firstSentAt });
    expect(row.dueAt).toBe(after(30 * SECOND_MS).toISOString());
  });
});

describe('a card that was looked for', () => {
  test('is sent when it is absent', () => {
    expect(afterSearch(sending, { kind: 'absent' }, 'repeat', moment)).toMatchObject({
      state: 'pending',
      firstSentAt: undefined,
    });
  });

  const unknowable = { kind: 'cannot-know', detail: 'no right to read' } as const;

  test('is left to people when nobody can know, where the channel wants that', () => {
    expect(afterSearch(sending, unknowable, 'skip', moment)).toMatchObject({
      state: 'uncertain',
      reason: 'no right to read',
    });
  });

  test('is sent again when nobody can know, and says that it may stand twice', () => {
    expect(afterSearch(sending, unknowable, 'repeat', moment)).toMatchObject({
      state: 'pending',
      repeats: 1,
      firstSentAt: undefined,
      reason: 'sent again: no right to read',
    });
  });

  test('is sent again four times at most', () => {
    expect(afterSearch({ ...sending, repeats: 4 }, unknowable, 'repeat', moment).state).toBe('uncertain');
  });

  test('is looked for when the platform says, however often it asks to wait', () => {
    const busy = { kind: 'later', retryAfterMs: 60_000, detail: 'ratelimited' } as const;
    const row = afterSearch({ ...sending, attempts: 8 }, busy, 'repeat', moment);
    expect(row).toMatchObject({ state: 'unknown', attempts: 8, dueAt: after(60_000).toISOString() });
  });

  test('stays unknown while looking fails, and is uncertain in the end', () => {
    expect(afterFailedSearch(sending, 'timeout', moment).state).toBe('unknown');
    expect(afterFailedSearch({ ...sending, attempts: 8 }, 'timeout', moment).state).toBe('uncertain');
  });

  test('is never taken for unsent because its platform is not set up', () => {
    const wish = { detail: 'not set up', retryAfterMs: 30_000 };
    const found = { attempts: sending.attempts, dueAt: after(30_000).toISOString(), reason: 'not set up' };
    expect(afterNoAttempt(sending, true, wish, moment)).toMatchObject({ ...found, state: 'unknown' });
    expect(afterNoAttempt(sending, false, wish, moment)).toMatchObject({
      ...found,
      state: 'pending',
      firstSentAt: undefined,
    });
  });
});

describe('an edit', () => {
  test('that may have arrived is made again, once it can undo no later one', () => {
    expect(afterEditing(editing, 2, { kind: 'unknown', detail: 'timeout' }, moment)).toMatchObject({
      state: 'unknown',
      shown: 1,
      message: m1,
      dueAt: after(30 * SECOND_MS).toISOString(),
    });
  });

  test('given up leaves the card as it stands, so that newer news may try again', () => {
    const row = afterEditing({ ...editing, attempts: 8 }, 2, { kind: 'later', detail: '503' }, moment);
    expect(row).toMatchObject({ state: 'expired', shown: 1, message: m1 });
  });

  test('that is refused stays owed for three days, and ends without giving up the card', () => {
    const refused = { kind: 'refused', reason: 'not-in-channel', detail: 'not invited' } as const;
    const at = (ms: number) => afterEditing(editing, 2, refused, { now: after(ms), random: 0.5 });
    expect(at(71 * HOUR_MS)).toMatchObject({ state: 'pending', shown: 1, wanted: 2 });
    expect(at(73 * HOUR_MS)).toMatchObject({ state: 'expired', reason: 'not-in-channel: not invited' });
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
