import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, Refusal } from '#channel/messenger.ts';
import { oweMute } from '#delivery/owe-mute.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';
import { oweStory } from '#delivery/owe-story.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import type { Story, StoryId } from '#story/story.ts';
import type { ToldStory } from '#story/tell-story.ts';
import { livingStory } from '../../contracts/sample-records.ts';
import { aCard } from '../../delivery/owed.ts';
import type { Life } from './program-life.ts';
import { CHANNELS, NEWSROOM, nowOf, storyNames, type World, watchOf } from './world.ts';

const LONGEST_BETWEEN_NEWS_MS = 40 * SECOND_MS;
/** More comes of the same story while its edit is due or on its way. */
const LONGEST_UNTIL_MORE_MS = 40 * SECOND_MS;
const DELETED_ONE_IN = 5;
const MUTED_ONE_IN = 3;
const MERGED_ONE_IN = 8;
const MOST_MERGES = 2;
const REMOVED_ONE_IN = 8;
const JUMP_ONE_IN = 4;
const REFUSED_ONE_IN = 4;
const LONGEST_REFUSAL_MS = 3 * MINUTE_MS;
/** 403, 404, Slack's own word for a bot that is not there, and 401, which is about the token. */
const REFUSALS: readonly Refusal[] = ['not-allowed', 'channel-gone', 'not-in-channel', 'not-authorised'];

/** In which each story is told of for the last time. */
export const LAST_WORDS_MS = 3 * MINUTE_MS;

/** By what the last that is told of a story is known. */
export const LAST = 'at last';

/** What is told, and where; material is what must not be missed. */
type News = {
  readonly channel: ChannelRef;
  readonly story: StoryId;
  readonly isMaterial: boolean;
  readonly isLast?: true;
};

/** A new story, or a newer card of an old one; every other time something on it must not be missed, and more follows. */
export async function bringNews(world: World, life: Life): Promise<void> {
  const { time, dice } = world;
  for (;;) {
    await time.wait(dice.below(LONGEST_BETWEEN_NEWS_MS));
    const isMaterial = dice.below(2) === 0;
    const news = { channel: dice.pick(CHANNELS), story: dice.pick(storyNames()), isMaterial };
    if (life.isDead) return;
    await bring(news, world, life);
    if (dice.below(2) === 0) continue;
    await time.wait(dice.below(LONGEST_UNTIL_MORE_MS));
    if (life.isDead) return;
    await bring(news, world, life);
  }
}

/** What was cut off is carried first. Then the last of each story comes at any moment of the delivery of what came before. */
export async function bringLastNews(world: World, life: Life): Promise<void> {
  const { time, dice } = world;
  for (const [younger, older] of world.merges) await carryMerge(younger, older, world, life);
  for (const channel of CHANNELS) {
    for (const story of storyNames())
      if (dice.below(2) === 0) await setMute(channel, story, false, world, life);
  }
  const all = CHANNELS.flatMap((channel) => storyNames().map((story) => ({ channel, story })));
  await Promise.all(
    all.map(async (news) => {
      await time.wait(dice.below(LAST_WORDS_MS / 2));
      if (!life.isDead) await bring({ ...news, isMaterial: true, isLast: true }, world, life);
      await time.wait(dice.below(LONGEST_UNTIL_MORE_MS));
      if (!life.isDead) await bring({ ...news, isMaterial: true, isLast: true }, world, life);
    }),
  );
}

/** Of a story that is part of another nothing comes any more. */
async function bring(news: News, world: World, life: Life): Promise<void> {
  if (world.merges.has(news.story)) return;
  await tell(news, [], world, life);
}

async function tell(
  { channel, story, isMaterial, isLast }: News,
  merged: readonly StoryId[],
  world: World,
  { ledger }: Life,
): Promise<void> {
  const headline = `${story} ${isLast ? LAST : 'at'} ${world.time.now().toISOString()}`;
  const line = [{ kind: 'text', text: headline }] as const;
  const watch = watchOf(channel);
  await ledger.transaction(async (stores) => {
    const { subscriptions } = stores;
    for (const younger of merged) await subscriptions.moveStoryStates(younger, story);
    const states = await subscriptions.storyStatesOf(channel.id, story);
    const owing = {
      channel,
      workspace: NEWSROOM,
      subscriptions: [watch],
      joining: states.has(watch.id) ? [] : [watch],
      silent: [],
      card: aCard({ headline, story }),
      changes: isMaterial ? [{ key: headline, kind: 'side-spoke', line } as const] : [],
      isOver: false,
    };
    await oweStory(owing, toldOf(story, merged), stores, nowOf(world));
  });
}

