import { describe, expect, test } from 'vitest';
import { connectSlack } from '#adapters/slack/connect-slack.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import { menuOf } from '#command/button/card-menu.ts';
import type { Reply } from '#command/command.ts';
import type { AskStanding } from '#command/standing.ts';
import { Secret } from '#kernel/secret.ts';
import { aCard } from '../../delivery/owed.ts';
import { aTeam, aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import { startSlackSimulator } from '../../simulators/slack/slack-simulator.ts';
import { contentOf, type Message } from '../../simulators/slack/world.ts';
import { aSlack, desk, keepingLog, keepingReceiver, noNotes, wordsIn } from './a-slack.ts';

const boris = { user: 'U0BORIS', channel: 'C0DESK' };
const words = (message: Message | undefined): string =>
  message === undefined ? '' : wordsIn(contentOf(message).blocks ?? []).join('\n') || contentOf(message).text;

describe('a slash command', () => {
  test('becomes words, and its answer is for the person alone', async () => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    const said = await slack.simulator.people.slash('watch add Ruritania Syldavia talks', boris);
    expect(said.end).toBe('acked');
    const [reply] = await slack.simulator.until(() => said.replies().length > 0 && said.replies());
    expect(words(reply)).toBe('Here you are.');
    expect(reply?.visibleTo).toBe('U0BORIS');
    expect(asked).toEqual([
      {
        id: expect.stringMatching(/^slack:./) as string,
        workspace: {
          id: desk.workspace,
          platform: 'slack',
          name: 'The Desk',
          languages: ['en'],
          zone: 'UTC',
        },
        channel: desk,
        who: 'U0BORIS',
        mayChange: true,
        groups: ['S0EDITORS'],
        language: 'ru',
        zone: 'Europe/Moscow',
        hasForms: true,
        longestCommand: 1900,
        standing: expect.any(Function) as AskStanding,
        asked: { kind: 'words', words: 'watch add Ruritania Syldavia talks' },
      },
    ]);
    expect(slack.simulator.violations()).toEqual([]);
  });

  test.each([
    ['  help ', 'help'],
    ['/readout watch list', 'watch list'],
    ['readout status', 'status'],
    ['/watch list', 'watch list'],
    ['watch add —anyway “Ruritania &amp; Syldavia”', 'watch add --anyway “Ruritania & Syldavia”'],
    ['watch add readout of the talks', 'watch add readout of the talks'],
    ['watch edit to:<#C0NEWSROOM|newsroom> talks', 'watch edit to:C0NEWSROOM talks'],
    ['watch edit mention:<!subteam^S0EDITORS|@editors> talks', 'watch edit mention:S0EDITORS talks'],
    ['feed add <https://news.example/feed?a=1&amp;b=2>', 'feed add https://news.example/feed?a=1&b=2'],
    ['watch add Ruri\u200btania', 'watch add Ruritania'],
  ])('typed as "%s" means "%s"', async (typed, meant) => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    await slack.simulator.people.slash(typed, boris);
    await slack.simulator.until(() => asked.length > 0);
    expect(asked[0]?.asked).toEqual({ kind: 'words', words: meant });
  });

  test('nearly typed right offers what was meant, and pressing that says it', async () => {
    const nearly: Reply = {
      kind: 'refused',
      lines: [[{ kind: 'text', text: 'Did you mean this?' }]],
      actions: [{ label: 'Yes', command: 'watch add Ruritania' }],
    };
    const { asked, receive } = keepingReceiver(nearly);
    await using slack = await aSlack({ receive });
    const said = await slack.simulator.people.slash('wach ad Ruritania', boris);
    const [reply] = await slack.simulator.until(() => said.replies().length > 0 && said.replies());
    await slack.simulator.people.press('do-0', { ...boris, ts: reply?.ts ?? '' });
    await slack.simulator.until(() => asked.length > 1);
    expect(asked[1]?.asked).toEqual({ kind: 'words', words: 'watch add Ruritania' });
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('that comes twice is answered once', async () => {
    const { receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    const said = await slack.simulator.people.slash('help', { ...boris, twice: true });
    await slack.simulator.until(() => said.replies().length > 0);
    await slack[Symbol.asyncDispose]();
    expect(said.replies()).toHaveLength(1);
  });

  test('is acknowledged at once, however long its answer takes', async () => {
    const { promise: later, resolve: finish } = Promise.withResolvers<Reply>();
    await using slack = await aSlack({ receive: () => later, ackMs: 500 });
    const said = await slack.simulator.people.slash('news latest', boris);
    expect([said.end, said.replies()]).toEqual(['acked', []]);
    finish({ kind: 'answer', lines: [[{ kind: 'text', text: 'Nothing so far.' }]] });
    const [reply] = await slack.simulator.until(() => said.replies().length > 0 && said.replies());
    expect(words(reply)).toBe('Nothing so far.');
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('that takes its time is answered with a first word, and then below it', async () => {
    const { promise: later, resolve: finish } = Promise.withResolvers<Reply>();
    await using slack = await aSlack({ receive: () => later });
    const said = await slack.simulator.people.slash('news latest', boris);
    await slack.simulator.until(() => said.replies().length > 0);
    expect(said.replies().map(words)).toEqual(['One moment …']);
    finish({ kind: 'answer', lines: [[{ kind: 'text', text: 'Nothing so far.' }]] });
    await slack.simulator.until(() => said.replies().length > 1);
    expect(said.replies().map(words)).toEqual(['One moment …', 'Nothing so far.']);
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('is answered also where its first word did not reach Slack', async () => {
    const { promise: later, resolve: finish } = Promise.withResolvers<Reply>();
    await using slack = await aSlack({ receive: () => later });
    slack.simulator.faults.add({ method: 'response_url', effect: { kind: 'status', status: 500 } });
    const said = await slack.simulator.people.slash('news latest', boris);
    await slack.logged('slack.first_words_failed');
    finish({ kind: 'answer', lines: [[{ kind: 'text', text: 'Nothing so far.' }]] });
    await slack.simulator.until(() => said.replies().length > 0);
    expect(said.replies().map(words)).toEqual(['Nothing so far.']);
  });

  test.each([
    [undefined, ['en']],
    [
      ['fr', 'en'],
      ['fr', 'en'],
    ],
  ])('of whoever comes first leaves the workspace its languages (%s)', async (languages, expected) => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive, ...(languages && { languages }) });
    await slack.simulator.people.slash('help', boris);
    await slack.simulator.until(() => asked.length > 0);
    expect(asked[0]?.workspace.languages).toEqual(expected);
  });

  test('that changed something where Readout is not says how to invite it', async () => {
    const { receive } = keepingReceiver({ kind: 'done', lines: [[{ kind: 'text', text: 'Watched.' }]] });
    await using slack = await aSlack({ receive, languages: ['fr'] });
    const said = await slack.simulator.people.slash('watch add Ruritania', {
      user: 'U0CLARA',
      channel: 'C0NEWSROOM',
    });
    const [reply] = await slack.simulator.until(() => said.replies().length > 0 && said.replies());
    expect(words(reply)).toBe(
      '*Je ne suis pas dans #newsroom.* `/invite @readout` là-bas : ce qui est suivi viendra alors de soi-même.\nWatched.\nRéessayer',
    );
  });

  test('in a private channel knows the name that Slack does not put into the event', async () => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    await slack.simulator.people.slash('help', { user: 'U0BORIS', channel: 'C0EMBASSY' });
    await slack.simulator.until(() => asked.length > 0);
    expect(asked[0]?.channel.name).toBe('#embassy');
  });
});

describe('who may do what', () => {
  test('somebody of another company learns nothing in a shared channel', async () => {
    const world = deskWorld();
    world.teams.push(aTeam({ id: 'T0GUEST', name: 'Guests', botToken: 'xoxb-guest', botUser: 'U0OTHER' }));
    world.users.push(aUser({ id: 'U0GUEST', name: 'guest', team: 'T0GUEST' }));
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ world, receive });
    const said = await slack.simulator.people.slash('watch list', { ...boris, user: 'U0GUEST' });
    const [reply] = await slack.simulator.until(() => said.replies().length > 0 && said.replies());
    expect(words(reply)).toBe('Only people of The Desk can ask Readout here.');
    expect(asked).toEqual([]);
  });

  test('only admins and owners change things where the workspace says so', async () => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive, managers: 'admins' });
    await slack.simulator.people.slash('help', boris);
    await slack.simulator.people.slash('help', { ...boris, user: 'U0ANNA' });
    await slack.simulator.until(() => asked.length > 1);
    expect(asked.map(({ who, mayChange }) => [who, mayChange])).toEqual([
      ['U0BORIS', false],
      ['U0ANNA', true],
    ]);
  });
});

