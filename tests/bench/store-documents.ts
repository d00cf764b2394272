import { join } from 'node:path';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { undiciFeedFetcher } from '#adapters/http/undici-feed-fetcher.ts';
import { readDocument } from '#article/read-document.ts';
import { openParser } from '#compose/open-parser.ts';
import type { Settings } from '#config/settings.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { Feed } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';

/** What a feed reader does at a first visit and nothing more: every document fetched, read, told apart and stored. */
export async function storeDocuments(
  catalogue: Catalogue,
  settings: Settings['feeds'],
  folder: string,
  now: Date,
): Promise<void> {
  await using database = await openSqliteLedger({ file: join(folder, 'documents.sqlite') });
  await using fetcher = undiciFeedFetcher({ ...settings, userAgent: 'Readout/0 (+https://readout.example)' });
  const { ledger } = database;
  const parser = openParser();

  async function store(feed: Feed): Promise<void> {
    const record = newFeedRecord(feed, now);
    const visit = await fetcher.visit(record);
    const read = await readDocument(record, visit, { parser, articles: ledger.articles, feed, now });
    if (read.visit.kind !== 'fresh') throw new Error(`${feed.url} was not read.`);
    await ledger.transaction(async ({ articles, feeds }) => {
      for (const { article, keys } of read.arrived) {
        await articles.save(article, 'read');
        await articles.remember(keys, now);
      }
      await feeds.register([record]);
    });
  }
  for (const feed of catalogue.allFeeds()) await store(feed);
}
