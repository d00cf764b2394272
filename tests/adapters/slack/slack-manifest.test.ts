import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NEEDED_SCOPES, OPTIONAL_SCOPES } from '#adapters/slack/slack-scopes.ts';

/** The parts of Slack's app manifest that this test speaks of. */
type Manifest = {
  readonly features: {
    readonly app_home: { readonly home_tab_enabled: boolean };
    readonly slash_commands: readonly { readonly command: string; readonly should_escape: boolean }[];
    readonly shortcuts: readonly { readonly type: string; readonly callback_id: string }[];
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[]; readonly bot_optional: readonly string[] };
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean };
    readonly socket_mode_enabled: boolean;
  };
};

const manifest = JSON.parse(readFileSync('config/slack-manifest.json', 'utf8')) as Manifest;
const source = globSync('src/adapters/slack/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** What each method that the adapter calls needs of a bot (docs.slack.dev, method pages). */
const SCOPES_OF_METHODS: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'apps.connections.open': [],
  'chat.delete': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'usergroups.list': ['usergroups:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

test('the manifest asks for the scopes of the methods that are called, and for no other', () => {
  const called = [...source.matchAll(/\b(?:client|bot|app)\.((?:[a-z]+\.)+[a-zA-Z]+)\(/g)].map(
    ([, method]) => method ?? '',
  );
  expect(new Set(called)).toEqual(new Set(Object.keys(SCOPES_OF_METHODS)));
  const needed = new Set([...called.flatMap((method) => SCOPES_OF_METHODS[method] ?? []), 'commands']);
  expect(new Set(manifest.oauth_config.scopes.bot)).toEqual(needed);
});

test('readout check looks for what the manifest asks for', () => {
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
  expect(bot.filter((scope) => !optional.includes(scope))).toEqual(Object.keys(NEEDED_SCOPES).toSorted());
  expect(optional).toEqual(Object.keys(OPTIONAL_SCOPES));
});

test('the manifest offers what the adapter listens to', () => {
  expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/readout']);
  // Else Slack would not say which channel or group is meant by its name.
  expect(manifest.features.slash_commands.map((one) => one.should_escape)).toEqual([true]);
  expect(source).toContain('app.command(');
  const shortcuts = [...source.matchAll(/type: '(message)_action', callback_id: (\w+)/g)];
  expect(manifest.features.shortcuts.map(({ type }) => type)).toEqual(shortcuts.map(([, type]) => type));
  for (const { callback_id: id } of manifest.features.shortcuts) expect(source).toContain(`'${id}'`);
  expect(manifest.settings.interactivity.is_enabled).toBe(source.includes('app.action'));
  const heard = [...source.matchAll(/app\.event\('(\w+)'/g)].map(([, event]) => event);
  expect(new Set(manifest.settings.event_subscriptions.bot_events)).toEqual(new Set(heard));
  expect(manifest.features.app_home.home_tab_enabled).toBe(heard.includes('app_home_opened'));
  expect(source).not.toContain('app.message(');
  expect(manifest.settings.socket_mode_enabled).toBe(source.includes('new SocketModeReceiver('));
});
