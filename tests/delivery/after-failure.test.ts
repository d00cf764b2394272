import { describe, expect, test } from 'vitest';
import { afterFailure, type SendFailure } from '#delivery/after-failure.ts';
import { after, aPost, NOON } from './owed.ts';

const MINUTE_MS = 60_000;
const moment = { now: NOON, random: 0.5 };
const gone: SendFailure = { kind: 'refused', reason: 'channel-gone', detail: 'Unknown Channel' };
const neverMore: SendFailure = { kind: 'later', detail: 'answered 503' };

describe('what is refused for good', () => {
  test('is given up where it cannot have arrived before', () => {
    expect(afterFailure(aPost({ state: 'pending' }), gone, moment)).toMatchObject({ state: 'dead' });
  });

  test.each([
    ['its channel is gone', { attempts: 1 }, gone],
    ['it was tried for the last time', { attempts: 8 }, neverMore],
  ] as const)(
    'is looked for first, once no key holds, where it may have arrived before: %s',
    (_, tried, failure) => {
      const firstSentAt = after(-MINUTE_MS).toISOString();
      const row = aPost({ state: 'unknown', firstSentAt, ...tried });
      expect(afterFailure(row, failure, moment)).toMatchObject({
        state: 'unknown',
        firstSentAt,
        dueAt: after(5 * MINUTE_MS).toISOString(),
      });
    },
  );
});