describe('the buttons of a card', () => {
  test('ask what it rests on, why it came and what can be done about it, and open what can be read', async () => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    const card = aCard({
      reads: [
        { label: 'Read: World Wire', link: 'https://world-wire.example/1', host: 'world-wire.example' },
      ],
    });
    const created = await slack.messenger.create(desk, card, 'a-card' as never);
    const ts = created.kind === 'sent' ? created.message : '';
    expect((await slack.simulator.people.press('read-0', { ...boris, ts })).end).toBe('acked');
    for (const action of ['do-sources', 'why', 'do-more']) {
      const before = asked.length;
      expect((await slack.simulator.people.press(action, { ...boris, ts })).end).toBe('acked');
      await slack.simulator.until(() => asked.length > before);
    }
    expect(asked.map((inbound) => inbound.asked)).toEqual([
      { kind: 'words', words: `story sources ${card.story}` },
      { kind: 'why', card: 'a-card' },
      { kind: 'words', words: menuOf('a-card' as DeliveryKey) },
    ]);
    expect(slack.simulator.violations()).toEqual([]);
  });
});

describe('the workspace', () => {
  test.each([
    [{ type: 'app_uninstalled' }, 0],
    [{ type: 'tokens_revoked', tokens: { bot: ['U0READOUT'] } }, 0],
    [{ type: 'tokens_revoked', tokens: { oauth: ['U0BORIS'] } }, 1],
  ])('is left when it takes the app or its token back: %j', async (event, left) => {
    await using slack = await aSlack();
    const botUser = slack.simulator.world.teams[0]?.botUser ?? '';
    const told = JSON.parse(JSON.stringify(event).replace('U0READOUT', botUser)) as typeof event;
    expect([...(slack.platform.workspaces?.() ?? [])]).toEqual([desk.workspace]);
    expect((await slack.simulator.people.event(told)).kind).toBe('acked');
    if (left === 0) await slack.logged('slack.removed');
    expect(slack.platform.workspaces?.().size).toBe(left);
    expect(slack.platform.problem?.() === undefined).toBe(left === 1);
  });
});