const toldOf = (story: StoryId, merged: readonly StoryId[]): ToldStory =>
  ({ story: asStory(story), merged: merged.map(asStory) }) as unknown as ToldStory;

const asStory = (id: StoryId): Story => livingStory({ id, shortName: id });

/** People delete a card now and then, whatever the program is about: one that it knows to stand. */
export async function deleteNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice, platform, deleted, database } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (life.isDead) return;
    const card = dice.below(DELETED_ONE_IN) === 0 ? platform.anyCard() : undefined;
    const post = card && (await database.ledger.deliveries.findPostByKey(card.key as DeliveryKey));
    if (card === undefined || post?.message !== card.id) continue;
    card.isDeleted = true;
    deleted.add(card.key);
  }
}

/** People have a card removed now and then, at any moment of its delivery. */
export async function removeNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice, removed } = world;
  for (;;) {
    await time.wait(dice.below(MINUTE_MS));
    if (life.isDead) return;
    if (dice.below(REMOVED_ONE_IN) > 0) continue;
    const [channel, story] = [dice.pick(CHANNELS), dice.pick(storyNames())];
    await life.ledger.transaction(async (stores) => {
      const post = await stores.deliveries.findPost(channel.id, story);
      if (post !== undefined && (await oweRemoval(post, 'Ana', stores, nowOf(world)))) removed.add(post.key);
    });
  }
}

/** People mute a story now and then, and let it speak again. */
export async function muteNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (life.isDead) return;
    if (dice.below(MUTED_ONE_IN) > 0) continue;
    await setMute(dice.pick(CHANNELS), dice.pick(storyNames()), dice.below(2) === 0, world, life);
  }
}

async function setMute(
  channel: ChannelRef,
  story: StoryId,
  isMuted: boolean,
  world: World,
  { ledger }: Life,
): Promise<void> {
  const now = nowOf(world);
  const mute = { channel: channel.id, story, by: 'Ana', at: now.toISOString() };
  await ledger.transaction(async ({ subscriptions, deliveries }) => {
    if (isMuted) await subscriptions.saveMute(mute);
    else if (!(await subscriptions.removeMute(channel.id, story))) return;
    await oweMute({ channel, story, mute: isMuted ? mute : undefined }, deliveries, now);
  });
}

/** Two stories turn out to be one. Where the program dies over it, it is carried by a later life. */
export async function mergeNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice, merges } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (life.isDead) return;
    if (merges.size >= MOST_MERGES || dice.below(MERGED_ONE_IN) > 0) continue;
    const [younger, older] = [dice.pick(storyNames()), dice.pick(storyNames())];
    const isPossible = younger !== older && !merges.has(older) && ![...merges.values()].includes(younger);
    if (!isPossible || merges.has(younger)) continue;
    merges.set(younger, older);
    await carryMerge(younger, older, world, life);
  }
}

async function carryMerge(younger: StoryId, older: StoryId, world: World, life: Life): Promise<void> {
  for (const channel of CHANNELS) {
    if (life.isDead) return;
    await tell({ channel, story: older, isMaterial: false }, [younger], world, life);
  }
}

/** Somebody sets the clock while the program runs. */
export async function setClockNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice, clock, hasJumps } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (life.isDead || !hasJumps) return;
    if (dice.below(JUMP_ONE_IN) === 0) clock.aheadMs = dice.pick([0, 0, HOUR_MS, -HOUR_MS]);
  }
}

/** People take a right away now and then, archive a channel or renew the token, and put it right again. */
export async function refuseNowAndThen(world: World, life: Life): Promise<void> {
  const { time, dice, platform } = world;
  for (;;) {
    await time.wait(MINUTE_MS);
    if (life.isDead || !platform.manners.refuses) return;
    if (dice.below(REFUSED_ONE_IN) > 0) continue;
    const reason = dice.pick(REFUSALS);
    const where = reason === 'not-authorised' ? CHANNELS : [dice.pick(CHANNELS)];
    for (const { address } of where) platform.refusals.set(address, reason);
    await time.wait(dice.below(LONGEST_REFUSAL_MS));
    for (const { address } of where) platform.refusals.delete(address);
  }
}
