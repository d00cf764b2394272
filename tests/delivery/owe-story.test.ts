import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import type { Post } from '#delivery/delivery.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';
import { oweStory } from '#delivery/owe-story.ts';
import type { Owing } from '#delivery/weigh-channels.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import type { TopicId } from '#topic/topic.ts';
import { livingStory, workspace } from '../contracts/sample-records.ts';
import { aChannel, denial } from './a-channel.ts';
import { aCard, after, aPost, desk, NOON, talks } from './owed.ts';

test('when two stories turn out to be one, the younger card becomes one line that says where it went', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readout-merge-'));
  await using database = await openSqliteLedger({ file: join(folder, 'a.sqlite') });
  const { ledger } = database;
  await ledger.workspaces.save(workspace({ id: desk.workspace }));
  await ledger.workspaces.saveChannel(desk);
  const younger = 'story-of-the-younger' as StoryId;
  const shown = { state: 'sent', shown: 1, message: 'm' as never, postedAt: NOON.toISOString() } as const;
  await ledger.deliveries.savePost(aPost(shown));
  await ledger.deliveries.savePost({ ...aPost(shown), key: 'younger' as never, story: younger });

  const older = livingStory({ id: talks, shortName: 'R-7K2Q' });
  const told = { story: older, merged: [livingStory({ id: younger })] } as unknown as ToldStory;
  const card = aCard({ headline: 'Both are one' });
  const owing = {
    channel: desk,
    card,
    changes: [],
    subscriptions: [],
    joining: [],
    silent: [],
    isOver: false,
  } as unknown as Owing;
  await ledger.transaction((stores) => oweStory(owing, told, stores, after(1_000)));

  const pointed = await ledger.deliveries.findPost(desk.id, younger);
  expect(pointed).toMatchObject({ wanted: 2, state: 'pending' });
  expect(pointed?.card.status).toEqual([{ kind: 'text', text: 'NOW PART OF ▸ R-7K2Q' }]);
  expect(pointed?.card.summary).toEqual([]);
  expect((await ledger.deliveries.findPost(desk.id, talks))?.card.headline).toBe('Both are one');
  await rm(folder, { recursive: true, force: true });
});

describe('a story that becomes part of an older one, of which nothing stands in the channel,', () => {
  type Unwanted = (channel: Awaited<ReturnType<typeof aChannel>>, post: Post) => Promise<unknown>;
  const unwanted: readonly (readonly [string, Unwanted])[] = [
    [
      'removed',
      ({ ledger, clock }, post) => ledger.transaction((stores) => oweRemoval(post, 'Ana', stores, clock.now)),
    ],
    ['deleted by people', ({ ledger }, post) => ledger.deliveries.savePost({ ...post, state: 'cancelled' })],
    [
      'muted',
      ({ ledger, clock }, { channel, story }) =>
        ledger.subscriptions.saveMute({ channel, story, by: 'Ana', at: clock.now.toISOString() }),
    ],
  ];

  test.each(unwanted)('does not come back with it once it was %s', async (_, refuse) => {
    await using channel = await aChannel();
    await channel.watch('talks');
    await channel.news({ story: 'S2', matching: ['talks'] });
    await channel.beat();
    await refuse(channel, (await channel.ledger.deliveries.findPost(desk.id, 'S2' as StoryId))!);
    await channel.at('2026-03-02T11:05:00Z');
    await channel.news({ story: 'S1', merging: ['S2'], matching: ['talks'] });
    await channel.at('2026-03-02T11:10:00Z');
    await channel.news({ story: 'S1', card: { headline: 'More of both' } });
    await channel.at('2026-03-02T11:20:00Z');
    expect(channel.log.filter((line) => line.startsWith('#'))).toEqual(['#desk News of S2']);
    expect(await channel.account()).toEqual({ muted: 1 });
  });
});

/** What a channel is owed in which nobody watches any more. */
const owingOf = (more: Partial<Owing>) =>
  ({
    channel: desk,
    card: aCard({ headline: 'More of it' }),
    changes: [{ key: 'more', kind: 'side-spoke', line: [] }],
    subscriptions: [],
    joining: [],
    silent: [],
    isOver: false,
    ...more,
  }) as unknown as Owing;

