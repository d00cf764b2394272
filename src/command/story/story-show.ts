import type { Command } from '#command/command.ts';
import { findStory } from '#command/story/find-story.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `story show R-7K2Q`: the card of a story as it stands now. */
export const storyShow: Command = {
  path: ['story', 'show'],
  pathInFrench: ['dossier', 'voir'],
  description: { en: 'The card of a story as it stands now', fr: 'La fiche d’un dossier telle qu’elle est' },
  options: [
    {
      name: 'story',
      nameInFrench: 'dossier',
      description: { en: 'Its short name, such as R-7K2Q', fr: 'Son nom court, par exemple R-7K2Q' },
      kind: 'text',
      isRequired: true,
      suggests: 'stories',
    },
  ],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const name = (ask.options['story'] ?? '').trim();
    const story = await findStory(name, ask.channel.workspace, desk);
    if (story === undefined) return { kind: 'refused', lines: [words.noSuchStory(name.toUpperCase())] };
    return { kind: 'answer', lines: [], cards: await storyCards([story], ask.channel, desk) };
  },
};
