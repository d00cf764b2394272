import { expect, test } from 'vitest';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { type ChannelId, idOf } from '#kernel/id.ts';
import type { SubscriptionId } from '#subscription/subscription.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { TopicId } from '#topic/topic.ts';
import { aCard } from '../../delivery/owed.ts';
import { smallLexicon } from '../../lexicon/small-lexicon.ts';
import { aChannel, aTeam, aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import { contentOf } from '../../simulators/slack/world.ts';
import { aSlack, desk } from './a-slack.ts';
import { anna, aSlackDesk, shown, words } from './a-slack-desk.ts';

const boris = { user: 'U0BORIS', channel: 'C0DESK' };

test('T01: a channel of another workspace, or one that the asker does not see, is as if it were not there', async () => {
  const world = deskWorld();
  world.teams.push(aTeam({ id: 'T0RIVAL', name: 'Rival', botToken: 'xoxb-rival', botUser: 'U0RIVAL' }));
  world.channels.push(aChannel({ id: 'C0RIVAL', name: 'rival', team: 'T0RIVAL', members: ['U0RIVAL'] }));
  await using at = await aSlackDesk(undefined, { world });
  await at.type('watch add Iran');
  for (const channel of ['C0RIVAL', 'C0EMBASSY', 'C0NOWHERE']) {
    for (const named of [`<#${channel}|desk>`, channel]) {
      const told = words(await at.type(`watch edit to:${named} Iran`));
      expect(told).toContain(channel);
      expect(told).not.toMatch(/rival|embassy/);
    }
  }
  expect(await at.watches()).toEqual(['Iran']);
  expect(at.violations()).toEqual([]);
});

test('T02: the name of somebody else’s button, guessed, does nothing', async () => {
  await using at = await aSlackDesk();
  await at.type('watch add Iran');
  const forged = { user: 'U0BORIS', channel: 'C0EMBASSY' };
  expect(words(await at.type('undo token-1', forged))).not.toContain('Taken back');
  expect(await at.watches()).toEqual(['Iran']);
});

test('T03: who may not change things is refused by commands, buttons and forms alike, with a number', async () => {
  await using at = await aSlackDesk(undefined, { managers: 'admins' });
  const added = await at.type('watch add Iran');
  expect(words(await at.type('watch remove Iran', boris))).toMatch(/\(E-[0-9A-Z]{3}\)/);
  // Alone, the command tells them what they can do.
  expect(words(await at.type('', boris))).toContain('news latest');
  const home = at.simulator.people.openHome('U0BORIS');
  await home;
  const tab = await at.home('U0BORIS', 'Iran');
  expect(shown(tab)).not.toContain('Pause');
  expect(added.visibleTo).toBe('U0ANNA');
  expect(await at.watches()).toEqual(['Iran']);
  expect(at.violations()).toEqual([]);
});

test('a user group manages beside the admins, as long as somebody is in it', async () => {
  let now = new Date('2026-03-02T12:00:00Z');
  const world = deskWorld();
  await using at = await aSlackDesk(undefined, { world, managers: 'admins', clock: () => now });
  expect(words(await at.type('watch add Iran', boris))).toMatch(/\(E-[0-9A-Z]{3}\)/);
  await at.type('readout-admin settings manager:<!subteam^S0EDITORS|@editors>');
  expect(words(await at.type('watch add Iran', boris))).toContain('now watches “Iran”');
  const refused = await at.type('watch remove Iran', { user: 'U0CLARA', channel: 'C0DESK' });
  expect(words(refused)).toMatch(/gérées ici par <!subteam\^S0EDITORS>, ou par .*\(E-[0-9A-Z]{3}\)/);
  // Who is named so is called by nothing: nobody else sees it.
  expect(refused.visibleTo).toBe('U0CLARA');
  world.userGroups.splice(0, 1, { id: 'S0EDITORS', team: 'T0DESK', handle: 'editors', users: [] });
  now = new Date(now.getTime() + MINUTE_MS);
  expect(words(await at.type('watch remove Iran', boris))).toMatch(/\(E-[0-9A-Z]{3}\)/);
  expect(await at.watches()).toEqual(['Iran']);
  expect(at.violations()).toEqual([]);
});

test('a menu offers nothing of a private channel to who is not in it', async () => {
  await using at = await aSlackDesk();
  const embassy = { user: 'U0BORIS', channel: 'C0EMBASSY' };
  const added = await at.type('watch add Iran', embassy);
  const form = await at.form(at.simulator.people.slash('watch digest', embassy));
  const menu = JSON.stringify(form.shown).match(/suggest-watches/)?.[0] ?? '';
  expect(menu).toBe('suggest-watches');
  const offered = await at.simulator.people.suggest(menu, { view: form.id, value: '' });
  expect(JSON.stringify(offered)).toContain('Iran');
  const members = at.simulator.world.channels.find(({ id }) => id === 'C0EMBASSY')?.members ?? [];
  members.splice(0, members.length);
  expect(await at.simulator.people.suggest(menu, { view: form.id, value: '' })).toEqual([]);
  expect(added.visibleTo).toBe('U0BORIS');
});

test('T04: a right that was taken away while a form stood open is gone when it is sent', async () => {
  let now = new Date('2026-03-02T12:00:00Z');
  const world = deskWorld();
  await using at = await aSlackDesk(undefined, { world, managers: 'admins', clock: () => now });
  const form = await at.form(at.simulator.people.slash('', anna));
  const [old] = world.users.splice(0, 1);
  world.users.unshift(aUser({ ...old!, isAdmin: false }));
  now = new Date(now.getTime() + MINUTE_MS);
  const sent = await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' });
  expect(JSON.stringify(sent)).toMatch(/E-[0-9A-Z]{3}/);
  expect(await at.watches()).toEqual([]);
});

test('T06: the same channel id in two workspaces is two channels', () => {
  expect(idOf('channel', 'slack', 'T0DESK', 'C0DESK')).not.toBe(
    idOf('channel', 'slack', 'T0RIVAL', 'C0DESK'),
  );
});

test('T08: a command, a press and a sent form that come again are carried out once', async () => {
  await using at = await aSlackDesk();
  const said = await at.simulator.people.slash('watch add Iran', { ...anna, twice: true });
  const added = await at.simulator.until(() =>
    said.replies().find((one) => words(one).includes('now watches')),
  );
  await at.simulator.people.press('do-1', { ...anna, ts: added.ts, twice: true });
  await at.simulator.until(() => words(added).includes('Taken back'));
  const form = await at.form(at.simulator.people.slash('', anna));
  await at.simulator.people.submitView(form.id, { 'line-topic': 'Iran' }, true);
  expect(shown(form)).toContain('now watches');
  const ours: ChannelId = desk.id;
  const rows = await at.ledger.workspaces.listAudit(desk.workspace, 10);
  expect(rows.filter(({ channel }) => channel === ours).map(({ what }) => what)).toEqual([
    'watch add',
    'undo',
    'watch add',
  ]);
});

test('T16: a topic that would be a slow expression elsewhere is words here, and found at once', async () => {
  await using at = await aSlackDesk();
  const slow = `(a+)+$ ${'a'.repeat(2_000)}!`;
  const told = words(await at.type(`watch add ${slow}`));
  expect(told).toMatch(/Not saved|now watches/);
  expect(words(await at.type(`news search ^(.*a){50}$`))).not.toContain('our fault');
  expect(words(await at.type('watch list'))).toContain('#desk');
  expect(at.violations()).toEqual([]);
});

test('T17: a channel that watches as much as one may is told so, and nothing more is saved', async () => {
  await using at = await aSlackDesk();
  await at.type('watch add Iran');
  const [first] = await at.ledger.subscriptions.listByChannel(desk.id);
  const parsed = parseQuery('Iran', smallLexicon);
  if (parsed.kind !== 'topic') throw new Error('Iran is no topic');
  for (let number = 1; number < MOST_TOPICS; number += 1) {
    const [id, other] = [`watch ${number}` as SubscriptionId, `topic ${number}` as TopicId];
    await at.ledger.topics.save({ ...parsed.topic, id: other });
    await at.ledger.subscriptions.add({ ...first!, id, topic: other });
  }
  expect(words(await at.type('watch add Ukraine'))).toContain(String(MOST_TOPICS));
  expect(await at.watches()).toHaveLength(MOST_TOPICS);
  expect(await at.watches()).not.toContain('Ukraine');
});

test('T18: what fails at Slack shows no token and no address of an answer, in a channel or in the log', async () => {
  await using at = await aSlackDesk();
  await at.type('watch add Iran');
  const failing = { method: 'response_url', effect: { kind: 'status', status: 500 } } as const;
  at.simulator.faults.add({ method: 'views.open', effect: { kind: 'error', error: 'internal_error' } });
  // The first word as well, where the machine is slow.
  at.simulator.faults.add(failing, failing);
  await at.simulator.people.slash('', anna);
  await at.logged('slack.answer_failed');
  expect(at.lines.join('\n')).not.toMatch(/xoxb-|xapp-|\/response\//);
  const told = at.simulator.messages('C0DESK').map((message) => JSON.stringify(contentOf(message)));
  expect(told.join('\n')).not.toMatch(/xoxb-|xapp-/);
});

test('nobody can have everybody called: only people and user groups are, and only by a watch', async () => {
  await using slack = await aSlack();
  await slack.messenger.create(
    desk,
    aCard(),
    'a-card' as never,
    '<!channel> <!here> <!everyone> <!subteam^S0EDITORS>',
  );
  const [posted] = slack.simulator.messages('C0DESK');
  const text = JSON.stringify(posted?.versions);
  expect(text).toContain('<!subteam^S0EDITORS>');
  expect(text).not.toMatch(/<!(?:channel|here|everyone)/);
});
