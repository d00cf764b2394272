import type { DeliveryKey } from '#channel/messenger.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { cardMenuWordsIn } from '#command/words/card-menu-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Post } from '#delivery/delivery.ts';
import { oweRemoval } from '#delivery/owe-removal.ts';

/** What takes a card away once somebody is sure; `removalOf` is the only one to write it. */
export const removalOf = (card: DeliveryKey): string => `remove-card ${card}`;

/**
 * `remove-card KEY`, behind “Remove this card”: asks first, since nobody can put a message back, and then owes the
 * channel that its card is taken away. A card of another channel is none here.
 */
export const removeCard: Command = {
  path: ['remove-card'],
  pathInFrench: ['retirer-fiche'],
  description: { en: 'Take a card away', fr: 'Retirer une fiche' },
  options: [
    carriedOption('key', 'clé'),
    {
      name: 'sure',
      nameInFrench: 'oui',
      description: { en: 'Without being asked again', fr: 'Sans autre question' },
      kind: 'flag',
      isRequired: false,
    },
  ],
  isChanging: true,
  isOnButtons: true,
  run: async (ask, desk) => {
    const key = (ask.options['key'] ?? '').trim() as DeliveryKey;
    const post = await desk.ledger.deliveries.findPostByKey(key);
    const { language, why, actions } = await wordsFor(ask, desk);
    if (post?.channel !== ask.channel.id)
      return {
        kind: 'refused',
        lines: [why.noSuchCard],
        actions: [{ label: actions.list, command: 'watch list' }],
      };
    const words = cardMenuWordsIn(language);
    if (ask.channel.platform === 'terminal') return { kind: 'refused', lines: [words.isPrinted] };
    return ask.options['sure'] === undefined ? askFirst(post, ask, desk) : remove(post, ask, desk);
  },
};

async function askFirst({ key, card }: Post, ask: Ask, desk: Desk): Promise<Reply> {
  const words = cardMenuWordsIn((await wordsFor(ask, desk)).language);
  return {
    kind: 'answer',
    lines: [words.isSure(card.headline, ask.channel.name)],
    actions: [
      { label: words.removeIt, command: `remove-card --sure ${key}` },
      { label: words.mute, command: `watch mute ${card.story}` },
    ],
    replaces: true,
  };
}

async function remove({ key, card }: Post, ask: Ask, desk: Desk): Promise<Reply> {
  const words = cardMenuWordsIn((await wordsFor(ask, desk)).language);
  const made = await makeChange('remove-card', ask, desk, async (stores, now) => {
    const post = await stores.deliveries.findPostByKey(key);
    if (post === undefined || !(await oweRemoval(post, ask.who, stores, now))) return undefined;
    return { result: undefined, detail: `${card.story} ${card.headline}` };
  });
  return made === undefined
    ? { kind: 'refused', lines: [words.standsNoMore] }
    : { kind: 'done', lines: [words.removed(card.headline, card.story, ask.channel.name)], replaces: true };
}
