import type { Card } from '#card/card.ts';
import { cardHash } from '#card/card-hash.ts';
import { composeMovedCard } from '#card/compose-moved-card.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';
import { findStory } from '#command/story/find-story.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { cardsThere } from '#command/watch/cards-there.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { isKeptFor, isKeptUp, leaveToWatch } from '#delivery/keep-up.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { type Destination, takeAlong } from '#delivery/take-along.ts';
import type { Stores } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import type { StoryState, SubscriptionId } from '#subscription/subscription.ts';

/** What moves the cards of these stories after their watch; `movingOf` is the only one to write it. */
export const movingOf = (watch: SubscriptionId, stories: readonly string[]): string =>
  ['move-cards', watch, ...stories].join(' ');

/**
 * `move-cards WATCH R-7K2Q …`, behind “Move those too”: the cards that a watch left behind in this channel are posted
 * where it went, and say here where they are. Who presses has to manage the other channel as well.
 */
export const moveCards: Command = {
  path: ['move-cards'],
  pathInFrench: ['déplacer-fiches'],
  description: { en: 'Move cards after their watch', fr: 'Déplacer des fiches après leur veille' },
  options: [carriedOption('cards', 'fiches')],
  isChanging: true,
  isOnButtons: true,
  comesWith: ['watch', 'edit'],
  run: async (ask, desk) => {
    const words = editWordsIn((await wordsFor(ask, desk)).language);
    const [id = '', ...names] = (ask.options['cards'] ?? '').trim().split(/\s+/);
    const watch = await desk.ledger.subscriptions.find(id as SubscriptionId);
    const target = watch && (await desk.ledger.workspaces.findChannel(watch.channel));
    const mayMove = target !== undefined && (await standingIn(target, ask, desk)) === 'manages';
    if (watch === undefined || target === undefined || !mayMove)
      return { kind: 'refused', lines: [words.noCardsToMove] };
    return move(names, { watch, channel: target }, ask, desk);
  },
};

async function move(names: readonly string[], going: Destination, ask: Ask, desk: Desk): Promise<Reply> {
  const words = editWordsIn((await wordsFor(ask, desk)).language);
  const found = await Promise.all(names.map((name) => findStory(name, ask.channel.workspace, desk)));
  const stories = found.flatMap((story) => story?.id ?? []);
  const cards = await cardsThere(stories, going, desk);
  const made = await makeChange('move-cards', ask, desk, async (stores, now) => {
    let moved = 0;
    for (const [story, card] of cards)
      if (await moveOne({ story, card }, going, ask.channel, stores, now)) moved += 1;
    return moved === 0 ? undefined : { result: moved, detail: going.watch.name };
  });
  const moved = made?.result ?? 0;
  return moved === 0
    ? { kind: 'refused', lines: [words.cardsStay(going.channel.name)] }
    : {
        kind: 'done',
        lines: [words.cardsMoved(moved, stories.length - moved, going.channel.name)],
        replaces: true,
      };
}

/** After these the card is there, or comes as the channel is told. */
const ARRIVING: readonly StoryState[] = ['posted', 'joined', 'held'];

/**
 * False, and nothing changes, where the card is not one that the watch left here, where another watch wants it here
 * still, or where the other channel does not want it: it muted the story, or its people removed the card.
 */
async function moveOne(
  { story, card }: { readonly story: StoryId; readonly card: Card },
  going: Destination,
  here: ChannelRef,
  stores: Stores,
  now: Date,
): Promise<boolean> {
  const { deliveries, subscriptions } = stores;
  const { watch, channel } = going;
  const post = await deliveries.findPost(here.id, story);
  if (post === undefined || !isKeptUp(post) || !isKeptFor(post, watch)) return false;
  if ((await subscriptions.listForStory(here.id, story)).length > 0) return false;
  const mute = await subscriptions.findMute(channel.id, story);
  const isOfTheMove = mute?.at === watch.createdAt;
  if (mute !== undefined && !isOfTheMove) return false;
  if (isOfTheMove) await subscriptions.removeMute(channel.id, story);
  if (!ARRIVING.includes(await takeAlong({ ...post, card }, going, stores, now))) {
    if (mute !== undefined) await subscriptions.saveMute(mute);
    return false;
  }
  await leaveToWatch({ ...watch, channel: here.id }, [story], deliveries);
  const left = composeMovedCard(post.card, channel.name);
  await oweCard(deliveries, {
    story,
    changes: [],
    now,
    channel: here,
    card: left,
    cardHash: cardHash(left),
    isAskedFor: true,
  });
  return true;
}
