import type { Kysely } from 'kysely';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import type { StoryId } from '#story/story.ts';
import type { QuietHours } from '#subscription/channel-settings.ts';
import type { OutletChoice } from '#subscription/outlet-choice.ts';
import type { Rhythm } from '#subscription/rhythm.ts';
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
  return { ...watchingIn(db), ...channelWishesIn(db), ...accountIn(db) };
}

function watchingIn(
  db: Kysely<Tables>,
): Pick<
  SubscriptionStore,
  | 'add'
  | 'remove'
  | 'update'
  | 'find'
  | 'listByChannel'
  | 'listByWorkspace'
  | 'listByTopics'
  | 'listDigesting'
  | 'count'
  | 'version'
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

    async update(subscription) {
      const { id, workspace: _, channel: __, topic: ___, createdBy: ____, ...changed } = toRow(subscription);
      await db.updateTable('subscriptions').set(changed).where('id', '=', id).execute();
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

    async listByTopics(topics) {
      const rows: SubscriptionTable[] = [];
      for (const batch of batchesOf(topics)) rows.push(...(await readByTopics(db, batch)));
      return rows.map(toSubscription);
    },

    async listDigesting() {
      const rows = await db
        .selectFrom('subscriptions')
        .innerJoin('workspaces', 'workspaces.id', 'subscriptions.workspace')
        .leftJoin('channelSettings', 'channelSettings.channel', 'subscriptions.channel')
        .selectAll('subscriptions')
        .select((eb) => eb.fn.coalesce('channelSettings.zone', 'workspaces.zone').as('zone'))
        .where('subscriptions.digest', 'is not', null)
        .orderBy('subscriptions.channel')
        .orderBy('subscriptions.createdAt')
        .orderBy('subscriptions.id')
        .execute();
      return rows.map(({ zone, ...row }) => ({ ...toSubscription(row), zone }));
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

function channelWishesIn(
  db: Kysely<Tables>,
): Pick<SubscriptionStore, 'findSettings' | 'saveSettings' | 'findMute' | 'saveMute' | 'removeMute'> {
  return {
    async findSettings(channel) {
      const row = await db
        .selectFrom('channelSettings')
        .selectAll()
        .where('channel', '=', channel)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { quiet, ...columns } = row;
      return {
        ...withoutNulls(columns),
        ...(quiet !== null && { quiet: JSON.parse(quiet) as QuietHours }),
      };
    },

    async saveSettings({ quiet, zone, whenUncertain, ...settings }) {
      const row = {
        ...settings,
        zone: zone ?? null,
        quiet: quiet === undefined ? null : JSON.stringify(quiet),
        whenUncertain: whenUncertain ?? null,
      };
      await db
        .insertInto('channelSettings')
        .values(row)
        .onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
        .execute();
    },

    async findMute(channel, story) {
      const row = await db
        .selectFrom('storyMutes')
        .selectAll()
        .where('channel', '=', channel)
        .where('story', '=', story)
        .executeTakeFirst();
      return row && withoutNulls(row);
    },

    async saveMute({ until, ...mute }) {
      const row = { ...mute, until: until ?? null };
      await db
        .insertInto('storyMutes')
        .values(row)
        .onConflict((conflict) => conflict.columns(['channel', 'story']).doUpdateSet(row))
        .execute();
    },

    async removeMute(channel, story) {
      const removed = await db
        .deleteFrom('storyMutes')
        .where('channel', '=', channel)
        .where('story', '=', story)
        .returning('story')
        .executeTakeFirst();
      return removed !== undefined;
    },
  };
}

function accountIn(
  db: Kysely<Tables>,
): Pick<
  SubscriptionStore,
  | 'setStoryState'
  | 'forgetStoryState'
  | 'storyStatesOf'
  | 'listStates'
  | 'moveStoryStates'
  | 'countStoryStates'
  | 'countUnaccounted'
  | 'listUnaccounted'
  | 'listForStory'
> {
  // A channel has a few watches, a story that is told everywhere thousands: asked in this way both databases begin with
  // the few.
  const idsIn = (channel: ChannelId) =>
    db.selectFrom('subscriptions').select('id').where('channel', '=', channel);
  return {
    async setStoryState(subscription, story, state, at) {
      const standing = { state, at: at.toISOString() };
      await db
        .insertInto('subscriptionStories')
        .values({ subscription, story, ...standing })
        .onConflict((conflict) => conflict.columns(['subscription', 'story']).doUpdateSet(standing))
        .execute();
    },

    async forgetStoryState(subscription, story) {
      await db
        .deleteFrom('subscriptionStories')
        .where('subscription', '=', subscription)
        .where('story', '=', story)
        .execute();
    },

    async storyStatesOf(channel, story) {
      const rows = await db
        .selectFrom('subscriptionStories')
        .select(['subscription', 'state'])
        .where('subscription', 'in', idsIn(channel))
        .where('story', '=', story)
        .execute();
      return new Map(rows.map(({ subscription, state }) => [subscription, state]));
    },

    listStates(subscription) {
      return db
        .selectFrom('subscriptionStories')
        .select(['story', 'state', 'at'])
        .where('subscription', '=', subscription)
        .orderBy('at')
        .orderBy('story')
        .execute();
    },

    moveStoryStates(from, into) {
      return atomically(db, async (db) => {
        const rows = await db
          .selectFrom('subscriptionStories')
          .selectAll()
          .where('story', '=', from)
          .execute();
        for (const row of rows) {
          await db
            .insertInto('subscriptionStories')
            .values({ ...row, story: into })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        await db.deleteFrom('subscriptionStories').where('story', '=', from).execute();
      });
    },

    async countUnaccounted(workspace) {
      const { pairs } = await db
        .selectFrom(unaccounted(db, workspace).as('unaccounted'))
        .select((eb) => eb.fn.countAll<number>().as('pairs'))
        .executeTakeFirstOrThrow();
      return pairs;
    },

    async listUnaccounted(id) {
      const rows = await unaccounted(db, undefined).where('subscriptions.id', '=', id).execute();
      return rows.map(({ story }) => story);
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
        .where('subscriptionStories.subscription', 'in', idsIn(channel))
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

/** Pairs that articles show to have matched, and that stand nowhere. */
function unaccounted(db: Kysely<Tables>, workspace: WorkspaceId | undefined) {
  return db
    .selectFrom('subscriptions')
    .innerJoin('matches', 'matches.topic', 'subscriptions.topic')
    .innerJoin('articles', 'articles.id', 'matches.article')
    .innerJoin('storyArticles', 'storyArticles.article', 'matches.article')
    .select(['subscriptions.id', 'storyArticles.story'])
    .distinct()
    .where('matches.tier', '=', 'strong')
    .where('articles.isArchive', '=', 0)
    .where('articles.state', '=', 'read')
    .whereRef('articles.seenAt', '>=', 'subscriptions.createdAt')
    .where((eb) =>
      eb.or([
        eb('articles.workspace', 'is', null),
        eb('articles.workspace', '=', eb.ref('subscriptions.workspace')),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('subscriptionStories')
            .select('subscriptionStories.story')
            .whereRef('subscriptionStories.subscription', '=', 'subscriptions.id')
            .whereRef('subscriptionStories.story', '=', 'storyArticles.story'),
        ),
      ),
    )
    .$if(workspace !== undefined, (query) =>
      query.where('subscriptions.workspace', '=', workspace ?? ('' as WorkspaceId)),
    );
}

/** The story and those merged into it: what matched one of them has matched it. */
async function withMerged(db: Kysely<Tables>, story: StoryId): Promise<readonly StoryId[]> {
  const merged = await db.selectFrom('stories').select('id').where('mergedInto', '=', story).execute();
  return [story, ...merged.map(({ id }) => id)];
}

function readByTopics(db: Kysely<Tables>, topics: readonly TopicId[]): Promise<readonly SubscriptionTable[]> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('topic', 'in', topics)
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
    digest: subscription.digest === undefined ? null : JSON.stringify(subscription.digest),
    digestSince: subscription.digestSince ?? null,
    needs: subscription.needs ?? null,
    isUrgent: Number(subscription.isUrgent === true),
    mutedUntil: subscription.mutedUntil ?? null,
    digestsRelated: Number(subscription.digestsRelated === true),
    inThread: Number(subscription.inThread === true),
    languages: subscription.languages === undefined ? null : JSON.stringify(subscription.languages),
    outlets: subscription.outlets === undefined ? null : JSON.stringify(subscription.outlets),
    isWithoutLines: Number(subscription.isWithoutLines === true),
  };
}

function toSubscription(row: SubscriptionTable): Subscription {
  const { digest, isUrgent, digestsRelated, inThread, languages, outlets, isWithoutLines, ...columns } = row;
  return {
    ...withoutNulls(columns),
    isPaused: row.isPaused === 1,
    ...(digest !== null && { digest: JSON.parse(digest) as Rhythm }),
    ...(isUrgent === 1 && { isUrgent: true }),
    ...(digestsRelated === 1 && { digestsRelated: true }),
    ...(inThread === 1 && { inThread: true }),
    ...(languages !== null && { languages: JSON.parse(languages) as string[] }),
    ...(outlets !== null && { outlets: JSON.parse(outlets) as OutletChoice }),
    ...(isWithoutLines === 1 && { isWithoutLines: true }),
  };
}
