import type { Action } from '#channel/action.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import { removalOf } from '#command/button/remove-card.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findLivingStory } from '#command/story/find-story.ts';
import { cardMenuWordsIn } from '#command/words/card-menu-words.ts';
import { storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Post } from '#delivery/delivery.ts';
import type { Story } from '#story/story.ts';

/** So many topics that a story meets can be put into a digest from its card. */
const MOST_TOPICS = 2;

/** What “More…” on a card holds; `menuOf` is the only one to write it. */
export const menuOf = (card: DeliveryKey): string => `card ${card}`;

/**
 * `card KEY`, behind “More…” on a card: what those who manage can do about it, seen by who pressed it alone. A key of
 * another channel, and a card that is known no more, give a kind refusal.
 */
export const cardMenu: Command = {
  path: ['card'],
  pathInFrench: ['fiche'],
  description: { en: 'What can be done about a card', fr: 'Ce qui peut être fait d’une fiche' },
  options: [carriedOption('key', 'clé')],
  isChanging: true,
  isOnButtons: true,
  run: async (ask, desk) => {
    const key = (ask.options['key'] ?? '').trim() as DeliveryKey;
    const post = await desk.ledger.deliveries.findPostByKey(key);
    const story = post?.channel === ask.channel.id ? await findLivingStory(post.story, desk) : undefined;
    if (post !== undefined && story !== undefined) return menu(post, story, ask, desk);
    const { why, actions } = await wordsFor(ask, desk);
    return {
      kind: 'refused',
      lines: [why.noSuchCard],
      actions: [{ label: actions.list, command: 'watch list' }],
    };
  },
};

async function menu({ key, card }: Post, { id, shortName }: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const { channel } = ask;
  const { subscriptions } = desk.ledger;
  const { language } = await wordsFor(ask, desk);
  const words = cardMenuWordsIn(language);
  const { actions } = storyWordsIn(language);
  const isMuted = (await subscriptions.findMute(channel.id, id)) !== undefined;
  const watches = await subscriptions.listForStory(channel.id, id);
  const atOnce = watches.filter(({ digest }) => digest === undefined).slice(0, MOST_TOPICS);
  const mute: Action = isMuted
    ? { label: words.unmute, command: `watch mute --off ${shortName}` }
    : { label: words.mute, command: `watch mute ${shortName}` };
  return {
    kind: 'answer',
    lines: [words.asks(card.headline, shortName, channel.name), ...(isMuted ? [words.isMuted] : [])],
    actions: [
      mute,
      { label: actions.notThisEvent, command: `story hide ${shortName} what:articles` },
      { label: actions.wrongSide, command: `story hide ${shortName} what:statements` },
      ...atOnce.map(({ name }) => ({
        label: words.digestOnly(name),
        command: `watch digest ${name}`,
        opensForm: true as const,
      })),
      { label: actions.sides, command: `story sides ${shortName}` },
      { label: actions.history, command: `story history ${shortName}` },
      { label: words.remove, command: removalOf(key) },
    ],
  };
}
