import { env } from 'node:process';
import type { Writable } from 'node:stream';
import { type FeedFinding, inspectFeeds } from '#article/inspect-feeds.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';
import { checkDatabase } from '#compose/check-database.ts';
import { inspectPlatforms } from '#compose/inspect-platforms.ts';
import { listChatChannels } from '#compose/list-chat-channels.ts';
import { openInspection } from '#compose/open-inspection.ts';
import { InvalidSettings, type Problem } from '#config/problem.ts';
import { type Config, readConfig } from '#config/read-config.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { misuse } from '#tools/misuse.ts';
import { postTestCard } from '#tools/post-test-card.ts';
import { tellHosts } from '#tools/tell-hosts.ts';
import { usageOfTool } from '#tools/tool-usage.ts';

/** sysexits.h: EX_CONFIG. */
const EXIT_CONFIG = 78;

type Say = (line: string) => void;

/** `post`: the channel that is to get a test card; `hosts`: how they are to be listed, instead of any check. */
type Asked = { readonly isOffline: boolean; readonly post?: string; readonly hosts?: 'lines' | 'json' };

/**
 * `readout check`: settings, database, chat platforms and every feed, visited once; what works, what does not, and the
 * remedy. `--offline` leaves out what needs the network; `--post CHANNEL` posts a test card instead of visiting feeds;
 * `--hosts` lists every host a firewall has to let the program ask, and asks none of them.
 * The exit status is 78 when something must be mended before a start, 1 when only a feed, a platform or the card fails.
 */
export async function check(rest: readonly string[], output: Writable): Promise<number> {
  const asked = readWords(rest);
  if (asked === undefined) return misuse(usageOfTool('check'));
  const say: Say = (line) => void output.write(`${line}\n`);
  const config = readOrTell(say);
  if (!config) return EXIT_CONFIG;
  if (asked.hosts !== undefined) return tellHosts(config, asked.hosts === 'json', output);
  tellSettings(config, say);

  const database = await checkDatabase(config);
  tellFinding('database', database, say);
  const isWell = asked.isOffline ? tellOffline(say) : await checkOnline(config, asked.post, say);
  if (database.remedy !== undefined) return EXIT_CONFIG;
  return isWell ? 0 : 1;
}

function readWords(rest: readonly string[]): Asked | undefined {
  const [flag, channel, ...more] = rest;
  if (flag === undefined) return { isOffline: false };
  if (flag === '--offline' && channel === undefined) return { isOffline: true };
  if (flag === '--hosts' && channel === undefined) return { isOffline: true, hosts: 'lines' };
  if (flag === '--hosts' && channel === '--json' && more.length === 0) {
    return { isOffline: true, hosts: 'json' };
  }
  if (flag === '--post' && channel !== undefined && more.length === 0)
    return { isOffline: false, post: channel };
  return undefined;
}

function readOrTell(say: Say): Config | undefined {
  try {
    return readConfig(env);
  } catch (cause) {
    if (!(cause instanceof InvalidSettings)) throw cause;
    for (const problem of cause.problems) tellProblem(problem, say);
    return undefined;
  }
}

const tellProblem = ({ where, message, remedy }: Problem, say: Say): void =>
  say(`✗ ${where}: ${message}\n  → ${remedy}`);

function tellFinding(what: string, { message, remedy }: SetUpFinding, say: Say): void {
  say(remedy === undefined ? `✓ ${what}: ${message}` : `✗ ${what}: ${message}\n  → ${remedy}`);
}

function tellSettings({ settings, lexicon, catalogue, starters }: Config, say: Say): void {
  say(
    `✓ settings: ${lexicon.actors.size} actors, ${lexicon.events.size} event types, ${starters.length} starter topics`,
  );
  say(`✓ catalogue: ${catalogue.feeds.length} feeds of ${catalogue.outlets.length} outlets`);
  say(
    settings.terminal.isEnabled
      ? '✓ terminal: cards are printed here'
      : '· terminal: switched off, cards are not printed here',
  );
  if (settings.discord === undefined) say('· discord: not started, there is no DISCORD_TOKEN');
  if (settings.slack === undefined)
    say('· slack: not started, there are no SLACK_BOT_TOKEN and SLACK_APP_TOKEN');
  say(
    settings.web.port > 0
      ? `✓ web: ${settings.web.host}:${settings.web.port}`
      : '· web: switched off (web.port: 0)',
  );
}

function tellOffline(say: Say): boolean {
  say('· feeds and chat platforms: not visited (--offline)');
  return true;
}

async function checkOnline(config: Config, post: string | undefined, say: Say): Promise<boolean> {
  const channels = await listChatChannels(config);
  const arePlatformsWell = await tellPlatforms(config, channels, say);
  if (post === undefined) return (await visitAll(config, say)).length === 0 && arePlatformsWell;

  const posted = await postTestCard(post, channels, config, new Date());
  tellFinding('test card', posted, say);
  return posted.remedy === undefined;
}

async function tellPlatforms(config: Config, channels: readonly ChannelRef[], say: Say): Promise<boolean> {
  const found = await inspectPlatforms(config, channels);
  for (const { platform, findings } of found) {
    for (const finding of findings) tellFinding(platform, finding, say);
  }
  return found.every(({ findings }) => findings.every(({ remedy }) => remedy === undefined));
}

async function visitAll(config: Config, say: Say): Promise<readonly FeedFinding[]> {
  const { feeds, outlets } = config.catalogue;
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const findings: FeedFinding[] = [];
  await using inspection = openInspection(config);
  await inspectFeeds(feeds, inspection, (finding) => {
    findings.push(finding);
    const outlet = names.get(finding.feed.outlet) ?? finding.feed.outlet;
    say(lineOf(finding, `${findings.length}/${feeds.length} ${outlet}`));
  });
  const failing = findings.filter(({ problem }) => problem !== undefined);
  if (failing.length > 0) {
    say(`  → ${failing.length} of ${feeds.length} feeds do not answer now; the rest goes on without them.`);
    say('    If it is all of them, look at your network or proxy.');
  }
  return failing;
}

function lineOf({ feed, items, newest, problem }: FeedFinding, who: string): string {
  if (problem !== undefined) return `✗ ${who}: ${problem} (${shownAddress(feed.url)})`;
  return `✓ ${who}: ${items} items${newest === undefined ? '' : `, newest ${newest}`}`;
}