describe('the connection', () => {
  test.each(['terminate', 'refresh', 'warn'] as const)(
    'stands again after %s, and commands are heard',
    async (how) => {
      const { asked, receive } = keepingReceiver();
      await using slack = await aSlack({ receive });
      slack.simulator.sockets[how]();
      await slack.logged('slack.connected', 2);
      await slack.simulator.people.slash('help', boris);
      await slack.simulator.until(() => asked.length > 0);
      expect(asked).toHaveLength(1);
    },
  );

  test('goes on trying while Slack refuses, and the process lives on', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({
      method: 'apps.connections.open',
      effect: { kind: 'error', error: 'internal_error' },
    });
    slack.simulator.sockets.terminate();
    await slack.logged('slack.connected', 2);
    expect(slack.lines.join('\n')).toContain(
      'slack.connection_failed {"detail":"Slack failed (internal_error)"}',
    );
  });

  test('that Slack refuses for its app-level token is told once with the setting, and cards go on', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({
      method: 'apps.connections.open',
      times: 3,
      effect: { kind: 'error', error: 'token_revoked' },
    });
    slack.simulator.sockets.terminate();
    await slack.logged('slack.token_refused');
    expect(slack.platform.deafFor?.()).toBe('SLACK_APP_TOKEN');
    expect(slack.platform.problem?.()).toBeUndefined();
    expect(await slack.messenger.create(desk, aCard(), 'k' as DeliveryKey)).toMatchObject({ kind: 'sent' });
    await slack.logged('slack.connected', 2);
    expect(slack.platform.deafFor?.()).toBeUndefined();
    const told = slack.lines.filter((line) => line.includes('slack.token_refused'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Basic Information');
    expect(told[0]).not.toContain('xapp-simulated');
  }, 30_000);

  test('is not made with a wrong token, and the reason does not repeat it', async () => {
    await using simulator = await startSlackSimulator();
    const { lines, log } = keepingLog();
    const tokens = { bot: 'xoxb-wrong-token', app: 'xapp-wrong-token' };
    const connecting = connectSlack({
      botToken: new Secret(tokens.bot),
      appToken: new Secret(tokens.app),
      apiUrl: simulator.apiUrl,
      receive: keepingReceiver().receive,
      suggest: () => Promise.resolve([]),
      dashboard: () => Promise.resolve({ lines: [], channels: [], turns: [] }),
      ...noNotes,
      clock: () => new Date(),
      log,
    });
    const fault = await connecting.catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(TokenRefused);
    expect(String(fault)).toMatch(
      /^Error: Slack does not let Readout in: invalid_auth\. Copy the Bot User OAuth Token/,
    );
    expect(lines.join('\n')).not.toMatch(/wrong-token/);
  });

  test('is not tried with what is no token', async () => {
    const connecting = connectSlack({
      botToken: new Secret('xoxb-1\nxoxb-2'),
      appToken: new Secret('xapp-1'),
      apiUrl: 'http://127.0.0.1:1/',
      receive: keepingReceiver().receive,
      suggest: () => Promise.resolve([]),
      dashboard: () => Promise.resolve({ lines: [], channels: [], turns: [] }),
      ...noNotes,
      clock: () => new Date(),
      log: keepingLog().log,
    });
    await expect(connecting).rejects.toThrow('Slack does not let Readout in: the bot token is not a token');
  });

  test('never tells a token to the log', async () => {
    const { receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    slack.simulator.faults.add(
      { method: 'response_url', effect: { kind: 'status', status: 500 } },
      { method: 'chat.postMessage', effect: { kind: 'drop', when: 'before' } },
    );
    await slack.simulator.people.slash('help', boris);
    await slack.messenger.create(desk, aCard(), 'a-card' as never);
    await slack.logged('slack.answer_failed');
    const told = slack.lines.join('\n');
    expect(told).not.toMatch(/xoxb-|xapp-|\/response\/|ticket=/);
  });
});
