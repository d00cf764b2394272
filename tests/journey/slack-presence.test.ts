import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { Environment } from '#config/read-secret.ts';
import { idOf } from '#kernel/id.ts';
import { aChannel, aTeam, aUser, deskWorld } from '../simulators/slack/desk-world.ts';
import { type SlackSimulator, startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';

const tokensOf = (slack: SlackSimulator, changes: Environment = {}): Environment => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  READOUT_SLACK_API: slack.apiUrl,
  ...changes,
});

const channelIn = (team: string, address: string): ChannelRef => ({
  id: idOf('channel', 'slack', team, address),
  workspace: idOf('workspace', 'slack', '', team),
  platform: 'slack',
  address,
  name: '#desk',
});

/** What stands for all in a channel, as text. */
const standing = (slack: SlackSimulator, channel: string): readonly string[] =>
  slack
    .messages(channel)
    .filter(({ visibleTo }) => visibleTo === undefined)
    .map((message) => JSON.stringify(contentOf(message)));

const invite = (slack: SlackSimulator, channel: string, inviter?: string) =>
  slack.people.event({
    type: 'member_joined_channel',
    user: 'U0READOUT',
    channel,
    channel_type: 'C',
    team: 'T0DESK',
    ...(inviter !== undefined && { inviter }),
  });

/** A greeting is written down after Slack has told who invited. */
const greetingOwed = (room: Newsroom) =>
  expect.poll(() => room.everyRow().filter((row) => row.startsWith('notices ')), WAITING).toHaveLength(1);
const WAITING = { timeout: 20_000 };

/** Watches the topic in a channel that is known by somebody's having asked there. */
async function watchIn(room: Newsroom, channel: ChannelRef): Promise<void> {
  await room.readout().ledger.workspaces.saveChannel(channel);
  expect((await room.ask(`watch add ${TOPIC}`, channel)).kind).toBe('done');
}

describe('a greeting on Slack', () => {
  test('goes to whoever lets the program in first, alone, and never again', async () => {
    await using slack = await startSlackSimulator();
    await using room = await aNewsroom(tokensOf(slack));
    expect(room.logged).toContain('workspace.joined');
    await room.wait(1);
    expect(slack.world.channels.flatMap(({ messages }) => messages)).toEqual([]);

    // Slack may tell the same again.
    await invite(slack, 'C0NEWSROOM', 'U0ANNA');
    await invite(slack, 'C0NEWSROOM', 'U0ANNA');
    await greetingOwed(room);
    await room.wait(1);
    const [hello, ...others] = standing(slack, 'D0ANNA');
    expect(hello).toContain(
      "*Hello, I am Readout.* I watch diplomatic news and post one card per event, with each side's own words. Try: `/invite @Readout` in the channel that should get cards, then `/readout watch add Macron Putin call` there · `/readout news latest` · `/readout help`. I read no messages. I post nothing until you watch something. What I store: `/readout privacy`.",
    );
    expect(others).toEqual([]);
    expect(standing(slack, 'C0NEWSROOM')).toEqual([]);

    await invite(slack, 'C0DESK', 'U0BORIS');
    await room.restart();
    await invite(slack, 'C0OLD', 'U0ANNA');
    await room.wait(60);
    expect(standing(slack, 'D0ANNA')).toHaveLength(1);
    expect(slack.world.channels.flatMap(({ messages }) => messages)).toHaveLength(1);
    expect(room.logged.filter((event) => event === 'workspace.joined')).toHaveLength(1);
    expect(slack.violations()).toEqual([]);
  });

  test('speaks the language of whoever gets it', async () => {
    await using slack = await startSlackSimulator();
    await using room = await aNewsroom(tokensOf(slack));
    await invite(slack, 'C0NEWSROOM', 'U0CLARA');
    await greetingOwed(room);
    await room.wait(1);
    const [hello] = standing(slack, 'D0CLARA');
    expect(hello).toContain("*Bonjour, ici Readout.* Je suis l'actualité diplomatique");
    expect(hello).toContain('`/readout veille ajouter appel Macron Poutine`');
  });

  test('goes into the channel where Slack does not say who invited, but never to everybody', async () => {
    const world = deskWorld();
    world.channels.push(
      aChannel({ id: 'C0GENERAL', name: 'general', isGeneral: true, members: ['U0READOUT'] }),
    );
    await using slack = await startSlackSimulator({ world });
    await using room = await aNewsroom(tokensOf(slack));
    await invite(slack, 'C0GENERAL');
    await invite(slack, 'C0DESK');
    await greetingOwed(room);
    await room.wait(1);
    expect(standing(slack, 'C0GENERAL')).toEqual([]);
    expect(standing(slack, 'C0DESK')).toHaveLength(1);
    expect(standing(slack, 'C0DESK')[0]).toContain('Hello, I am Readout.');
  });

  test('is for nobody of another company, and for nobody who has begun by themselves', async () => {
    const world = deskWorld();
    world.teams.push(aTeam({ id: 'T0GUEST', name: 'Guests', botToken: 'xoxb-guest', botUser: 'U0OTHER' }));
    world.users.push(aUser({ id: 'U0GUEST', name: 'guest', team: 'T0GUEST' }));
    await using slack = await startSlackSimulator({ world });
    await using room = await aNewsroom(tokensOf(slack));
    await invite(slack, 'C0NEWSROOM', 'U0GUEST');
    await watchIn(room, channelIn('T0DESK', 'C0DESK'));
    await invite(slack, 'C0NEWSROOM', 'U0ANNA');
    await room.restart();
    await room.wait(1);
    expect(room.everyRow().filter((row) => row.startsWith('notices '))).toEqual([]);
  });
});

