import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { healthPhrase, healthWordsIn } from '#delivery/health-words.ts';
import type { Tidings } from '#delivery/notice.ts';
import type { NoticeStore } from '#delivery/notice-store.ts';
import type { NoticeWords } from '#delivery/notice-words.ts';
import { operatorWords } from '#delivery/operator-words.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { FeedStore } from '#feed/feed-store.ts';
import { healthOf } from '#feed/health-of.ts';
import { type OutageNews, outagesToTell } from '#feed/outages.ts';

type Stores = { readonly notices: NoticeStore };

/** What outages are told with. */
export type TellingOutages = {
  readonly ledger: Stores & {
    readonly feeds: FeedStore;
    readonly workspaces: WorkspaceStore;
    transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result>;
  };
  readonly catalogue: Catalogue;
  readonly now: Date;
};

/**
 * Owes the operator a notice for each outage and recovery that was not told yet, and gives how many. What a workspace
 * reads for itself is not told: its people see it in `feed health`.
 */
export async function tellOutages({ ledger, catalogue, now }: TellingOutages): Promise<number> {
  const everyones = new Set(catalogue.feedsFor(undefined).map(({ id }) => id));
  const told = await ledger.notices.listOutages();
  const concerned = [
    ...(await ledger.feeds.listFailing()),
    ...(await ledger.feeds.listOf(told.map(({ feed }) => feed))),
  ].filter(({ feed }) => everyones.has(feed));
  const records = [...new Map(concerned.map((record) => [record.feed, record])).values()];
  const kindOf = (feed: FeedRecord['feed']) => outletOf(feed, catalogue)?.kind;
  const { news, begun, over } = outagesToTell(records, told, { now, kindOf, feeds: everyones.size });
  if (news.length === 0 && over.length === 0) return 0;

  const words = await operatorWords(ledger.workspaces);
  await ledger.transaction(async (stores) => {
    for (const one of news) {
      await oweNotice(tidingsOf(one, { words, catalogue, now, feeds: everyones.size }), stores, now);
    }
    await stores.notices.forgetOutages(over);
    await stores.notices.saveOutages(begun);
  });
  return news.length;
}

type Wording = {
  readonly words: NoticeWords;
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly feeds: number;
};

function tidingsOf(news: OutageNews, { words, catalogue, now, feeds }: Wording): Tidings {
  const about = news.notice;
  switch (news.kind) {
    case 'began': {
      const how = healthPhrase(healthOf(news.record, now), healthWordsIn(words.language));
      return { about, line: words.outageBegan(nameOf(news.record, catalogue), how) };
    }
    case 'many-began':
      return { about, line: words.manyFail(news.records.length, feeds, news.since) };
    case 'ended': {
      const readAt = news.record.lastReadAt ?? now.toISOString();
      return { about, line: words.outageEnded(nameOf(news.record, catalogue), news.since, readAt) };
    }
    case 'many-ended':
      return { about, line: words.manyRecovered(news.records.length, news.left, news.since) };
  }
}

const outletOf = (id: FeedRecord['feed'], catalogue: Catalogue) => {
  const feed = catalogue.feed(id);
  return feed && catalogue.outlet(feed.outlet);
};

const nameOf = (record: FeedRecord, catalogue: Catalogue): string =>
  outletOf(record.feed, catalogue)?.name ?? record.feed;
