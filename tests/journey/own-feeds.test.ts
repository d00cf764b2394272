import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { Story } from '#story/story.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const CALL_SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';
const WATCHED = 'Freedonia Sylvania call';
const TERMINAL = 'terminal' as WorkspaceId;

/** Another workspace; it is connected to nothing, so what it is owed stays owed. */
const elsewhere: ChannelRef = {
  id: 'elsewhere' as ChannelId,
  workspace: 'elsewhere' as WorkspaceId,
  platform: 'discord',
  address: '1',
  name: '#elsewhere',
};

/** Feeds that people add are read every hour; gives what is printed meanwhile. */
async function anHour(room: Newsroom): Promise<string> {
  const waited = await room.wait(60);
  return `${waited}${await room.round()}`;
}

/** Every feed has been visited once; the workspace elsewhere watches the same topic as the terminal. */
async function twoWorkspaces(): Promise<Newsroom> {
  const room = await aNewsroom();
  const { workspaces } = room.readout().ledger;
  const { workspace, platform } = elsewhere;
  await workspaces.save({ id: workspace, platform, name: 'Elsewhere', languages: ['en'], zone: 'UTC' });
  await workspaces.saveChannel(elsewhere);
  expect(await room.ask(`watch add ${WATCHED}`, elsewhere)).toMatchObject({ kind: 'done' });

  await room.round();
  return room;
}

/** The workspace elsewhere reads the feed “zembla”, which has told of the call. */
async function withTheirStory(): Promise<{ readonly room: Newsroom; readonly story: Story }> {
  const room = await twoWorkspaces();
  expect((await room.ask(`feed add ${room.stand.urlOf('zembla')}`, elsewhere)).kind).toBe('done');
  await room.round();
  room.stand.publish('zembla', 'z1', `${CALL}, a Zembla reader writes`, CALL_SUMMARY);
  expect(await anHour(room)).toBe('');
  const [story] = await storiesSeenBy(room, elsewhere.workspace);
  if (story === undefined) throw new Error('Their own feed gave no story.');
  return { room, story };
}

const storiesSeenBy = (room: Newsroom, seenBy: WorkspaceId): Promise<readonly Story[]> =>
  room.readout().ledger.stories.listRecent({ since: new Date(0), limit: 9, seenBy });

/** All that a person could see of a reply, and what its buttons say. */
const everythingIn = (reply: Reply): string => JSON.stringify(reply).toLowerCase();

