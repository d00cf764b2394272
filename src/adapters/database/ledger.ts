import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Ledger, Stores } from '#ledger.ts';
import { kyselyArticleStore } from './article-store.ts';
import { kyselyDeliveryStore } from './delivery-store.ts';
import { kyselyFeedStore } from './feed-store.ts';
import type { Tables } from './schema.ts';
import { kyselyStoryStore } from './story-store.ts';
import { kyselySubscriptionStore } from './subscription-store.ts';
import { kyselyTopicStore } from './topic-store.ts';
import { kyselyWorkspaceStore } from './workspace-store.ts';

/**
 * All stores over one database. A store that was not handed out by the transaction refuses to work inside it: on
 * SQLite it would wait for ever for the transaction to end, on PostgreSQL it would quietly write outside of it.
 */
export function kyselyLedger(db: Kysely<Tables>): Ledger {
  const current = new AsyncLocalStorage<OpenTransaction>();
  const refuseInside = (): void => {
    if (!current.getStore()?.isOpen) return;
    throw new Error('Inside a transaction only the stores that it hands out may be used.');
  };

  return {
    ...outsideOnly(storesOver(db), refuseInside),
    async transaction(work) {
      refuseInside();
      const transaction: OpenTransaction = { isOpen: true };
      try {
        return await db.transaction().execute((trx) => current.run(transaction, () => work(storesOver(trx))));
      } finally {
        // What the work has started and not waited for may go on, and use the other stores again.
        transaction.isOpen = false;
      }
    },
  };
}

type OpenTransaction = { isOpen: boolean };

function storesOver(db: Kysely<Tables>): Stores {
  return {
    feeds: kyselyFeedStore(db),
    articles: kyselyArticleStore(db),
    topics: kyselyTopicStore(db),
    stories: kyselyStoryStore(db),
    workspaces: kyselyWorkspaceStore(db),
    subscriptions: kyselySubscriptionStore(db),
    deliveries: kyselyDeliveryStore(db),
  };
}

/** The same stores; every method first looks whether it may work. */
function outsideOnly(stores: Stores, refuseInside: () => void): Stores {
  const guarded = Object.entries(stores).map(([name, store]) => [name, guardMethods(store, refuseInside)]);
  return Object.fromEntries(guarded) as Stores;
}

function guardMethods(store: object, refuseInside: () => void): object {
  const methods = Object.entries(store) as [string, (...values: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    methods.map(([name, method]) => [
      name,
      async (...values: unknown[]) => {
        refuseInside();
        return method(...values);
      },
    ]),
  );
}
