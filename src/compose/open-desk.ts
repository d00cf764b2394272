import { loadFasttextDetector } from '#adapters/detector/fasttext-detector.ts';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { renderReply } from '#adapters/terminal/render-reply.ts';
import { terminalChannel } from '#adapters/terminal/terminal-channel.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Desk, Reply } from '#command/command.ts';
import { AttemptLimit } from '#command/feed/attempt-limit.ts';
import { feedSearchOver } from '#compose/feed-search-over.ts';
import { freeDiskBytes } from '#compose/free-disk-bytes.ts';
import { freshToken } from '#compose/fresh-token.ts';
import { openCatalogue } from '#compose/open-catalogue.ts';
import { openDatabase } from '#compose/open-database.ts';
import { styleOf, welcomeTerminal } from '#compose/open-terminal.ts';
import type { Surroundings } from '#compose/surroundings.ts';
import { userAgentOf } from '#compose/user-agent-of.ts';
import type { Config } from '#config/read-config.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';

/** What the command line works with: the same desk that chat uses, and the terminal's way to show a reply. */
export type OpenDesk = AsyncDisposable & {
  readonly desk: Desk;
  readonly channel: ChannelRef;
  render(reply: Reply): readonly string[];
};

/** Opens the desk for one command; no lease is needed for that. */
export async function openDesk(config: Config, surroundings: Surroundings): Promise<OpenDesk> {
  await using opening = new AsyncDisposableStack();
  const database = opening.use(await openDatabase(config, surroundings.clock));
  const { settings } = config;
  const fetcher = opening.use(undiciFeedFetcher({ ...settings.feeds, userAgent: userAgentOf(settings) }));
  const { clock, note } = surroundings;
  await welcomeTerminal(config, database.ledger, clock);
  const catalogue = await openCatalogue(config, database.ledger);
  const desk: Desk = {
    ledger: database.ledger,
    lexicon: config.lexicon,
    catalogue,
    search: feedSearchOver(() => fetcher),
    attempts: new AttemptLimit(),
    mostWatches: settings.limits.watchesAWorkspace,
    freshToken,
    detect: await loadFasttextDetector(),
    summarizer: extractiveSummarizer,
    clock,
    databaseBytes: () => database.sizeInBytes(),
    ...(settings.database.url === undefined && {
      freeDiskBytes: () => freeDiskBytes(settings.database.file),
    }),
    ...(note !== undefined && { note }),
  };
  const view = { language: settings.languages[0] ?? 'en', zone: settings.zone };
  const kept = opening.move();
  return {
    desk,
    channel: terminalChannel,
    render: (reply) => renderReply(reply, view, clock(), styleOf(surroundings)),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