describe('a feed of one workspace', () => {
  test('posts nothing of its first visit, then cards there, from an outlet that is unverified', async () => {
    await using room = await twoWorkspaces();
    room.stand.publish('zembla', 'old', `${CALL} in the morning`, CALL_SUMMARY);
    await room.type('feed', 'add', room.stand.urlOf('zembla'));
    expect(await room.round()).toBe('');
    expect(everythingIn(await room.ask(`news search ${WATCHED}`))).toContain('in the morning');

    room.stand.publish('zembla', 'z1', `${CALL} again, a Zembla reader writes`, CALL_SUMMARY);
    const printed = await anHour(room);
    expect(printed).toContain('also: [2] zembla');
    expect(printed).toContain('REPORTED, no verified origin');
    const [story] = await storiesSeenBy(room, TERMINAL);
    expect(story).toMatchObject({ workspace: 'terminal', account: { origins: [] } });
  });

  test('makes no side speak by what it says that one said', async () => {
    await using room = await twoWorkspaces();
    await room.type('feed', 'add', room.stand.urlOf('zembla'));
    await room.round();
    const words =
      '“We shall meet again in spring,” the President of Freedonia said. (Demo wording, nobody’s.)';
    room.stand.publish('zembla', 'z1', CALL, `${CALL_SUMMARY} ${words}`);
    const printed = await anHour(room);
    expect(printed).toContain('REPORTED, no verified origin');
    expect(printed).toContain('(added here, unverified)');
    expect(printed).not.toMatch(/SPOKEN|ONE SIDE|rests? on/);
  });

  test('owes a card to that workspace alone, though both watch the topic', async () => {
    const { room, story } = await withTheirStory();
    await using _ = room;
    const { deliveries, subscriptions } = room.readout().ledger;
    expect((await deliveries.postsOf(story.id)).map(({ channel }) => channel)).toEqual([elsewhere.id]);
    expect(await subscriptions.countStoryStates(TERMINAL)).toEqual({});
  });

  test('numbers elsewhere do not move by it', async () => {
    await using room = await twoWorkspaces();
    const before = everythingIn(await room.ask('feed list'));
    const counts = async (seenBy: WorkspaceId) => {
      const { articles, stories } = room.readout().ledger;
      return [(await articles.count(seenBy)).articles, await stories.count(seenBy)];
    };
    await room.ask(`feed add ${room.stand.urlOf('zembla')}`, elsewhere);
    room.stand.publish('zembla', 'z1', CALL, CALL_SUMMARY);
    await room.round();
    expect(await counts(TERMINAL)).toEqual([0, 0]);
    expect(await counts(elsewhere.workspace)).toEqual([1, 1]);
    expect(everythingIn(await room.ask('feed list'))).toBe(before);
  });

  test('never makes one story with what everyone reads, before a restart or after it', async () => {
    const { room, story } = await withTheirStory();
    await using _ = room;
    room.stand.publish('courier', 'c1', CALL, CALL_SUMMARY);
    const printed = await room.round();
    expect(printed).toContain('1 outlet');
    expect(printed).not.toContain('Zembla');
    await room.restart();
    room.stand.publish('zembla', 'z2', `${CALL}, a second Zembla reader writes`, CALL_SUMMARY);
    room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, CALL_SUMMARY);
    expect(await anHour(room)).not.toContain('Zembla');

    const theirs = await storiesSeenBy(room, elsewhere.workspace);
    expect(new Set(theirs.map((one) => one.workspace))).toEqual(new Set([elsewhere.workspace, undefined]));
    const { stories } = room.readout().ledger;
    expect(await stories.articlesOf(story.id)).toHaveLength(2);
  });

  test('at an address that another workspace reads too is fetched once for both, and read by each', async () => {
    await using room = await twoWorkspaces();
    await room.type('feed', 'add', room.stand.urlOf('zembla'));
    await room.ask(`feed add ${room.stand.urlOf('zembla')}`, elsewhere);
    await room.round();
    const asked = room.stand.asked('zembla').length;
    room.stand.publish('zembla', 'z1', CALL, CALL_SUMMARY);
    await room.wait(60);
    await room.readout().visit();
    expect(room.stand.asked('zembla')).toHaveLength(asked + 1);
    expect(await storiesSeenBy(room, TERMINAL)).toMatchObject([{ workspace: 'terminal' }]);
    expect(await storiesSeenBy(room, elsewhere.workspace)).toMatchObject([{ workspace: 'elsewhere' }]);
  });

  test('is asked no more once it is removed, and what it brought keeps its name', async () => {
    const { room } = await withTheirStory();
    await using _ = room;
    await room.ask('feed remove zembla', elsewhere);
    const asked = room.stand.asked('zembla').length;
    await room.wait(24 * 60);
    await room.readout().visit();
    await room.restart();
    await room.readout().visit();
    expect(room.stand.asked('zembla')).toHaveLength(asked);
    expect(everythingIn(await room.ask('news latest', elsewhere))).toContain('zembla');
    expect(everythingIn(await room.ask('news latest'))).not.toContain('zembla');
  });
});

describe('what one workspace reads', () => {
  let theirs: Awaited<ReturnType<typeof withTheirStory>>;
  beforeAll(async () => {
    theirs = await withTheirStory();
  });
  afterAll(() => theirs.room[Symbol.asyncDispose]());

  test.each([
    'news latest',
    `news latest ${WATCHED}`,
    `news search ${WATCHED}`,
    'news contacts Freedonia Sylvania',
    'news since 3d',
    'news topics',
    'readout-admin audit',
    'readout-admin export',
    'story show NAME',
    'story why NAME',
    'story why https://zembla.example/z1',
    'story sides NAME',
    'story sources NAME',
    'story history NAME',
    'story hide NAME A1',
    `watch test ${WATCHED}`,
    'watch test outlet:zembla Freedonia',
    'watch sample NAME',
    'watch list',
    'watch add --anyway Sylvania call outlet:zembla',
    'status',
    'feed list',
    'feed list --all',
    'feed export',
    'feed remove zembla',
    'feed remove 1',
    'feed health',
  ])('leaves no trace elsewhere: %s', async (words) => {
    const { room, story } = theirs;
    const asked = words.replace('NAME', story.shortName);
    const reply = await room.ask(asked);
    const said = everythingIn(reply);
    // What somebody typed may be said again; what was not typed must not be.
    const own = words.includes('zembla') ? ['a zembla reader'] : ['zembla'];
    const names = words.includes('NAME') ? [] : [story.shortName.toLowerCase()];
    for (const secret of [...own, ...names, room.stand.urlOf('zembla'), story.id.toLowerCase()])
      expect(said).not.toContain(secret);
    expect(await room.readout().ledger.ownFeeds.listByWorkspace(elsewhere.workspace)).toHaveLength(1);
  });

  test.each([
    'news latest',
    `news search ${WATCHED}`,
    'news contacts Freedonia Sylvania',
    'news since 3d',
    'story show NAME',
    'story sides NAME',
    'story sources NAME',
    'story why https://zembla.example/z1',
    `watch test ${WATCHED}`,
    'feed list',
    'feed export',
  ])('is told of in its own workspace: %s', async (words) => {
    const { room, story } = theirs;
    const said = everythingIn(await room.ask(words.replace('NAME', story.shortName), elsewhere));
    expect(said).toContain('zembla');
  });
});
