import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Environment } from '#config/read-secret.ts';
import { configWith, problemsWith } from './small-config.ts';

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

describe('the platforms with a token', () => {
  test('are set up, and no other', () => {
    const none = configWith({}).settings;
    expect([none.discord, none.slack]).toEqual([undefined, undefined]);

    const discord = configWith({}, { DISCORD_TOKEN: ' d-1 ', SLACK_BOT_TOKEN: '' }).settings;
    expect(discord.discord?.token.reveal()).toBe('d-1');
    expect(discord.slack).toBeUndefined();

    const { slack } = configWith({}, SLACK).settings;
    expect([slack?.botToken.reveal(), slack?.appToken.reveal()]).toEqual(['xoxb-1', 'xapp-1']);
  });

  test('are several workspaces of Slack, each with both of its tokens', () => {
    const second = { SLACK_BOT_TOKEN_2: 'xoxb-2', SLACK_APP_TOKEN_2: 'xapp-2' };
    const { slack } = configWith({}, { ...SLACK, ...second }).settings;
    const others = slack?.others?.map(({ botToken, appToken }) => [botToken.reveal(), appToken.reveal()]);
    expect(others).toEqual([['xoxb-2', 'xapp-2']]);
    expect(problemsWith({}, { ...SLACK, SLACK_BOT_TOKEN_3: 'xoxb-3' })).toMatchObject([
      { where: 'SLACK_APP_TOKEN_3', message: expect.stringContaining('Slack needs both') as string },
    ]);
  });

  test('let the members of a Slack channel change watches, unless the settings say otherwise', () => {
    expect(configWith({}, SLACK).settings.slack?.managers).toBe('channel-members');
    const strict = 'database: { disk_is_kept: true }\nslack: { managers: admins }\n';
    expect(configWith({ 'readout.yaml': strict }, SLACK).settings.slack?.managers).toBe('admins');
  });

  test('show no token when their settings are printed', () => {
    const { settings } = configWith({}, { ...SLACK, DISCORD_TOKEN: 'd-1' });
    const printed = `${inspect(settings, { depth: 9 })} ${JSON.stringify(settings)}`;
    for (const token of ['d-1', 'xoxb-1', 'xapp-1']) expect(printed).not.toContain(token);
  });

  test('may be simulators on this machine', () => {
    const api = 'http://127.0.0.1:4000/api';
    const { discord } = configWith({}, { DISCORD_TOKEN: 'd-1', READOUT_DISCORD_API: api }).settings;
    expect(discord?.apiUrl).toBe(api);
  });
});

const told = (channel: string) => `database: { disk_is_kept: true }\noperator: { channel: "${channel}" }\n`;

describe("the operator's channel", () => {
  test('is the log, unless the settings name a channel of a platform with a token', () => {
    expect(configWith({}).settings.operator).toEqual({ platform: 'terminal', address: '' });
    const discord = configWith(
      { 'readout.yaml': told('discord:123456789012345678') },
      { DISCORD_TOKEN: 'd-1' },
    );
    expect(discord.settings.operator).toEqual({ platform: 'discord', address: '123456789012345678' });
    const slack = configWith({ 'readout.yaml': told('slack:C0123456789') }, SLACK);
    expect(slack.settings.operator).toEqual({ platform: 'slack', address: 'C0123456789' });
  });

  test('is a problem where its platform has no token, or where it is no channel', () => {
    expect(problemsWith({ 'readout.yaml': told('slack:C0123456789') })).toMatchObject([
      { message: expect.stringContaining('which has no token'), remedy: expect.stringContaining('slack') },
    ]);
    expect(problemsWith({ 'readout.yaml': told('#ops') })).toMatchObject([
      { message: expect.stringContaining('must be terminal, discord:') },
    ]);
  });
});

describe('a token that cannot work is told with a remedy', () => {
  test.each<[string, Environment, string, string]>([
    ['one of Slack alone', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'Slack needs both'],
    ['the other of Slack alone', { SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'Slack needs both'],
    [
      'a token in the place of the other',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-2' },
      'SLACK_BOT_TOKEN',
      'does not begin with xoxb-',
    ],
  ])('%s', (_what, environment, where, message) => {
    expect(problemsWith({}, environment)).toMatchObject([
      { where, message: expect.stringContaining(message), remedy: expect.stringMatching(/./) },
    ]);
  });

  test.each(['https://discord.example', 'http://127.0.0.1.example', 'http://127.0.0.1:99999/', 'here'])(
    'an API address elsewhere: %s',
    (api) => {
      expect(problemsWith({}, { ...SLACK, READOUT_SLACK_API: api })).toMatchObject([
        { where: 'READOUT_SLACK_API', message: expect.stringContaining('on this machine') },
      ]);
    },
  );
});