test('a topic that is watched where the program is not is kept, and its card comes when somebody invites it', async () => {
  await using slack = await startSlackSimulator();
  await using room = await aNewsroom(tokensOf(slack));
  await room.round();
  const anna = { user: 'U0ANNA', channel: 'C0NEWSROOM' };
  const said = await slack.people.slash(`watch add ${TOPIC}`, anna);
  const told = await slack.until(() => said.replies().find((one) => contentOf(one).blocks !== undefined));
  expect(JSON.stringify(contentOf(told))).toMatch(/I am not in #newsroom\.[^]*now watches/);
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  expect(standing(slack, 'C0NEWSROOM')).toEqual([]);

  slack.world.channels.find(({ id }) => id === 'C0NEWSROOM')?.members.push('U0READOUT');
  await invite(slack, 'C0NEWSROOM', 'U0ANNA');
  await expect.poll(() => room.everyRow().filter((row) => row.startsWith('stops ')), WAITING).toEqual([]);
  await room.wait(1);
  expect(standing(slack, 'C0NEWSROOM').filter((text) => text.includes(CALL))).toHaveLength(1);
  expect(slack.violations()).toEqual([]);
});

test('T05: a watch outlives that somebody puts the program out of its channel, and goes on when it is let in', async () => {
  await using slack = await startSlackSimulator();
  await using room = await aNewsroom(tokensOf(slack));
  await room.round();
  await watchIn(room, channelIn('T0DESK', 'C0DESK'));
  const members = slack.world.channels.find(({ id }) => id === 'C0DESK')?.members ?? [];
  members.splice(members.indexOf('U0READOUT'), 1);
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  expect(standing(slack, 'C0DESK')).toEqual([]);
  expect(room.everyRow().filter((row) => /^stops .*not.in.channel/.test(row))).toHaveLength(1);

  members.push('U0READOUT');
  await invite(slack, 'C0DESK', 'U0ANNA');
  await expect.poll(() => room.everyRow().filter((row) => row.startsWith('stops ')), WAITING).toEqual([]);
  await room.wait(1);
  expect(standing(slack, 'C0DESK').filter((text) => text.includes(CALL))).toHaveLength(1);
});

describe('a token that Slack takes no more', () => {
  /** Two workspaces, each with a token of its own; #wire is the second one's channel. */
  async function twoWorkspaces() {
    const world = deskWorld();
    const second = { id: 'T0WIRE', name: 'The Wire', botToken: 'xoxb-simulated-wire', botUser: 'U0WIREBOT' };
    world.teams.push(aTeam({ ...second, botId: 'B0WIRE', domain: 'the-wire' }));
    world.users.push(aUser({ id: 'U0WIREBOT', name: 'readout', team: 'T0WIRE', isBot: true }));
    world.channels.push(aChannel({ id: 'C0WIRE', name: 'wire', team: 'T0WIRE', members: ['U0WIREBOT'] }));
    const slack = await startSlackSimulator({ world });
    const tokens = tokensOf(slack, {
      SLACK_BOT_TOKEN_2: second.botToken,
      SLACK_APP_TOKEN_2: slack.appToken,
    });
    const room = await aNewsroom(tokens, { platform: 'slack', address: 'C0DESK' });
    await room.round();
    await watchIn(room, channelIn('T0DESK', 'C0DESK'));
    await watchIn(room, channelIn('T0WIRE', 'C0WIRE'));
    const team = world.teams.find(({ id }) => id === 'T0WIRE');
    if (team === undefined) throw new Error('there is no such team');
    return {
      slack,
      room,
      team,
      asking: async (user: string, words: string): Promise<string> => {
        const said = await slack.people.slash(words, { user, channel: 'C0DESK' });
        const reply = await slack.until(() =>
          said.replies().find((one) => contentOf(one).blocks !== undefined),
        );
        return JSON.stringify(contentOf(reply));
      },
      async [Symbol.asyncDispose]() {
        await room[Symbol.asyncDispose]();
        await slack[Symbol.asyncDispose]();
      },
    };
  }

  test('is told with its remedy to the operator, and the other workspace goes on', async () => {
    await using at = await twoWorkspaces();
    const { slack, room, team } = at;
    team.isRevoked = true;
    room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
    await room.round();
    expect(standing(slack, 'C0DESK').join('\n')).toContain(CALL);
    expect(standing(slack, 'C0WIRE')).toEqual([]);
    expect(room.readout().platforms()).toEqual([
      { platform: 'slack' },
      { platform: 'slack', problem: 'Slack takes our token no more (token_revoked)' },
    ]);

    await room.readout().connect();
    expect(room.readout().platforms()[1]).toMatchObject({ refusedToken: 'SLACK_BOT_TOKEN_2' });
    const told = await at.asking('U0ANNA', 'status');
    expect(told).toContain('Slack: connected.');
    expect(told).toContain('it does not take the token in `SLACK_BOT_TOKEN_2` any more. Put a new one there');
    expect(told).not.toContain('xoxb-');
    expect(await at.asking('U0CLARA', 'état')).toContain("jeton de `SLACK_BOT_TOKEN_2` n'y est plus accepté");
    // It waits for a token; no channel refuses anything.
    expect(room.everyRow().filter((row) => /^stops .*refused/.test(row))).toEqual([]);
    expect(room.logged).not.toContain('workspace.left');
  });

  test('and then replaced lets in again: what waited comes, once', async () => {
    await using at = await twoWorkspaces();
    const { slack, room, team } = at;
    team.isRevoked = true;
    room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
    await room.round();
    await room.readout().connect();
    expect(standing(slack, 'C0WIRE')).toEqual([]);

    team.isRevoked = false;
    await room.readout().connect();
    await room.wait(60);
    await room.wait(60);
    const cards = standing(slack, 'C0WIRE').filter((text) => text.includes(CALL));
    expect(cards).toHaveLength(1);
    expect(room.readout().platforms()).toEqual([{ platform: 'slack' }, { platform: 'slack' }]);
  });

  test('because the app was taken out counts as left, until it is let in again', async () => {
    await using slack = await startSlackSimulator();
    await using room = await aNewsroom(tokensOf(slack), { platform: 'slack', address: 'C0DESK' });
    const [team] = slack.world.teams;
    if (team === undefined) throw new Error('there is no team');
    team.isRevoked = true;
    await slack.people.event({ type: 'app_uninstalled' });
    await slack.until(() => room.logged.includes('workspace.left'));
    await room.readout().connect();
    expect(room.readout().platforms()).toMatchObject([
      { platform: 'slack', refusedToken: 'SLACK_BOT_TOKEN' },
    ]);
    team.isRevoked = false;
    await room.readout().connect();
    expect(room.logged.filter((event) => event.startsWith('workspace.'))).toEqual([
      'workspace.joined',
      'workspace.left',
      'workspace.returned',
    ]);
    expect(room.readout().platforms()).toEqual([{ platform: 'slack' }]);
  });
});
