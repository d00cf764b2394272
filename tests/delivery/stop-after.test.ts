import { describe, expect, test } from 'vitest';
import type { EditOutcome, MessageId, Refusal } from '#channel/messenger.ts';
import type { Stop } from '#delivery/stop.ts';
import { stopAfter } from '#delivery/stop-after.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { after, desk, NOON } from './owed.ts';

const moment = { now: NOON, random: 0.5 };
const refused = (reason: Refusal): EditOutcome => ({ kind: 'refused', reason, detail: 'so it says' });
const answer = (outcome: EditOutcome, standing: readonly Stop[] = [], isEdit = false) =>
  stopAfter({ channel: desk, outcome, isEdit }, standing, moment);
const stopped: Stop = {
  channel: desk.id,
  kind: 'refused',
  since: after(-HOUR_MS).toISOString(),
  until: NOON.toISOString(),
  refusals: 1,
  reason: 'not-in-channel: not invited',
};

describe('a refusal', () => {
  test.each(['not-in-channel', 'not-allowed', 'channel-gone'] as const)(
    'for the reason %s stops its channel for five minutes',
    (reason) => {
      expect(answer(refused(reason))).toEqual({
        kind: 'stopped',
        stop: {
          channel: desk.id,
          kind: 'refused',
          since: NOON.toISOString(),
          until: after(5 * MINUTE_MS).toISOString(),
          refusals: 1,
          reason: `${reason}: so it says`,
        },
      });
    },
  );

  test('that follows another stops it for longer, since the first', () => {
    expect(answer(refused('not-in-channel'), [stopped])).toMatchObject({
      stop: { since: stopped.since, refusals: 2, until: after(30 * MINUTE_MS).toISOString() },
    });
  });

  test('of the token stops the whole platform for an hour', () => {
    expect(answer(refused('not-authorised'))).toMatchObject({
      stop: { platform: 'terminal', until: after(HOUR_MS).toISOString() },
    });
  });

  test('of one message says that the channel takes others', () => {
    expect(answer(refused('invalid'))).toEqual({ kind: 'none' });
    expect(answer(refused('invalid'), [stopped])).toEqual({ kind: 'over', stops: [stopped] });
  });
});

describe('a wish to wait', () => {
  const wait = { kind: 'later', retryAfterMs: 7 * SECOND_MS, detail: 'ratelimited' } as const;

  test('holds for its channel, until then', () => {
    expect(answer(wait)).toMatchObject({
      stop: { channel: desk.id, kind: 'busy', until: after(7 * SECOND_MS).toISOString(), refusals: 0 },
    });
  });

  test('about everything holds for the platform, after an edit too', () => {
    expect(answer({ ...wait, isEverywhere: true }, [], true)).toMatchObject({
      stop: { platform: 'terminal', kind: 'busy' },
    });
  });

  test('about an edit holds no new card up', () => {
    expect(answer(wait, [], true)).toEqual({ kind: 'none' });
  });

  test('does not make a channel forget that it refused', () => {
    expect(answer(wait, [stopped])).toMatchObject({
      stop: { ...stopped, until: after(7 * SECOND_MS).toISOString() },
    });
  });
});

describe('what arrives', () => {
  const sent = { kind: 'sent', message: 'm' as MessageId } as const;

  test.each([sent, { kind: 'message-gone' }, { kind: 'window-closed', detail: 'too old' }] as const)(
    'ends the stop: $kind',
    (outcome) => {
      expect(answer(outcome, [stopped])).toEqual({ kind: 'over', stops: [stopped] });
    },
  );

  test('from before a wish to wait leaves that standing', () => {
    const busy: Stop = { ...stopped, kind: 'busy', until: after(SECOND_MS).toISOString() };
    expect(answer(sent, [busy])).toEqual({ kind: 'none' });
  });

  test('perhaps, and a failure that names no wait, change nothing', () => {
    expect(answer({ kind: 'unknown', detail: 'no answer' }, [stopped])).toEqual({ kind: 'none' });
    expect(answer({ kind: 'later', detail: '503' }, [stopped])).toEqual({ kind: 'none' });
  });
});
