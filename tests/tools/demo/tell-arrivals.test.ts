import { expect, test } from 'vitest';
import type { Look, SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { arrivalTeller } from '#tools/demo/tell-arrivals.ts';

/** Tells arrivals on a platform on which the messages stand, one look after the other. */
function tellerOf(...looks: readonly Look['messages'][]): () => Promise<readonly string[]> {
  const left = [...looks];
  const platform: SimulatedPlatform = {
    platform: 'slack',
    name: 'Slack',
    settings: {},
    setClock: async () => {},
    watch: async () => '',
    look: async () => ({ messages: left.shift() ?? [], violations: [] }),
  };
  return arrivalTeller([platform]);
}

test('each form of a card is told once, an edit by the first line that is new', async () => {
  const first = 'Two ministers met\nREPORTED';
  const told = tellerOf(
    [{ id: '1', said: [first] }],
    [{ id: '1', said: [first, 'Two ministers met\nBOTH SIDES HAVE SPOKEN'] }],
    [{ id: '1', said: [first, 'Two ministers met\nBOTH SIDES HAVE SPOKEN'] }],
  );
  expect(await told()).toEqual(['  Slack #desk · card 1 posted · Two ministers met']);
  expect(await told()).toEqual(['  Slack #desk · card 1 edited, revision 2 · BOTH SIDES HAVE SPOKEN']);
  expect(await told()).toEqual([]);
});

test('an edit that only took lines away says so', async () => {
  const told = tellerOf([{ id: '1', said: ['Two ministers met\nAnd a third', 'Two ministers met'] }]);
  expect((await told())[1]).toBe('  Slack #desk · card 1 edited, revision 2 · (lines were taken away)');
});

test('a pointer is told with the card that it answers', async () => {
  const told = tellerOf([{ id: '2', answers: '1', said: ['Syldavia has spoken'] }]);
  expect(await told()).toEqual(['  Slack #desk · pointer 2 on card 1 · Syldavia has spoken']);
});
