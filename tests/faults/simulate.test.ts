import { expect, test } from 'vitest';
import type { Ledger } from '#ledger.ts';
import { simulateDeliveries } from './simulation/simulate-deliveries.ts';
import { isClean, NOTHING_SEEN, plus, type Tally } from './tally.ts';

/** `npm run -s faults -- simulate --seeds 5000` tries more worlds. */
const FIRST_SEED = Number(process.env['READOUT_SEED'] ?? 1);
const SEEDS = 8;
const LONG_MS = 900_000;

async function sumOf(control?: (ledger: Ledger) => Ledger): Promise<Tally> {
  let sum = NOTHING_SEEN;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    sum = plus(sum, await simulateDeliveries(seed, control));
  }
  return sum;
}

/** As if a claim that ran out were as good as new: nothing is looked for before it is sent again. */
const forgetful = (ledger: Ledger): Ledger => ({
  ...ledger,
  deliveries: {
    ...ledger.deliveries,
    claimPosts: async (...asked) =>
      (await ledger.deliveries.claimPosts(...asked)).map((post) => ({ ...post, state: 'pending' as const })),
  },
});

/** As if nobody had muted anything. */
const deaf = (ledger: Ledger): Ledger => ({
  ...ledger,
  transaction: (work) =>
    ledger.transaction((stores) =>
      work({
        ...stores,
        subscriptions: { ...stores.subscriptions, findMute: () => Promise.resolve(undefined) },
      }),
    ),
});

test('D03 D04 D05 D06 D07 D14 O09 O13 deaths, lost answers, late ones and wrong clocks lose nothing and double nothing, in any world', {
  timeout: LONG_MS,
}, async () => {
  const tally = await sumOf();
  expect(tally.articles).toBeGreaterThan(10 * SEEDS);
  expect(tally).toEqual({ ...tally, posted: tally.articles, lost: 0, doubled: 0, uncertain: 0 });
});

test('the same seed makes the same world', { timeout: LONG_MS }, async () => {
  expect(await simulateDeliveries(FIRST_SEED)).toEqual(await simulateDeliveries(FIRST_SEED));
});

test('a delivery that sends again what it does not look for is caught', { timeout: LONG_MS }, async () => {
  const tally = await sumOf(forgetful);
  expect(tally.doubled).toBeGreaterThan(0);
  expect(isClean(tally)).toBe(false);
});

test('a delivery that tells of a story that was muted is caught', { timeout: LONG_MS }, async () => {
  expect((await sumOf(deaf)).doubled).toBeGreaterThan(0);
});
