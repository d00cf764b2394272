import { expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { holdLease } from '#compose/hold-lease.ts';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { silentLog } from '#kernel/log.ts';
import { LeaseLost, type Tenure } from '#ledger.ts';

const START = new Date('2026-03-01T09:00:00.000Z');

/** A process that has taken the lease of an empty database, with a clock that is moved by hand. */
async function aHolder() {
  const database = await openSqliteLedger({ file: ':memory:' });
  const clock = { now: START };
  const errors: string[] = [];
  const hold = holdLease(
    { holder: 'a', signal: new AbortController().signal, onWaiting: () => {} },
    () => clock.now,
    { ...silentLog, error: (event) => void errors.push(event) },
  );
  await hold.claim.take(database.lease);
  return {
    lease: database.lease,
    hold,
    errors,
    sleep: (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms)),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('a machine that wakes up after the lease ran out renews it before it does anything', async () => {
  await using holder = await aHolder();
  const { hold, lease, sleep, errors } = holder;
  sleep(90 * MINUTE_MS);
  let seen: Tenure | undefined;
  await hold.whileHeld(async () => {
    seen = await lease.current();
  })();
  expect(seen).toEqual({ holder: 'a', until: new Date(START.getTime() + 91 * MINUTE_MS) });
  expect(errors).toEqual([]);
});

test('one that wakes up when another has taken over does nothing more, and the loss is logged once', async () => {
  await using holder = await aHolder();
  const { hold, lease, sleep, errors } = holder;
  sleep(2 * MINUTE_MS);
  await lease.take('b', new Date(START.getTime() + 2 * MINUTE_MS), MINUTE_MS);
  const done: string[] = [];
  const beat = hold.whileHeld(async () => void done.push('beat'));
  await beat();
  await beat();
  await hold.renew();
  await hold.lost;
  expect(done).toEqual([]);
  expect(errors).toEqual(['lease.lost']);
});

test('what fails because of the loss is not logged as a fault, everything else is', async () => {
  await using holder = await aHolder();
  holder.hold.log.error('article.unread', {}, new LeaseLost('a'));
  expect(holder.errors).toEqual([]);
  holder.hold.log.error('article.unread', {}, new Error('the road is blocked'));
  expect(holder.errors).toEqual(['article.unread']);
});

test('whoever waits is told who works and until when', async () => {
  await using holder = await aHolder();
  const asked = new AbortController();
  const told: (Tenure | undefined)[] = [];
  const waiting = holdLease(
    {
      holder: 'b',
      signal: asked.signal,
      onWaiting(other) {
        told.push(other);
        asked.abort();
      },
    },
    () => new Date(START.getTime() + 30 * SECOND_MS),
    silentLog,
  );
  await expect(waiting.claim.take(holder.lease)).rejects.toThrow('aborted');
  expect(told).toEqual([{ holder: 'a', until: new Date(START.getTime() + MINUTE_MS) }]);
});
