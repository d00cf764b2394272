import type { Command } from '#command/command.ts';
import { channelOfCard, storyAsked } from '#command/story/story-asked.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { cardOption } from '#command/story/story-option.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import { storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `story show R-7K2Q`, or with a link to its card: the card of a story as it stands now. */
export const storyShow: Command = {
  path: ['story', 'show'],
  pathInFrench: ['dossier', 'voir'],
  description: { en: 'The card of a story as it stands now', fr: 'La fiche d’un dossier telle qu’elle est' },
  options: [cardOption],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const named = await storyAsked(storyShow, ask, desk);
    if (named.kind === 'none') return named.reply;
    const { story } = named;
    const words = await wordsFor(ask, desk);
    const { actions } = storyWordsIn(words.language);
    return {
      kind: 'answer',
      lines: [],
      cards: await storyCards([story], channelOfCard(story, ask), desk, {
        language: ownLanguage(ask, words),
      }),
      actions: [
        { label: actions.sides, command: `story sides ${story.shortName}` },
        { label: actions.sources, command: `story sources ${story.shortName}` },
        { label: actions.history, command: `story history ${story.shortName}` },
      ],
    };
  },
};
