import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { feedLinksIn } from '#adapters/rss/feed-links.ts';
import { readOpml } from '#adapters/rss/read-opml.ts';
import { rssFeedParser } from '#adapters/rss/rss-feed-parser.ts';
import type { Article, ArticleId } from '#article/article.ts';
import { withButtons } from '#command/button/button-commands.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { AttemptLimit } from '#command/feed/attempt-limit.ts';
import { readAgain } from '#command/feed/read-again.ts';
import { findCommand } from '#command/find-command.ts';
import type { Form } from '#command/form.ts';
import { Catalogue } from '#feed/catalogue.ts';
import type { Feed, FeedId } from '#feed/feed.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { searchWordsOf } from '#language/search-words.ts';
import { articleSpots } from '#match/article-spots.ts';
import { searchKeysOf } from '#match/search-keys.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { openStory } from '#story/open-story.ts';
import { extractiveSummarizer } from '#summary/extractive-summarizer.ts';
import { desk as channel, NOON } from '../delivery/owed.ts';
import { smallLexicon } from '../lexicon/small-lexicon.ts';

/** Invented, as are its reports. */
const outlet: Outlet = {
  id: 'world-wire' as OutletId,
  name: 'World Wire',
  kind: 'wire',
  owner: 'World Wire',
  languages: ['en'],
};
const feed: Feed = { id: 'feed' as FeedId, url: 'https://wire.example/feed', outlet: outlet.id };

/** A web on which nothing answers. */
const noWeb: FeedFetcher = {
  visit: async () => ({
    kind: 'failed',
    reason: 'unreachable',
    detail: 'The address could not be reached.',
    hints: {},
  }),
};

/** A desk over a database of its own, with the small lexicon, at noon; `web` is what feeds are looked for on. */
export async function aDesk(languages: readonly string[] = ['en'], web: FeedFetcher = noWeb) {
  const folder = await mkdtemp(join(tmpdir(), 'readout-desk-'));
  const database = await openSqliteLedger({ file: join(folder, 'readout.db') });
  const { ledger } = database;
  await ledger.workspaces.save({
    id: channel.workspace,
    platform: 'terminal',
    name: 'Newsroom',
    languages,
    zone: 'UTC',
  });
  await ledger.workspaces.saveChannel(channel);
  let tokens = 0;
  const desk: Desk = {
    ledger,
    lexicon: smallLexicon,
    catalogue: new Catalogue({ feeds: [feed], outlets: [outlet] }),
    search: { fetcher: web, parser: rssFeedParser, linksIn: feedLinksIn, readOpml },
    attempts: new AttemptLimit(),
    detect: () => 'en',
    summarizer: extractiveSummarizer,
    clock: () => NOON,
    freshToken: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
  };
  return {
    desk,
    feed,
    run: (command: Command, options: Ask['options'] = {}) =>
      command.run({ channel, who: 'Ana', options }, desk),
    /** Opens the form of a command. */
    open: async (command: Command, options: Ask['options'] = {}): Promise<Form> => {
      const form = await command.form?.({ channel, who: 'Ana', options }, desk);
      if (form?.kind !== 'form') throw new Error(`${command.path.join(' ')} opens no form.`);
      return form;
    },
    /** Presses the button of a reply that is called so, at noon or later. */
    press: (reply: Reply, label: string, now: Date = NOON) => {
      const command = reply.actions?.find((action) => action.label === label)?.command;
      const found = findCommand([command ?? ''], withButtons(commands));
      if (found.kind !== 'command') throw new Error(`No button that does something is called ${label}.`);
      return found.command.run(
        { channel, who: 'Ana', options: found.options },
        { ...desk, clock: () => now },
      );
    },
    /** Stores a report, alone in its story, so many hours old; gives the story's short name. */
    report: (title: string, hoursAgo = 1) => report(desk, title, hoursAgo),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

async function report(desk: Desk, title: string, hoursAgo: number): Promise<string> {
  const at = new Date(NOON.getTime() - hoursAgo * HOUR_MS).toISOString();
  const article: Article = {
    id: `article: ${title} ${hoursAgo}` as ArticleId,
    feed: feed.id,
    outlet: outlet.id,
    title,
    isFullText: false,
    publishedAt: at,
    seenAt: at,
    edition: 1,
    isArchive: true,
  };
  const { ledger, lexicon } = desk;
  await ledger.articles.save(article, 'read');
  const read = readAgain(article, desk);
  await ledger.articles.index(article.id, [
    ...searchWordsOf(read.analysis),
    searchKeysOf(articleSpots(read, lexicon)),
  ]);
  const { id, outlet: from } = article;
  const fingerprint: Fingerprint = {
    article: id,
    outlet: from,
    at,
    form: 'report',
    actors: {},
    events: [],
    numbers: [],
    terms: {},
  };
  const origins = [{ kind: 'wire', outlet: from, name: outlet.name }] as const;
  const story = openStory(fingerprint, {
    status: { kind: 'reported', origins },
    sides: [],
    others: [],
    corrections: [],
    origins,
    outlets: 1,
    owners: 1,
  });
  await ledger.stories.save(story);
  await ledger.stories.addArticle(story.id, fingerprint);
  return story.shortName;
}
