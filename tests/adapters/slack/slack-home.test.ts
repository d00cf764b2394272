import { describe, expect, test } from 'vitest';
import { type ChannelId, idOf } from '#kernel/id.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { TopicId } from '#topic/topic.ts';
import { smallLexicon } from '../../lexicon/small-lexicon.ts';
import { aChannel, aTeam, aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import type { Block, View } from '../../simulators/slack/world.ts';
import { desk } from './a-slack.ts';
import { anna, aSlackDesk, shown } from './a-slack-desk.ts';

type SlackDesk = Awaited<ReturnType<typeof aSlackDesk>>;

/** Lets a channel watch as many topics more, called "Topic 1" and so on. */
async function watchMany({ ledger }: SlackDesk, channel: ChannelId, count: number): Promise<void> {
  const [first] = await ledger.subscriptions.listByWorkspace(desk.workspace);
  const parsed = parseQuery('Iran', smallLexicon);
  if (parsed.kind !== 'topic' || first === undefined) throw new Error('nothing is watched');
  for (let number = 1; number <= count; number += 1) {
    const name = `Topic ${number}`;
    const topic = `topic ${channel} ${number}` as TopicId;
    await ledger.topics.save({ ...parsed.topic, id: topic });
    const id = `watch ${channel} ${number}` as SubscriptionId;
    await ledger.subscriptions.add({ ...first, id, channel, topic, name });
  }
}

const buttonsOf = (view: View): readonly string[] =>
  (view.shown['blocks'] as readonly Block[]).flatMap(({ type, elements }) =>
    type === 'actions' ? (elements as readonly Block[]).map((one) => String(one['action_id'])) : [],
  );
const topicsIn = (view: View): readonly string[] => [
  ...new Set([...shown(view).matchAll(/Topic \d+\b/g)].map(([name]) => name)),
];

describe('the Home tab of a workspace that watches much', () => {
  test('shows every watch with its buttons, a page after the other, each as Slack takes it', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await watchMany(at, desk.id, 49);
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', '#desk watches 50 topics');
    const first = topicsIn(home);
    expect(buttonsOf(home).filter((id) => id !== 'page-0')).toHaveLength(25 * 3);
    await at.simulator.people.pressInView('page-0', { view: home.id });
    const second = await at.home('U0ANNA', 'From the beginning');
    expect(new Set([...first, ...topicsIn(second)]).size).toBe(49);
    expect(shown(second)).not.toContain('More topics');
    await at.simulator.people.pressInView('page-0', { view: home.id });
    await at.home('U0ANNA', 'Readout* watches diplomatic news');
    expect(at.violations()).toEqual([]);
  });

  test('goes on with the channels that its reader sees, and says nothing of the others on any page', async () => {
    const world = deskWorld();
    const channels = Array.from({ length: 20 }, (_, index) =>
      aChannel({
        id: `C0ROOM${index}`,
        name: `room-${String(index).padStart(2, '0')}`,
        kind: index % 4 === 3 ? 'private' : 'public',
        members: ['U0BORIS', 'U0READOUT'],
      }),
    );
    world.channels.push(...channels);
    await using at = await aSlackDesk(undefined, { world });
    await at.type('watch add Iran');
    const [first] = await at.ledger.subscriptions.listByChannel(desk.id);
    for (const { id: address, name } of channels) {
      const channel: ChannelId = idOf('channel', 'slack', 'T0DESK', address);
      await at.ledger.workspaces.saveChannel({ ...desk, id: channel, address, name: `#${name}` });
      await at.ledger.subscriptions.add({ ...first!, id: `in ${address}` as SubscriptionId, channel });
    }
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', '#room-00');
    const before = shown(home);
    await at.simulator.people.pressInView('page-0', { view: home.id });
    const all = `${before}\n${shown(await at.home('U0ANNA', 'From the beginning'))}`;
    const rooms = [...all.matchAll(/#room-(\d\d) watches/g)].map(([, number]) => Number(number));
    expect(rooms).toEqual(Array.from({ length: 20 }, (_, index) => index).filter((index) => index % 4 !== 3));
    expect(at.violations()).toEqual([]);
  });

  test('stays on its page when something is changed there', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await watchMany(at, desk.id, 30);
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'More topics');
    await at.simulator.people.pressInView('page-0', { view: home.id });
    await at.home('U0ANNA', 'From the beginning');
    const told = await at.form(at.simulator.people.pressInView('do-0', { view: home.id }));
    await at.simulator.until(() => shown(told).includes('Undo'));
    expect(shown(await at.home('U0ANNA', 'Resume'))).toContain('From the beginning');
    expect(at.violations()).toEqual([]);
  });

  test('opens the form of a new watch for the channel beside whose name it is pressed', async () => {
    const world = deskWorld();
    world.users.push(aUser({ id: 'U0DENIS', name: 'denis', locale: 'fr-FR' }));
    world.channels.find(({ id }) => id === 'C0DESK')?.members.push('U0DENIS');
    await using at = await aSlackDesk(undefined, { world });
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0DENIS');
    expect(shown(await at.home('U0DENIS', '#desk suit 1 sujet'))).toContain('Suivre un sujet');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', '#desk watches 1 topic');
    const form = await at.form(at.simulator.people.pressInView('form-0', { view: home.id }));
    await at.simulator.until(() => JSON.stringify(form.shown).includes('line-topic'));
    await at.simulator.people.submitView(form.id, { 'line-topic': 'Ukraine', 'flag-anyway': ['yes'] });
    expect((await at.watches()).toSorted()).toEqual(['Iran', 'Ukraine']);
    expect(at.violations()).toEqual([]);
  });
});

