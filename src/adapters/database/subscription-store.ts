import type { Kysely } from 'kysely';
import type { StoryId } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import type { SubscriptionStore } from '#subscription/subscription-store.ts';
import type { TopicId } from '#topic/topic.ts';
import { atomically } from './atomically.ts';
import { batchesOf } from './batches-of.ts';
import { raiseCounter, readCounter } from './counter.ts';
import type { SubscriptionTable, Tables } from './schema.ts';
import { withoutNulls } from './without-nulls.ts';

/** The counter that rises with every change to who watches what. */
const VERSION = 'subscriptions';

/** Subscriptions in the table of this name, where their stories stand in `subscription_stories`. */
export function kyselySubscriptionStore(db: Kysely<Tables>): SubscriptionStore {
  return { ...watchingIn(db), ...accountIn(db) };
}

function watchingIn(
  db: Kysely<Tables>,
): Pick<
  SubscriptionStore,
  'add' | 'remove' | 'find' | 'listByChannel' | 'listByWorkspace' | 'listActive' | 'count' | 'version'
> {
  return {
    add(subscription) {
      return atomically(db, async (db) => {
        const added = await db
          .insertInto('subscriptions')
          .values(toRow(subscription))
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!added) return 'already-there';
        await raiseCounter(db, VERSION);
        return 'added';
      });
    },

    remove(id) {
      return atomically(db, async (db) => {
        const removed = await db
          .deleteFrom('subscriptions')
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        if (!removed) return false;
        await raiseCounter(db, VERSION);
        return true;
      });
    },

    async find(id) {
      const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toSubscription(row);
    },

    async listByChannel(channel) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('channel', '=', channel)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(toSubscription);
    },

    async listByWorkspace(workspace) {
      const rows = await db
        .selectFrom('subscriptions')
        .selectAll()
        .where('workspace', '=', workspace)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(toSubscription);
    },

    async listActive(topics) {
      const rows: SubscriptionTable[] = [];
      for (const batch of batchesOf(topics)) rows.push(...(await readActive(db, batch)));
      return rows.map(toSubscription);
    },

    async count() {
      const { subscriptions } = await db
        .selectFrom('subscriptions')
        .select((eb) => eb.fn.countAll<number>().as('subscriptions'))
        .executeTakeFirstOrThrow();
      return subscriptions;
    },

    version: () => readCounter(db, VERSION),
  };
}

function accountIn(
  db: Kysely<Tables>,
): Pick<SubscriptionStore, 'setStoryState' | 'countStoryStates' | 'listForStory'> {
  return {
    async setStoryState(subscription, story, state, at) {
      const standing = { state, at: at.toISOString() };
      await db
        .insertInto('subscriptionStories')
        .values({ subscription, story, ...standing })
        .onConflict((conflict) => conflict.columns(['subscription', 'story']).doUpdateSet(standing))
        .execute();
    },

    async countStoryStates(workspace) {
      const rows = await db
        .selectFrom('subscriptionStories')
        .select((eb) => ['state', eb.fn.countAll<number>().as('stories')])
        .$if(workspace !== undefined, (query) =>
          query.where('subscription', 'in', (eb) =>
            eb
              .selectFrom('subscriptions')
              .select('id')
              .where('workspace', '=', workspace ?? null),
          ),
        )
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map(({ state, stories }) => [state, stories]));
    },

    async listForStory(channel, story) {
      const stories = await withMerged(db, story);
      const rows = await db
        .selectFrom('subscriptions')
        .innerJoin('subscriptionStories', 'subscriptionStories.subscription', 'subscriptions.id')
        .selectAll('subscriptions')
        .where('channel', '=', channel)
        .where('subscriptionStories.story', 'in', stories)
        .groupBy('subscriptions.id')
        .orderBy((eb) => eb.fn.min('subscriptionStories.at'))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(toSubscription);
    },
  };
}

/** The story and those merged into it: what matched one of them has matched it. */
async function withMerged(db: Kysely<Tables>, story: StoryId): Promise<readonly StoryId[]> {
  const merged = await db.selectFrom('stories').select('id').where('mergedInto', '=', story).execute();
  return [story, ...merged.map(({ id }) => id)];
}

function readActive(db: Kysely<Tables>, topics: readonly TopicId[]): Promise<readonly SubscriptionTable[]> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('topic', 'in', topics)
    .where('isPaused', '=', 0)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

function toRow(subscription: Subscription): SubscriptionTable {
  return {
    id: subscription.id,
    workspace: subscription.workspace,
    channel: subscription.channel,
    topic: subscription.topic,
    name: subscription.name,
    createdAt: subscription.createdAt,
    createdBy: subscription.createdBy,
    mention: subscription.mention ?? null,
    isPaused: Number(subscription.isPaused),
  };
}

function toSubscription(row: SubscriptionTable): Subscription {
  return { ...withoutNulls(row), isPaused: row.isPaused === 1 };
}
