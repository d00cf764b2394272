import type { Platform } from '#channel/channel.ts';
import type { Complain } from '#config/problem.ts';
import { readDatabase } from '#config/read-database.ts';
import { readPlatforms } from '#config/read-platforms.ts';
import { readProxies } from '#config/read-proxies.ts';
import { type Environment, readSecret } from '#config/read-secret.ts';
import { type Settings, settingsShape } from '#config/settings.ts';
import { tableReader } from '#config/table-reader.ts';
import { SECOND_MS } from '#kernel/clock.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const MEGABYTE = 1024 * 1024;

/** `config/readout.yaml` and the environment, read once; absent when something in them has to be mended first. */
export function readSettings(
  folder: string,
  environment: Environment,
  complain: Complain,
): Settings | undefined {
  const read = tableReader(folder, complain)('readout.yaml', settingsShape);
  const token = readSecret('READOUT_WEB_TOKEN', environment, complain);
  const { discord, slack } = readPlatforms(environment, complain);
  const proxies = readProxies(environment, complain);
  if (!read) return undefined;

  const { value: table, whereIs } = read;
  if (table.web.port > 0 && !LOOPBACK.has(table.web.host) && !token) {
    complain({
      where: whereIs('web', 'host'),
      message: `web → host: ${table.web.host} can be reached from elsewhere, and there is no token.`,
      remedy: 'Set READOUT_WEB_TOKEN, or keep web.host at 127.0.0.1.',
    });
  }
  checkOperator(
    table.operator.channel,
    { discord, slack },
    { complain, where: whereIs('operator', 'channel') },
  );
  return {
    languages: table.languages,
    zone: table.zone,
    database: readDatabase(table.database, environment, complain),
    limits: { watchesAWorkspace: table.limits.watches_a_workspace },
    keeping: {
      textsDays: table.keeping.texts_days,
      titlesDays: table.keeping.titles_days,
      seenKeysDays: table.keeping.seen_keys_days,
      leftWorkspacesDays: table.keeping.left_workspaces_days,
    },
    terminal: { isEnabled: table.terminal.enabled, watchesStarters: table.terminal.watch_starters },
    feeds: {
      projectAddress: table.feeds.project_address,
      allowNetworks: table.feeds.allow_networks,
      atOnce: table.feeds.at_once,
      timeoutMs: table.feeds.timeout_seconds * SECOND_MS,
      maxBytes: table.feeds.max_megabytes * MEGABYTE,
      readsOfficialPages: table.feeds.read_official_pages,
      checksAddresses: table.feeds.check_addresses,
      tellsPublishers: table.feeds.tell_publishers,
      proxies,
    },
    operator: operatorOf(table.operator.channel),
    web: { port: table.web.port, host: table.web.host, ...(token && { token }) },
    log: table.log,
    ...(discord && { discord }),
    ...(slack && { slack: { ...slack, ...table.slack } }),
  };
}

/** A notice for a platform that is not set up would wait for ever. */
function checkOperator(
  channel: string,
  platforms: Readonly<Record<'discord' | 'slack', unknown>>,
  { complain, where }: { readonly complain: Complain; readonly where: string },
): void {
  const { platform } = operatorOf(channel);
  if (platform === 'terminal' || platforms[platform] !== undefined) return;
  complain({
    where,
    message: `operator → channel: ${channel} is on ${platform}, which has no token.`,
    remedy: `Set the token of ${platform} (see .env.example), or take the channel out.`,
  });
}

/** "discord:123" is the channel 123 of Discord; the terminal has no more than one. */
function operatorOf(channel: string): Settings['operator'] {
  const [platform, address = ''] = channel.split(':');
  return { platform: platform as Platform, address };
}