/** What the Home tab's buttons carry, and what no button of ours would. */
const HELD = [
  'watch pause Iran',
  'watch remove Iran',
  'watch list',
  'readout-admin audit',
  'watch add Ukraine',
];
/** The channels of which nobody who is meant here may hear anything. */
const SECRET = /embassy|Iran|rival/i;

/** Somebody's Home tab with a button that holds this, for that channel: as if Slack had been told to show it. */
async function forged(at: SlackDesk, user: string, channel: string, value: string): Promise<View> {
  await at.simulator.people.openHome(user);
  const home = await at.home(user, 'Readout');
  const button = { type: 'button', action_id: 'do-0', text: { type: 'plain_text', text: 'Forged' }, value };
  const row = { type: 'actions', block_id: `at:${channel}:0`, elements: [button] };
  home.shown = { ...home.shown, blocks: [row] };
  return home;
}

async function pressing(at: SlackDesk, home: View): Promise<string> {
  const window = await at.form(at.simulator.people.pressInView('do-0', { view: home.id }));
  await at.simulator.until(() => !shown(window).startsWith('One moment') && shown(window) !== '');
  return shown(window);
}

async function watching() {
  const world = deskWorld();
  world.teams.push(aTeam({ id: 'T0RIVAL', name: 'Rival', botToken: 'xoxb-rival', botUser: 'U0RIVAL' }));
  world.channels.push(aChannel({ id: 'C0RIVAL', name: 'rival', team: 'T0RIVAL', members: ['U0RIVAL'] }));
  world.users.push(aUser({ id: 'U0GUEST', name: 'guest', team: 'T0RIVAL' }));
  const at = await aSlackDesk(undefined, { world, managers: 'admins' });
  await at.type('watch add Iran');
  const embassy: ChannelId = idOf('channel', 'slack', 'T0DESK', 'C0EMBASSY');
  const [first] = await at.ledger.subscriptions.listByChannel(desk.id);
  if (first === undefined) throw new Error('nothing is watched');
  await at.ledger.workspaces.saveChannel({ ...desk, id: embassy, address: 'C0EMBASSY', name: '#embassy' });
  await at.ledger.subscriptions.add({ ...first, id: 'embassy' as SubscriptionId, channel: embassy });
  return { at, embassy };
}

describe('a button of the Home tab', () => {
  test.each(
    ['C0EMBASSY', 'C0BOARD', 'C0RIVAL', 'C0NOWHERE'].flatMap((channel) =>
      HELD.map((value) => [value, channel] as const),
    ),
  )(
    'that holds “%s” for %s tells nothing of a channel that its reader does not see',
    async (value, channel) => {
      const { at, embassy } = await watching();
      await using _ = at;
      const told = await pressing(at, await forged(at, 'U0ANNA', channel, value));
      expect(told).toBe('Only who sees this channel can ask about it.');
      expect(told).not.toMatch(SECRET);
      expect(await at.watches(embassy)).toEqual(['Iran']);
      expect((await at.ledger.subscriptions.listByChannel(embassy))[0]?.isPaused).toBe(false);
      expect(at.violations()).toEqual([]);
    },
  );

  test.each(HELD.filter((value) => value !== 'watch list'))(
    'that holds “%s” is refused to who may only look',
    async (value) => {
      const { at } = await watching();
      await using _ = at;
      const told = await pressing(at, await forged(at, 'U0BORIS', 'C0DESK', value));
      expect(told).toMatch(/\(E-[0-9A-Z]{3}\)/);
      expect(await at.watches()).toEqual(['Iran']);
    },
  );

  test('is of no use to who was put out of the channel after the tab was shown', async () => {
    const { at, embassy } = await watching();
    await using _ = at;
    const world = at.simulator.world;
    const boris = world.users.findIndex(({ id }) => id === 'U0BORIS');
    world.users[boris] = aUser({ id: 'U0BORIS', name: 'boris', isAdmin: true });
    await at.simulator.people.openHome('U0BORIS');
    const home = await at.home('U0BORIS', '#embassy watches 1 topic');
    const [members] = world.channels.filter(({ id }) => id === 'C0EMBASSY').map(({ members }) => members);
    members?.splice(0, members.length);
    const rows = (home.shown['blocks'] as readonly Block[]).filter(({ block_id: id }) =>
      String(id).startsWith('at:C0EMBASSY'),
    );
    home.shown = { ...home.shown, blocks: rows };
    expect(await pressing(at, home)).toBe('Only who sees this channel can ask about it.');
    expect((await at.ledger.subscriptions.listByChannel(embassy))[0]?.isPaused).toBe(false);
    await at.simulator.people.openHome('U0BORIS');
    expect(shown(await at.home('U0BORIS', '#desk watches'))).not.toMatch(/embassy/);
  });

  test('of somebody of another company shows them nothing at all', async () => {
    const { at } = await watching();
    await using _ = at;
    await at.simulator.people.openHome('U0GUEST');
    await at.type('watch list', anna);
    expect(at.simulator.world.views.filter(({ user }) => user === 'U0GUEST')).toEqual([]);
  });
});
