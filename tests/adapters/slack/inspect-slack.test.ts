import { expect, test } from 'vitest';
import { inspectSlack } from '#adapters/slack/inspect-slack.ts';
import { Secret } from '#kernel/secret.ts';
import { type SlackSimulator, startSlackSimulator } from '../../simulators/slack/slack-simulator.ts';
import { channelAt, desk } from './a-slack.ts';

const inspect = (
  simulator: SlackSimulator,
  differing: { readonly botToken?: string; readonly appToken?: string } = {},
) =>
  inspectSlack({
    botToken: new Secret(differing.botToken ?? simulator.botToken),
    appToken: new Secret(differing.appToken ?? simulator.appToken),
    apiUrl: simulator.apiUrl,
    channels: [
      desk,
      { ...channelAt('C0NEWSROOM'), name: '#newsroom' },
      { ...channelAt('C0BOARD'), name: '#board' },
      { ...channelAt('C0OLD'), name: '#old-desk' },
    ],
  });

test('a set-up says what works, and of each channel what is to be done', async () => {
  await using simulator = await startSlackSimulator();
  expect(await inspect(simulator)).toEqual([
    { message: 'The bot token is that of @readout in The Desk.' },
    { message: 'Socket Mode is on, and the app token opens it.' },
    { message: 'The bot is in #desk.' },
    { message: 'The bot is not in #newsroom.', remedy: 'Type /invite @readout there.' },
    {
      message: '#board is not there, or it is private and the bot is not in it.',
      remedy: 'Type /invite @readout there.',
    },
    { message: '#old-desk is archived.', remedy: 'Unarchive it, or watch the topics in another channel.' },
  ]);
  expect(simulator.violations()).toEqual([]);
});

test('a missing scope is named with what it is for; one that is optional has no remedy', async () => {
  await using simulator = await startSlackSimulator();
  simulator.world.teams[0]!.scopes = ['chat:write', 'channels:read', 'groups:read', 'users:read'];
  const findings = await inspect(simulator);
  expect(findings.slice(1, 5)).toEqual([
    {
      message: 'The scope commands is missing: without it Readout cannot hear /readout.',
      remedy:
        'Paste config/slack-manifest.json at api.slack.com/apps, your app → App Manifest, save, and reinstall the app.',
    },
    {
      message:
        'Without the scope channels:history, which may be left out, a card in a public channel whose answer was lost ends as uncertain.',
    },
    {
      message:
        'Without the scope groups:history, which may be left out, a card in a private channel whose answer was lost ends as uncertain.',
    },
    {
      message:
        'Without the scope usergroups:read, which may be left out, no user group can be mentioned, or manage watches.',
    },
  ]);
});

test('tokens that do not work are told apart, and neither is repeated', async () => {
  await using simulator = await startSlackSimulator();
  const findings = await inspect(simulator, { botToken: 'xoxb-wrong', appToken: 'xapp-wrong' });
  expect(findings.map(({ message }) => message)).toEqual([
    'The bot token does not work: invalid_auth.',
    'Socket Mode does not open: invalid_auth.',
  ]);
  expect(findings.every(({ remedy }) => remedy !== undefined)).toBe(true);
  expect(JSON.stringify(findings)).not.toMatch(/wrong/);
});

test.each([
  ['a space in it', 'xoxb-1 2'],
  ['two lines', 'xoxb-1\nxoxb-2'],
  ['a dash that a keyboard made', 'xoxb–1'],
])('what has %s is not a token, and Slack is not asked', async (_what, pasted) => {
  await using simulator = await startSlackSimulator();
  const findings = await inspect(simulator, { botToken: pasted, appToken: pasted });
  const isNone = 'is not a token: there is a space, a second line or a foreign character in it.';
  expect(findings.map(({ message }) => message)).toEqual([
    `The bot token ${isNone}`,
    `The app token ${isNone}`,
  ]);
  expect(findings.map(({ remedy }) => remedy)).toEqual([
    expect.stringContaining('xoxb-') as string,
    expect.stringContaining('xapp-') as string,
  ]);
});

test('a Slack out of reach is not taken for a wrong token', async () => {
  const simulator = await startSlackSimulator();
  await simulator[Symbol.asyncDispose]();
  const [bot] = await inspect(simulator);
  expect(bot).toEqual({
    message: 'The bot token does not work: Slack could not be reached (ECONNREFUSED).',
    remedy: 'Look whether this machine reaches slack.com, and try again.',
  });
});
