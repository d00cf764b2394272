import { expect, test } from 'vitest';
import { dashboardWith, type Looking } from '#command/watch/dashboard.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';

/** Somebody who manages every channel, unless told otherwise. */
const looking = (told: Partial<Looking> = {}): Looking => ({
  workspace: {
    id: channel.workspace,
    platform: 'terminal',
    name: 'Newsroom',
    languages: ['en'],
    zone: 'UTC',
  },
  who: 'Ana',
  mayChange: true,
  standing: () => Promise.resolve('manages'),
  ...told,
});

async function aWatchingDesk() {
  const at = await aDesk();
  await at.run(watchAdd, { topic: 'Iran', digest: '08:00' });
  await at.run(watchAdd, { topic: 'Ukraine' });
  await at.run(watchPause, { topic: 'Ukraine' });
  const show = dashboardWith(at.desk);
  return {
    at,
    labels: async (told: Partial<Looking> = {}) => {
      const { channels } = await show(looking(told));
      return channels.flatMap(({ rows }) => rows.map(({ actions }) => actions.map(({ label }) => label)));
    },
    text: async (told: Partial<Looking> = {}) => JSON.stringify(await show(looking(told))),
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  };
}

test('each topic can be paused or resumed, changed and removed, and its next digest is told', async () => {
  await using at = await aWatchingDesk();
  expect(await at.labels()).toEqual([
    ['Pause', 'Change', 'Remove'],
    ['Resume', 'Change', 'Remove'],
  ]);
  expect(await at.text()).toContain('Next digest: ');
  expect(await at.text({ language: 'fr' })).toContain('Prochaine synthèse : ');
});

test.each(['sees', 'takes-part'] as const)(
  'who manages elsewhere and not in this channel has no buttons: %s',
  async (standing) => {
    await using at = await aWatchingDesk();
    expect(await at.labels({ standing: () => Promise.resolve(standing) })).toEqual([[], []]);
  },
);

test('the page that begins behind some topics goes on there, and leads back', async () => {
  await using at = await aWatchingDesk();
  const show = dashboardWith(at.at.desk);
  const { lines, channels, turns } = await show(looking({ from: { channel: channel.id, skip: 1 } }));
  expect(lines).toEqual([]);
  expect(JSON.stringify(channels)).not.toContain('Iran');
  expect(channels.map(({ rows }) => rows.length)).toEqual([1]);
  expect(turns).toEqual([{ label: 'From the beginning' }]);
});

test('the page of a channel that watches no more is the first', async () => {
  await using at = await aWatchingDesk();
  const gone = 'gone' as ChannelId;
  expect(await at.text({ from: { channel: gone, skip: 9 } })).toMatch(/Iran[^]*Ukraine/);
});

test('a channel that somebody does not see is neither named nor counted', async () => {
  await using at = await aWatchingDesk();
  const text = await at.text({ standing: () => Promise.resolve('sees-not') });
  expect(text).not.toMatch(/Iran|Ukraine|"rows"/);
  expect(text).toContain('No channel that you see watches anything yet.');
});

test('where only those who manage may look, others are told what Readout is, and no more', async () => {
  await using at = await aWatchingDesk();
  await at.at.desk.ledger.workspaces.savePolicy(channel.workspace, { looking: 'managers', managers: ['S1'] });
  expect(await at.text({ mayChange: false })).not.toContain('Iran');
  expect(await at.text({ mayChange: false, groups: ['S1'] })).toContain('Iran');
});
