import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import type { Ledger, Stores } from '#ledger.ts';
import { kyselyAddressCheckStore } from './address-check-store.ts';
import { kyselyArticleStore } from './article-store.ts';
import { kyselyButtonStore } from './button-store.ts';
import { kyselyContactStore } from './contact-store.ts';
import { kyselyDeliveryStore } from './delivery-store.ts';
import { kyselyDigestStore } from './digest-store.ts';
import { kyselyFeedStore } from './feed-store.ts';
import { kyselyForgetting } from './forgetting.ts';
import { kyselyHiddenStore } from './hidden-store.ts';
import { kyselyNoticeStore } from './notice-store.ts';
import { kyselyOwedStore } from './owed-store.ts';
import { kyselyOwnFeedStore } from './own-feed-store.ts';
import { kyselyRestoreStore } from './restore-store.ts';
import { kyselyRulingStore } from './ruling-store.ts';
import { type Run, runOnce } from './run-in-turn.ts';
import type { Tables } from './schema.ts';
import { kyselyShownCardStore } from './shown-card-store.ts';
import { kyselyStopStore } from './stop-store.ts';
import { kyselyStoryStore } from './story-store.ts';
import { kyselySubscriptionStore } from './subscription-store.ts';
import { kyselyTopicStore } from './topic-store.ts';
import type { WordIndex } from './word-index.ts';
import { kyselyWorkspaceStore } from './workspace-store.ts';

/** Throws when nothing may be done any more; in a transaction it is the first to read, so that its answer stays true. */
export type Guard = (db: Kysely<Tables>) => Promise<void>;

/** What a ledger is given beside its database. */
export type LedgerMeans = {
  readonly words: WordIndex;
  readonly guard?: Guard;
  /** How whole store methods outside of a transaction, and transactions, are run: again where the database asks for that. */
  readonly run?: { readonly query: Run; readonly transaction: Run };
};

const UNGUARDED: Guard = async () => {};
const ONCE = { query: runOnce, transaction: runOnce };

/**
 * All stores over one database; `guard` is asked in each transaction, and before whatever is done outside of one. A store
 * that was not handed out by the transaction refuses to work inside it: on SQLite it would wait for ever for the
 * transaction to end, on PostgreSQL it would quietly write outside of it.
 */
export function kyselyLedger(
  db: Kysely<Tables>,
  { words, guard = UNGUARDED, run = ONCE }: LedgerMeans,
): Ledger {
  const current = new AsyncLocalStorage<OpenTransaction>();
  const refuseInside = (): void => {
    if (!current.getStore()?.isOpen) return;
    throw new Error('Inside a transaction only the stores that it hands out may be used.');
  };
  async function transaction<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
    refuseInside();
    return run.transaction(() => begin(work));
  }
  async function begin<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
    const opened: OpenTransaction = { isOpen: true };
    try {
      return await db.transaction().execute(async (trx) => {
        await guard(trx);
        return current.run(opened, () => work(storesOver(trx, words)));
      });
    } finally {
      // What the work has started and not waited for may go on, and use the other stores again.
      opened.isOpen = false;
    }
  }

  const outside = outsideOnly(storesOver(db, words), async (method) => {
    refuseInside();
    return run.query(async () => {
      await guard(db);
      return method();
    });
  });
  return {
    ...outside,
    deliveries: {
      ...outside.deliveries,
      // Whoever claims sends: the guard must not be passed by the time of the claim.
      claimPosts: (...asked) => transaction(({ deliveries }) => deliveries.claimPosts(...asked)),
      claimPointers: (...asked) => transaction(({ deliveries }) => deliveries.claimPointers(...asked)),
    },
    notices: {
      ...outside.notices,
      claim: (...asked) => transaction(({ notices }) => notices.claim(...asked)),
    },
    digests: {
      ...outside.digests,
      claim: (...asked) => transaction(({ digests }) => digests.claim(...asked)),
    },
    transaction,
  };
}

type OpenTransaction = { isOpen: boolean };

function storesOver(db: Kysely<Tables>, words: WordIndex): Stores {
  return {
    feeds: kyselyFeedStore(db),
    ownFeeds: kyselyOwnFeedStore(db),
    articles: kyselyArticleStore(db, words),
    topics: kyselyTopicStore(db),
    stories: kyselyStoryStore(db),
    contacts: kyselyContactStore(db),
    workspaces: kyselyWorkspaceStore(db),
    subscriptions: kyselySubscriptionStore(db),
    deliveries: kyselyDeliveryStore(db),
    notices: kyselyNoticeStore(db),
    stops: kyselyStopStore(db),
    owed: kyselyOwedStore(db),
    restores: kyselyRestoreStore(db),
    digests: kyselyDigestStore(db),
    addressChecks: kyselyAddressCheckStore(db),
    rulings: kyselyRulingStore(db),
    hidden: kyselyHiddenStore(db),
    shownCards: kyselyShownCardStore(db),
    buttons: kyselyButtonStore(db),
    forgetting: kyselyForgetting(db),
  };
}

/** The same stores, every method of which is run like this. */
function outsideOnly(stores: Stores, run: Run): Stores {
  const guarded = Object.entries(stores).map(([name, store]) => [name, wrapMethods(store, run)]);
  return Object.fromEntries(guarded) as Stores;
}

function wrapMethods(store: object, run: Run): object {
  const methods = Object.entries(store) as [string, (...values: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    methods.map(([name, method]) => [name, (...values: unknown[]) => run(() => method(...values))]),
  );
}
