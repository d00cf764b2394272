import { describe, expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { Suggested } from '#command/command.ts';
import type { Suggesting } from '#command/inbound.ts';
import { suggestWith } from '#command/suggest.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { ownFeedAt } from '#feed/own-feed.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { desk as here } from '../delivery/owed.ts';
import { aDesk } from './a-desk.ts';

const STARTERS = ['Macron Putin call', 'Iran IAEA inspection'];

/** Watches one topic here, one in another channel of this workspace, and one in another workspace. */
async function aWatchingWorld() {
  const at = await aDesk();
  const { desk } = at;
  const workspace = (await desk.ledger.workspaces.find(here.workspace)) as Workspace;
  const other: Workspace = { ...workspace, id: 'other' as WorkspaceId };
  const night: ChannelRef = { ...here, id: 'night' as ChannelId, name: '#night' };
  const abroad: ChannelRef = { ...here, id: 'abroad' as ChannelId, workspace: other.id };
  await desk.ledger.workspaces.save(other);
  for (const channel of [night, abroad]) await desk.ledger.workspaces.saveChannel(channel);
  const watch = (channel: ChannelRef, topic: string) =>
    watchAdd.run({ channel, who: 'Ana', options: { topic } }, desk);
  await watch(here, 'Ukraine truce');
  await watch(night, 'Élysée secret');
  await watch(abroad, 'Ukraine secret');

  const suggest = suggestWith({ desk, starters: STARTERS, log: silentLog });
  return {
    desk,
    watch: (topic: string) => watch(here, topic),
    suggest: async (wanted: Suggested, begun: string, asker: Partial<Suggesting> = {}) => {
      const asking = { workspace, channel: here, who: 'Ana', mayChange: true, wanted, begun, ...asker };
      return (await suggest(asking)).map(({ value }) => value);
    },
    offer: (wanted: Suggested, begun: string) =>
      suggest({ workspace, channel: here, who: 'Ana', mayChange: true, wanted, begun }),
    report: at.report,
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  };
}

describe('topics are suggested', () => {
  test('for a watch to add: those of this channel and the starters, none of another channel', async () => {
    await using world = await aWatchingWorld();
    expect(await world.suggest('topics', '')).toEqual(['Ukraine truce', ...STARTERS]);
    expect(await world.suggest('topics', 'ukr')).toEqual(['Ukraine truce']);
  });

  test('to whoever may not look: the starters alone', async () => {
    await using world = await aWatchingWorld();
    const { ledger } = world.desk;
    await ledger.workspaces.savePolicy(here.workspace, { looking: 'managers', managers: ['editors'] });
    expect(await world.suggest('topics', '', { mayChange: false })).toEqual(STARTERS);
    expect(await world.suggest('stories', '', { mayChange: false })).toEqual([]);
    const editor = { mayChange: false, groups: ['editors'] };
    expect(await world.suggest('watches', '', editor)).toEqual(['Ukraine truce']);
  });

  test('for a watch to remove: only those of this channel', async () => {
    await using world = await aWatchingWorld();
    expect(await world.suggest('watches', '')).toEqual(['Ukraine truce']);
  });

  test('by what they begin with first, whatever the case and accents', async () => {
    await using world = await aWatchingWorld();
    await world.watch('Élysée Iran');
    expect(await world.suggest('topics', 'iran')).toEqual(['Iran IAEA inspection', 'Élysée Iran']);
    expect(await world.suggest('topics', 'elysee')).toEqual(['Élysée Iran']);
  });

  test('25 at most', async () => {
    await using world = await aWatchingWorld();
    for (let number = 1; number <= 30; number += 1) await world.watch(`Iran "round ${number}"`);
    expect(await world.suggest('watches', 'iran')).toHaveLength(25);
  });

  test('not at all when the database fails', async () => {
    await using world = await aWatchingWorld();
    const logged: string[] = [];
    const subscriptions = {
      ...world.desk.ledger.subscriptions,
      listByChannel: () => Promise.reject(new Error('locked')),
    };
    const broken = suggestWith({
      desk: { ...world.desk, ledger: { ...world.desk.ledger, subscriptions } },
      starters: STARTERS,
      log: { ...silentLog, error: (event) => void logged.push(event) },
    });
    const workspace = (await world.desk.ledger.workspaces.find(here.workspace)) as Workspace;
    const asking = { workspace, channel: here, who: 'Ana', begun: '' };
    expect(await broken({ ...asking, wanted: 'topics' })).toEqual([]);
    expect(logged).toEqual(['suggest.failed']);
  });
});

test('feeds are suggested for one to remove: those of this workspace, by name', async () => {
  await using world = await aWatchingWorld();
  const added = { addedAt: '2026-03-02T12:00:00.000Z', addedBy: 'Ana' };
  const { ownFeeds } = world.desk.ledger;
  const [mine, theirs] = ['https://news.example/f', 'https://secret.example/f'];
  await ownFeeds.save(ownFeedAt({ ...added, workspace: here.workspace, url: mine, name: 'Harbour News' }));
  await ownFeeds.save(
    ownFeedAt({ ...added, workspace: 'other' as WorkspaceId, url: theirs, name: 'Secret' }),
  );
  expect(await world.suggest('own-feeds', '')).toEqual(['Harbour News']);
});

test('stories are suggested by their headlines, and given by their short names', async () => {
  await using world = await aWatchingWorld();
  const name = await world.report('Ruritania and Syldavia sign a treaty');
  await world.report('Borduria holds an election');
  expect(await world.offer('stories', 'ruritania')).toEqual([
    { value: name, label: `${name} · Ruritania and Syldavia sign a treaty` },
  ]);
});

test('outlets are suggested by their names', async () => {
  await using world = await aWatchingWorld();
  expect(await world.suggest('outlets', 'world')).toEqual(['World Wire']);
});