describe('a card that is kept up for a watch that moved away', () => {
  const standing = { state: 'sent', shown: 1, message: 'm' as never, postedAt: NOON.toISOString() } as const;
  const moved = { topic: 'talks' as TopicId, name: 'talks' };

  async function withCard() {
    const database = await openSqliteLedger({ file: ':memory:' });
    const { workspaces, deliveries } = database.ledger;
    await workspaces.save(workspace({ id: desk.workspace }));
    await workspaces.saveChannel(desk);
    await deliveries.savePost(aPost({ ...standing, keptFor: [moved] }));
    return database;
  }
  test.each([
    ['lines', moved, ['more']],
    ['no lines', { ...moved, isWithoutLines: true as const }, []],
  ])('has %s where that watch wanted them', async (_, kept, said) => {
    await using database = await withCard();
    const told = { story: livingStory({ id: talks }), merged: [] } as unknown as ToldStory;
    await database.ledger.transaction((stores) =>
      oweStory(owingOf({ kept: [kept] }), told, stores, after(1_000)),
    );
    const lines = await database.ledger.deliveries.pointersOf(desk.id, talks);
    expect(lines.map(({ change }) => change)).toEqual(said);
  });

  test('brings no card of an older story that nobody wants there any more', async () => {
    await using database = await withCard();
    const { deliveries } = database.ledger;
    const older = livingStory({ id: 'older' as StoryId });
    const gone = { state: 'cancelled', reason: 'nobody watches for it any more' } as const;
    await deliveries.savePost({ ...aPost(gone), key: 'older' as never, story: older.id });
    const told = { story: older, merged: [livingStory({ id: talks })] } as unknown as ToldStory;
    await database.ledger.transaction((stores) => oweStory(owingOf({}), told, stores, after(1_000)));
    expect(await deliveries.findPost(desk.id, older.id)).toMatchObject(gone);
  });

  test('says which older story it became part of, of which nothing stands there', async () => {
    await using database = await withCard();
    const older = livingStory({ id: 'older' as StoryId, shortName: 'R-7K2Q' });
    const told = { story: older, merged: [livingStory({ id: talks })] } as unknown as ToldStory;
    await database.ledger.transaction((stores) => oweStory(owingOf({}), told, stores, after(1_000)));
    const { deliveries } = database.ledger;
    expect((await deliveries.findPost(desk.id, talks))?.card.status).toEqual([
      { kind: 'text', text: 'NOW PART OF ▸ R-7K2Q' },
    ]);
    expect(await deliveries.findPost(desk.id, older.id)).toBeUndefined();
  });
});

describe('a story without a card of its own that turns out to be part of another', () => {
  test('gets none that says so', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.ledger.subscriptions.saveMute({
      channel: 'desk' as ChannelId,
      story: 'B' as StoryId,
      by: 'Ana',
      at: '2026-03-02T11:00:00.000Z',
    });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.news({ story: 'B', matching: ['talks'] });
    await desk.beat();
    await desk.news({ story: 'A', merging: ['B'] });
    await desk.at('2026-03-02T12:00:00Z');
    expect(desk.log).toEqual(['#desk News of A']);
  });

  test('gets none where a digest told of it', async () => {
    await using desk = await aChannel();
    const digest = { days: 'daily', at: '13:00' } as const;
    await desk.watch('talks', { digest, digestSince: '2026-03-02T11:00:00.000Z' });
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.news({ story: 'B', matching: ['talks'] });
    await desk.beat();
    await desk.at('2026-03-02T12:00:00Z');
    const told = [...desk.log];
    await desk.news({ story: 'A', merging: ['B'] });
    await desk.at('2026-03-02T12:30:00Z');
    expect(desk.log).toEqual(told);
  });

  test('is posted when it is taken out again before anybody saw it', async () => {
    await using desk = await aChannel();
    await desk.watch('talks');
    await desk.news({ story: 'A', matching: ['talks'] });
    await desk.beat();
    await desk.news({ story: 'B', matching: ['talks'] });
    await desk.news({ story: 'A', merging: ['B'] });
    await desk.at('2026-03-02T11:10:00Z');
    expect(desk.log).toEqual(['#desk News of A']);
    await desk.news({ story: 'B', matching: ['talks'] });
    await desk.at('2026-03-02T11:20:00Z');
    expect(desk.log).toEqual(['#desk News of A', '#desk News of B']);
    expect(await desk.account()).toEqual({ posted: 2 });
  });
});

test('a story that is no longer muted stands where its card stands, for every watch that is awake', async () => {
  await using desk = await aChannel();
  await desk.watch('talks');
  await desk.watch('region');
  await desk.watch('crisis', { mutedUntil: '2026-03-09T00:00:00.000Z' });
  await desk.ledger.subscriptions.saveMute({
    channel: 'desk' as ChannelId,
    story: 'A' as StoryId,
    by: 'Ana',
    at: '2026-03-02T11:00:00.000Z',
    until: '2026-03-02T12:00:00.000Z',
  });
  await desk.news({ story: 'A', matching: ['talks', 'region', 'crisis'] });
  await desk.beat();
  expect(await desk.account()).toEqual({ muted: 3 });
  await desk.at('2026-03-02T12:00:00Z');
  await desk.news({ story: 'A', matching: ['talks'] });
  await desk.at('2026-03-02T12:00:10Z');
  expect(desk.log).toEqual(['#desk News of A']);
  expect(await desk.account()).toEqual({ posted: 2, muted: 1 });
});

test('a watch without lines is told in one only what takes something back', async () => {
  await using channel = await aChannel();
  await channel.watch('talks', { isWithoutLines: true });
  await channel.news({ story: 'R-1', matching: ['talks'] });
  await channel.beat();
  const spoke = {
    key: 'side-spoke',
    kind: 'side-spoke',
    line: [{ kind: 'text', text: 'Syldavia has spoken.' }],
  } as const;
  await channel.news({ story: 'R-1', matching: ['talks'], card: { plain: 'newer' }, changes: [spoke] });
  await channel.at('2026-03-02T11:05:00.000Z');
  expect(channel.log.filter((line) => line.startsWith('reply'))).toEqual([]);
  await channel.news({
    story: 'R-1',
    matching: ['talks'],
    card: { plain: 'denied' },
    changes: [denial('R-1')],
  });
  await channel.at('2026-03-02T11:10:00.000Z');
  expect(channel.log.filter((line) => line.startsWith('reply'))).toEqual(['reply DENIED by Norland: R-1.']);
});
