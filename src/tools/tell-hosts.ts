import type { Writable } from 'node:stream';
import { listFeedAddresses } from '#compose/list-feed-addresses.ts';
import type { Config } from '#config/read-config.ts';

/** A host that the program asks, for a firewall. Everything goes out; nothing has to be let in. */
export type HostNeeded = {
  readonly host: string;
  readonly port: number;
  /** `feed`: a feed, and the pages of official outlets; `discord`, `slack`: only with their tokens; `database`. */
  readonly for: 'feed' | 'discord' | 'slack' | 'database';
  /** Whether the settings as they are make the program ask it. */
  readonly isUsed: boolean;
};

/** Where each platform lives. Discord names the host to come back to, one of its gateway's. */
const PLATFORM_HOSTS = {
  discord: ['discord.com', 'gateway.discord.gg', '*.discord.gg'],
  slack: ['slack.com', 'wss-primary.slack.com', 'wss-backup.slack.com'],
} as const;
const HTTPS = 443;
const POSTGRES = 5_432;

/** `readout check --hosts [--json]`: every host the program asks, one a line, sorted. Asks none of them. */
export async function tellHosts(config: Config, isJson: boolean, output: Writable): Promise<number> {
  const hosts = hostsNeeded(config, await listFeedAddresses(config));
  const lines = hosts.map((one) => (isJson ? JSON.stringify(one) : `${one.host}:${one.port}`));
  output.write(`${[...new Set(lines)].join('\n')}\n`);
  return 0;
}

/** Each host once for each thing it is for, by name. */
export function hostsNeeded(
  { settings, catalogue }: Pick<Config, 'settings' | 'catalogue'>,
  addresses: readonly string[],
): readonly HostNeeded[] {
  const feeds = [...catalogue.feeds.map(({ url }) => url), ...addresses].flatMap((url) =>
    hostOf(url, 'feed'),
  );
  const platforms = (['discord', 'slack'] as const).flatMap((platform) =>
    PLATFORM_HOSTS[platform].map(
      (host): HostNeeded => ({
        host,
        port: HTTPS,
        for: platform,
        isUsed: settings[platform] !== undefined,
      }),
    ),
  );
  const database =
    settings.database.url === undefined ? [] : hostOf(settings.database.url.reveal(), 'database');
  const distinct = new Map(
    [...feeds, ...platforms, ...database].map((one) => [`${one.host} ${one.port} ${one.for}`, one]),
  );
  return [...distinct.keys()].toSorted().flatMap((key) => distinct.get(key) ?? []);
}

function hostOf(address: string, what: HostNeeded['for']): readonly HostNeeded[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const usual = what === 'database' ? POSTGRES : url.protocol === 'https:' ? HTTPS : 80;
  return [{ host: url.hostname, port: Number(url.port) || usual, for: what, isUsed: true }];
}
