import { z } from 'zod';
import type { Platform } from '#channel/channel.ts';
import type { ProxySettings } from '#config/read-proxies.ts';
import type { Secret } from '#kernel/secret.ts';

const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'must be a language code such as en or fr');
const zoneName = z.string().refine(isZone, 'must be an IANA time zone such as Europe/Paris');
const NETWORK = 'must be a network such as 10.0.0.0/8 or fd00::/8';
const network = z.union([z.cidrv4(NETWORK), z.cidrv6(NETWORK)]);

const operatorChannel = z
  .string()
  .regex(
    /^(?:terminal|discord:\d{15,21}|slack:[CGD][A-Z0-9]{8,})$/,
    'must be terminal, discord: with a channel id, or slack: with a channel id',
  );

/** The form of `config/readout.yaml`; what is left out gets the default that the file itself shows. */
export const settingsShape = z.strictObject({
  languages: z.array(languageCode).min(1).default(['en']),
  zone: zoneName.default('UTC'),
  database: z
    .strictObject({
      file: z.string().min(1).default('data/readout.sqlite'),
      disk_is_kept: z.boolean().default(false),
    })
    .prefault({}),
  keeping: z
    .strictObject({
      texts_days: z.int().min(7).default(90),
      titles_days: z.int().min(30).default(548),
      seen_keys_days: z.int().min(90).default(548),
      left_workspaces_days: z.int().min(1).default(30),
    })
    .prefault({}),
  limits: z.strictObject({ watches_a_workspace: z.int().min(1).max(100_000).default(500) }).prefault({}),
  terminal: z
    .strictObject({ enabled: z.boolean().default(true), watch_starters: z.boolean().default(true) })
    .prefault({}),
  feeds: z
    .strictObject({
      project_address: z.url({ protocol: /^https?$/ }).default('https://github.com/readout-news/readout'),
      allow_networks: z.array(network).default([]),
      at_once: z.int().min(1).max(64).default(8),
      timeout_seconds: z.int().min(1).max(120).default(20),
      max_megabytes: z.int().min(1).max(50).default(10),
      check_addresses: z.boolean().default(true),
      read_official_pages: z.boolean().default(true),
      tell_publishers: z.boolean().default(false),
    })
    .prefault({}),
  operator: z.strictObject({ channel: operatorChannel.default('terminal') }).prefault({}),
  web: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(0),
      host: z.string().min(1).default('127.0.0.1'),
    })
    .prefault({}),
  slack: z
    .strictObject({ managers: z.enum(['channel-members', 'admins']).default('channel-members') })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error']).default('info') }).prefault({}),
});

/** What one workspace of Slack gave its app. */
export type SlackTokens = {
  readonly botToken: Secret;
  readonly appToken: Secret;
  /** The variable that the bot's token came in; absent: the first. */
  readonly variable?: string;
};

/** What the operator chose, checked. */
export type Settings = {
  readonly languages: readonly string[];
  readonly zone: string;
  readonly database: {
    /** SQLite's; with PostgreSQL only what may be lost stands beside it. */
    readonly file: string;
    readonly isDiskKept: boolean;
    /** PostgreSQL instead. */
    readonly url?: Secret;
  };
  /** After how many days things are deleted. */
  readonly keeping: {
    readonly textsDays: number;
    readonly titlesDays: number;
    readonly seenKeysDays: number;
    readonly leftWorkspacesDays: number;
  };
  /** How many topics all channels of one workspace may watch together. */
  readonly limits: { readonly watchesAWorkspace: number };
  readonly terminal: { readonly isEnabled: boolean; readonly watchesStarters: boolean };
  readonly feeds: {
    readonly projectAddress: string;
    readonly allowNetworks: readonly string[];
    readonly atOnce: number;
    readonly timeoutMs: number;
    readonly maxBytes: number;
    readonly readsOfficialPages: boolean;
    /** Whether the addresses of articles that stand on cards are asked for again. */
    readonly checksAddresses: boolean;
    /** Publishers are told, in the User-Agent, how many channels watch anything that their feed may match. */
    readonly tellsPublishers: boolean;
    readonly proxies: ProxySettings;
  };
  /** Where the operator is told what concerns the program itself; on the terminal that is the log. */
  readonly operator: { readonly platform: Platform; readonly address: string };
  readonly web: { readonly port: number; readonly host: string; readonly token?: Secret };
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' };
  /** Absent without a token. `apiUrl` is a simulator on this machine. */
  readonly discord?: { readonly token: Secret; readonly apiUrl?: string };
  /** Absent without both tokens. */
  readonly slack?: {
    readonly botToken: Secret;
    readonly appToken: Secret;
    readonly apiUrl?: string;
    /** Of further workspaces; none that fails holds another. */
    readonly others?: readonly SlackTokens[];
    /** Who may change watches: whoever is in the channel and of the workspace, or its admins and owners only. */
    readonly managers: 'channel-members' | 'admins';
  };
};

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format();
    return true;
  } catch {
    return false;
  }
}
