import type { ReadDocument } from '#article/read-document.ts';
import { floodTidings } from '#delivery/flood-tidings.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import type { FeedRecord } from '#feed/feed.ts';
import type { Outlet } from '#feed/outlet.ts';
import { recordAfterVisit } from '#feed/record-after-visit.ts';
import { type Stages, WINDOW_MS } from '#journey/stages.ts';
import { isAwaited } from '#story/is-awaited.ts';

/** Last of all, so that after a crash half-way the publisher is asked for the same document again. */
export async function closeVisit(
  record: FeedRecord,
  read: ReadDocument,
  outlet: Outlet,
  stages: Stages,
): Promise<void> {
  const { ledger, clock, random } = stages;
  const now = clock();
  const facts = {
    now,
    kind: outlet.kind,
    isAwaited: await isAwaited(outlet, ledger.stories, now),
    random,
    newItems: [...read.arrived, ...read.parked].filter(({ article }) => article.edition === 1).length,
    ...(read.heldUntil !== undefined && { heldUntil: read.heldUntil }),
    isFlood: read.flood.kind !== 'calm',
    ...itemFacts(read.document),
    ...read.document?.feed,
  };
  const tidings = await floodTidings(read, outlet, { ledger, now });
  await ledger.transaction(async (stores) => {
    const { articles, feeds } = stores;
    await articles.remember(read.stillThere, now);
    for (const { article, keys } of read.parked) {
      await articles.save(article, 'parked');
      await articles.remember(keys, now);
    }
    await feeds.save(recordAfterVisit(record, read.visit, facts));
    if (tidings !== undefined) await oweNotice(tidings, stores, now);
  });
  stages.windows.forgetBefore(new Date(now.getTime() - WINDOW_MS));
}

/** What the document's items tell of the feed's own rhythm. */
function itemFacts(document: ReadDocument['document']): {
  readonly items?: number;
  readonly dates?: readonly string[];
} {
  if (document === undefined) return {};
  const dates = document.items.flatMap(({ published, updated }) => published ?? updated ?? []);
  return { items: document.items.length, dates };
}
