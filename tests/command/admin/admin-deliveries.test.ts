import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId } from '#channel/messenger.ts';
import { adminDeliveries } from '#command/admin/admin-deliveries.ts';
import { status } from '#command/admin/status.ts';
import type { Ask, Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { deliverDue } from '#delivery/deliver-due.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import { newPointer } from '#delivery/plan-pointers.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { silentMetrics } from '#kernel/metrics.ts';
import type { StoryId } from '#story/story.ts';
import { settingsOf } from '#subscription/settings-of.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import type { TopicId } from '#topic/topic.ts';
import { after, aPost, desk as atTerminal, longAtWork, NOON } from '../../delivery/owed.ts';
import { scriptedMessenger } from '../../delivery/scripted-messenger.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const undoChange = undoOf(() => commands);

const here: ChannelRef = {
  ...atTerminal,
  id: 'here' as ChannelId,
  workspace: 'embassy' as WorkspaceId,
  platform: 'slack',
  address: 'C0HERE',
  name: '#here',
};
const elsewhere: ChannelRef = {
  ...here,
  id: 'elsewhere' as ChannelId,
  workspace: 'ministry' as WorkspaceId,
  address: 'C0ELSE',
  name: '#elsewhere',
};

/** Two workspaces on Slack; what is asked is asked in `#here`. */
async function twoWorkspaces(languages: readonly string[] = ['en']) {
  const at = await aDesk();
  const { workspaces, stops } = at.desk.ledger;
  for (const channel of [here, elsewhere]) {
    await workspaces.save({
      id: channel.workspace,
      platform: 'slack',
      name: channel.workspace,
      languages,
      zone: 'UTC',
    });
    await workspaces.saveChannel(channel);
  }
  return {
    ledger: at.desk.ledger,
    ask: async (options: Ask['options'] = {}, channel: ChannelRef = here, command = adminDeliveries) =>
      command.run({ channel, who: 'Ana', options }, at.desk),
    undo: (reply: Reply, now = NOON) => {
      const token = reply.actions?.[0]?.command.replace('undo ', '') ?? '';
      return undoChange.run(
        { channel: here, who: 'Ana', options: { token } },
        { ...at.desk, clock: () => now },
      );
    },
    stop: (channel: ChannelRef) =>
      stops.save({
        channel: channel.id,
        kind: 'refused',
        since: after(-HOUR_MS).toISOString(),
        until: after(HOUR_MS).toISOString(),
        refusals: 3,
        reason: 'not-in-channel: so it says',
      }),
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  };
}

type Desk = Awaited<ReturnType<typeof twoWorkspaces>>;

async function owe({ ledger }: Desk, differing: Partial<Post>, channel = here): Promise<Post> {
  const name = `${channel.name} ${differing.state}`;
  const key = name as Post['key'];
  const post = aPost({ channel: channel.id, key, story: name as StoryId, ...differing });
  await ledger.deliveries.savePost(post);
  return post;
}

const stateOf = async ({ ledger }: Desk, { key }: Post) => (await ledger.owed.find(key))?.row;

describe('readout-admin deliveries', () => {
  test('lists what did not simply arrive, and what may stand twice, of this workspace alone', async () => {
    await using at = await twoWorkspaces();
    const dead = await owe(at, { state: 'dead', reason: 'invalid: too long' });
    await owe(at, { state: 'sent', message: 'm' as MessageId, shown: 1, repeats: 1 });
    await owe(at, { state: 'uncertain' }, elsewhere);
    await at.stop(here);
    const reply = await at.ask();
    expect(linesOf(reply)).toEqual([
      expect.stringMatching(
        /^#here refuses messages since .*: not-in-channel: so it says\. The next is tried /,
      ),
      '1 message may stand twice: sent again, as nobody could look whether they had arrived (readout-admin deliveries twice).',
      '1 message:',
      expect.stringMatching(
        /^given up · #here · “R-7K2Q Ruritania and Syldavia hold talks” · .*; invalid: too long · /,
      ),
    ]);
    expect(reply.actions).toEqual([
      { label: 'Try #here again', command: 'readout-admin deliveries --replay here' },
      { label: 'Show 1', command: `readout-admin deliveries ${dead.key}` },
    ]);
    expect(linesOf(await at.ask({}, elsewhere))).toEqual([
      '1 message:',
      expect.stringContaining('uncertain'),
    ]);
  });

  test('lists one state, by our word or by the one that people read', async () => {
    await using at = await twoWorkspaces(['fr']);
    await owe(at, { state: 'dead' });
    for (const delivery of ['dead', 'abandonné']) {
      expect(linesOf(await at.ask({ delivery }))).toEqual([
        '1 message :',
        expect.stringMatching(/^abandonné · #here/),
      ]);
    }
    expect(linesOf(await at.ask({ delivery: 'uncertain' }))).toEqual([
      'Aucun. Rien n’a été abandonné, n’est arrivé trop tard ni n’est incertain.',
    ]);
  });

  test('a removal that is dropped leaves a card that lives on, and a line that says so', async () => {
    await using at = await twoWorkspaces();
    const owed = { message: 'm' as MessageId, shown: 1, wanted: 2, removedBy: 'Ben', attempts: 3 };
    const removal = await owe(at, { state: 'pending', ...owed });
    expect((await at.ask({ delivery: removal.key, drop: 'yes' })).kind).toBe('done');
    expect(await stateOf(at, removal)).toMatchObject({ state: 'pending', attempts: 0, wanted: 2 });
    expect(await stateOf(at, removal)).not.toHaveProperty('removedBy');
    const lines = await at.ledger.deliveries.pointersOf(here.id, removal.story);
    expect(lines.map(({ change }) => change)).toEqual([expect.stringMatching(/^not-removed:/)]);
  });

  test('sends a dead message again, once, and says that this cannot be undone', async () => {
    await using at = await twoWorkspaces();
    const dead = await owe(at, { state: 'dead', attempts: 9 });
    const reply = await at.ask({ delivery: dead.key, replay: 'yes' });
    expect(reply.kind).toBe('done');
    expect(linesOf(reply)[0]).toContain('cannot be undone once it has arrived');
    expect(await stateOf(at, dead)).toMatchObject({
      state: 'pending',
      attempts: 0,
      dueAt: NOON.toISOString(),
    });
    expect((await stateOf(at, dead))?.repeats).toBeUndefined();
    const again = await at.ask({ delivery: dead.key, replay: 'yes' });
    expect(again.kind).toBe('refused');
    expect((await at.ledger.workspaces.listAudit(here.workspace, 9)).map(({ detail }) => detail)).toEqual([
      `replay ${dead.key}`,
    ]);
  });

  test('D26 a dead message that is sent again is posted once', async () => {
    await using at = await twoWorkspaces();
    const dead = await owe(at, { state: 'dead', attempts: 9 });
    const { messenger, log } = scriptedMessenger();
    let now = NOON;
    const deliver = () =>
      deliverDue({
        ledger: at.ledger,
        messengers: new Map([['slack', messenger]]),
        clock: () => now,
        settling: longAtWork(() => now),
        random: () => 0.5,
        log: silentLog,
        metrics: silentMetrics,
      });
    await deliver();
    expect(log).toEqual([]);
    for (const minutes of [1, 2, 120]) {
      await at.ask({ delivery: dead.key, replay: 'yes' });
      now = after(minutes * MINUTE_MS);
      await deliver();
    }
    expect(log).toEqual([expect.stringMatching(/^#here /)]);
    expect(await stateOf(at, dead)).toMatchObject({ state: 'sent' });
  });

  test.each<[Partial<Post>, Reply['kind'], RegExp]>([
    [{ removedBy: 'Ana' }, 'done', /is looked for again\*{0,2}, and taken away where it stands/],
    [{}, 'refused', /is not sent again/],
  ])('sends no line again whose card is gone: %o', async (differing, kind, words) => {
    await using at = await twoWorkspaces();
    const card = await owe(at, { state: 'cancelled', message: 'm' as MessageId, ...differing });
    const line = newPointer({ channel: here, story: card.story, change: 'denied:n', line: [], now: NOON });
    const sought: Pointer = { ...line, state: 'uncertain', firstSentAt: NOON.toISOString() };
    await at.ledger.deliveries.savePointer(sought);
    const shown = await at.ask({ delivery: line.key });
    expect(shown.actions?.some(({ command }) => command.includes('--replay'))).toBe(kind === 'done');
    const reply = await at.ask({ delivery: line.key, replay: 'yes' });
    expect(reply.kind).toBe(kind);
    expect(linesOf(reply)[0]).toMatch(words);
    expect(await at.ledger.deliveries.findPointer(line.key)).toMatchObject({
      state: kind === 'done' ? 'unknown' : 'uncertain',
      firstSentAt: NOON.toISOString(),
    });
  });

  test('knows that an uncertain message sent again may stand twice', async () => {
    await using at = await twoWorkspaces();
    const uncertain = await owe(at, { state: 'uncertain' });
    await at.ask({ delivery: uncertain.key, replay: 'yes' });
    expect(await stateOf(at, uncertain)).toMatchObject({ state: 'pending', repeats: 1 });
  });

  test.each([
    [{ state: 'pending', dueAt: after(HOUR_MS).toISOString() }],
    [{ state: 'held', heldFor: 'digest', dueAt: after(HOUR_MS).toISOString() }],
    [{ state: 'uncertain', attempts: 3, reason: 'no answer', repeats: 1 }],
  ] as const)('drops what waits, and puts it back where it stood when that is undone: %j', async (stood) => {
    await using at = await twoWorkspaces();
    const waiting = await owe(at, stood);
    const reply = await at.ask({ delivery: waiting.key, drop: 'yes' });
    expect(await stateOf(at, waiting)).toMatchObject({ state: 'dead', reason: 'dropped by Ana' });
    const undone = await at.undo(reply);
    expect(undone.kind).toBe('done');
    expect(await stateOf(at, waiting)).toEqual(waiting);
  });

  test('offers to send again what was dropped where it is too late for undoing', async () => {
    await using at = await twoWorkspaces();
    const waiting = await owe(at, { state: 'pending' });
    const late = await at.undo(await at.ask({ delivery: waiting.key, drop: 'yes' }), after(HOUR_MS));
    expect(late.actions?.[0]?.command).toBe(`readout-admin deliveries --replay ${waiting.key}`);
    const typed = `readout-admin deliveries --replay ${waiting.key.replaceAll(' ', '')}`;
    expect(findCommand([typed], commands)).toMatchObject({ kind: 'command', command: adminDeliveries });
  });

  test('undoes what was sent again only until it is on its way', async () => {
    await using at = await twoWorkspaces();
    const dead = await owe(at, { state: 'dead', attempts: 9, reason: 'tried 9 times' });
    await at.undo(await at.ask({ delivery: dead.key, replay: 'yes' }));
    expect(await stateOf(at, dead)).toEqual(dead);
    const again = await at.ask({ delivery: dead.key, replay: 'yes' });
    await at.ledger.deliveries.claimPosts(after(0), HOUR_MS, 9);
    expect((await at.undo(again)).kind).toBe('refused');
    expect((await stateOf(at, dead))?.state).toBe('sending');
  });

  test('drops nothing that stands', async () => {
    await using at = await twoWorkspaces();
    const sent = await owe(at, { state: 'sent', message: 'm' as MessageId });
    expect((await at.ask({ delivery: sent.key, drop: 'yes' })).kind).toBe('refused');
    expect(await stateOf(at, sent)).toMatchObject({ state: 'sent' });
  });

  test.each(['replay', 'drop'])('does not know another workspace’s message: %s', async (what) => {
    await using at = await twoWorkspaces();
    const theirs = await owe(at, { state: what === 'drop' ? 'pending' : 'dead' }, elsewhere);
    const asked = await at.ask({ delivery: theirs.key, [what]: 'yes' });
    expect(asked.kind).toBe('refused');
    expect(linesOf(asked)[0]).toContain('is no state, no message and no stopped channel here');
    expect(linesOf(await at.ask({ delivery: theirs.key }))).toEqual(linesOf(asked));
    expect((await stateOf(at, theirs))?.state).toBe(theirs.state);
  });

  test('the operator sees and changes those of all', async () => {
    await using at = await twoWorkspaces();
    const theirs = await owe(at, { state: 'dead' }, elsewhere);
    await at.ask({ delivery: theirs.key, replay: 'yes' }, atTerminal);
    expect((await stateOf(at, theirs))?.state).toBe('pending');
  });

  test('tries a stopped channel again at once, and what waits in it', async () => {
    await using at = await twoWorkspaces();
    await at.stop(here);
    await at.stop(elsewhere);
    const waiting = await owe(at, { state: 'pending', attempts: 2, dueAt: after(HOUR_MS).toISOString() });
    expect((await at.ask({ delivery: 'elsewhere', replay: 'yes' })).kind).toBe('refused');
    expect((await at.ask({ delivery: 'here', replay: 'yes' })).kind).toBe('done');
    expect((await at.ledger.stops.list()).map(({ channel }) => channel)).toEqual(['elsewhere']);
    expect((await stateOf(at, waiting))?.dueAt).toBe(NOON.toISOString());
  });

  test('lets only the operator try a platform again that refuses the token', async () => {
    await using at = await twoWorkspaces();
    const stop = {
      kind: 'refused',
      since: NOON.toISOString(),
      until: NOON.toISOString(),
      refusals: 1,
    } as const;
    await at.ledger.stops.save({ platform: 'slack', reason: 'token_revoked', ...stop });
    expect((await at.ask({ delivery: 'slack', replay: 'yes' })).kind).toBe('refused');
    expect((await at.ask({ delivery: 'slack', replay: 'yes' }, atTerminal)).kind).toBe('done');
    expect(await at.ledger.stops.list()).toEqual([]);
  });

  test('a digest that is dropped told nothing, and one that is tried again does', async () => {
    await using at = await twoWorkspaces();
    const { subscriptions, deliveries, digests, topics } = at.ledger;
    await topics.save({
      id: 'talks' as TopicId,
      canonical: 'talks',
      written: 'talks',
      parts: [],
      excluded: [],
      restrictions: [],
    });
    const watch = {
      id: 'watch' as SubscriptionId,
      workspace: here.workspace,
      channel: here.id,
      topic: 'talks' as TopicId,
      name: 'talks',
      createdAt: NOON.toISOString(),
      createdBy: 'Ana',
      isPaused: false,
    };
    await subscriptions.add(watch);
    const told = await owe(at, { state: 'superseded' });
    await deliveries.savePost(told);
    await subscriptions.setStoryState(watch.id, told.story, 'digested', NOON);
    const { channel, story, plannedAt, dueAt } = told;
    const key = 'digest' as Post['key'];
    await digests.save({
      key,
      channel,
      kind: 'digest',
      period: 'daily',
      stories: [story],
      card: { kind: 'digest', language: 'en', zone: 'UTC', title: [], sections: [], notes: [], plain: '' },
      state: 'pending',
      plannedAt,
      dueAt,
      attempts: 1,
    });
    await at.ask({ delivery: key, drop: 'yes' });
    expect(await subscriptions.countStoryStates()).toEqual({ dead: 1 });
    await at.ask({ delivery: key, replay: 'yes' });
    expect(await subscriptions.countStoryStates()).toEqual({ digested: 1 });
  });

  test('sets what is done when nobody can know whether a message arrived, with an undo', async () => {
    await using at = await twoWorkspaces();
    const reply = await at.ask({ uncertain: 'skip' });
    expect(await at.ledger.subscriptions.findSettings(here.id)).toMatchObject({ whenUncertain: 'skip' });
    expect(reply.actions).toEqual([
      { label: 'Undo', command: expect.stringMatching(/^undo ./) as unknown as string },
    ]);
    expect((await at.ask({ uncertain: 'perhaps' })).kind).toBe('refused');
  });

  test('sets it for a whole workspace, where a channel says nothing of its own', async () => {
    await using at = await twoWorkspaces(['fr']);
    const reply = await at.ask({ uncertain: 'skip', everywhere: 'yes' });
    expect(linesOf(reply)[0]).toContain('Dans tout salon qui ne dit rien d’autre');
    const { subscriptions, workspaces } = at.ledger;
    const here1 = await workspaces.find(here.workspace);
    expect((await settingsOf(here.id, here1, subscriptions)).whenUncertain).toBe('skip');
    const there = await workspaces.find(elsewhere.workspace);
    expect((await settingsOf(elsewhere.id, there, subscriptions)).whenUncertain).toBe('repeat');
    expect(reply.actions?.map(({ command }) => command)).toEqual([
      'readout-admin deliveries --everywhere uncertain:repeat',
    ]);
    await at.ask({ uncertain: 'repeat' });
    expect((await settingsOf(here.id, here1, subscriptions)).whenUncertain).toBe('repeat');
  });
});

test('status says what is stopped and what may stand twice', async () => {
  await using at = await twoWorkspaces();
  await at.stop(here);
  await owe(at, { state: 'sent', message: 'm' as MessageId, repeats: 2 });
  const lines = linesOf(await at.ask({}, here, status));
  expect(lines).toContainEqual(expect.stringContaining('#here refuses messages'));
  expect(lines).toContainEqual(expect.stringContaining('1 message may stand twice'));
});
