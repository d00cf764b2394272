import { expect, test } from 'vitest';
import type { Change } from '#card/change.ts';
import type { MessageId } from '#channel/messenger.ts';
import { planPointers } from '#delivery/plan-pointers.ts';
import { aPost, desk, NOON } from './owed.ts';

const changes: readonly Change[] = [
  { key: 'side-spoke:syldavia', kind: 'side-spoke', line: [{ kind: 'text', text: 'Syldavia has spoken.' }] },
  { key: 'denied:a1', kind: 'denied', line: [{ kind: 'text', text: 'DENIED by Ruritania.' }] },
];
const seen = aPost({ state: 'sent', shown: 1, message: 'm1' as MessageId });

test('owes one line for each change of a card that people have seen', () => {
  const pointers = planPointers(seen, { channel: desk, changes, now: NOON });
  expect(pointers.map(({ change, state }) => [change, state])).toEqual([
    ['side-spoke:syldavia', 'pending'],
    ['denied:a1', 'pending'],
  ]);
  expect(new Set(pointers.map(({ key }) => key)).size).toBe(2);
});

test('gives the same change the same key, so that it is said once', () => {
  const again = planPointers(seen, { channel: desk, changes, now: new Date('2026-03-03T00:00:00Z') });
  expect(again.map(({ key }) => key)).toEqual(
    planPointers(seen, { channel: desk, changes, now: NOON }).map(({ key }) => key),
  );
});

test('owes none for a card that nobody has seen, or that a person deleted', () => {
  expect(planPointers(undefined, { channel: desk, changes, now: NOON })).toEqual([]);
  expect(planPointers(aPost(), { channel: desk, changes, now: NOON })).toEqual([]);
  expect(planPointers({ ...seen, state: 'cancelled' }, { channel: desk, changes, now: NOON })).toEqual([]);
});

test('owes only what takes back for a card that stands, but whose edit a person dropped', () => {
  const given = planPointers(
    { ...seen, state: 'dead', reason: 'dropped by Ana' },
    { channel: desk, changes, now: NOON },
  );
  expect(given.map(({ change }) => change)).toEqual(['denied:a1']);
});

test('owes them for a card that may be arriving this moment', () => {
  expect(planPointers(aPost({ state: 'unknown' }), { channel: desk, changes, now: NOON })).toHaveLength(2);
});

test('calls those whom the claim called only when it is taken back', () => {
  const pointers = planPointers({ ...seen, mention: '@night-desk' }, { channel: desk, changes, now: NOON });
  expect(pointers.map(({ change, mention }) => [change, mention])).toEqual([
    ['side-spoke:syldavia', undefined],
    ['denied:a1', '@night-desk'],
  ]);
});
