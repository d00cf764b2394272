import { cutIntoPages } from '#command/button/cut-into-pages.ts';
import { pageOption } from '#command/button/page-option.ts';
import type { Command } from '#command/command.ts';
import { watchFigures } from '#command/watch/watch-figures.ts';
import { elsewhereWordsIn } from '#command/words/elsewhere-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** As many as one message holds on every platform. */
const WATCHES_A_PAGE = 20;
/** What stands beside a topic's name in its line: about so many characters. */
const BESIDE_ITS_NAME = 60;

/** `watch list`: what this channel watches, numbered, with how much came of it. */
export const watchList: Command = {
  path: ['watch', 'list'],
  pathInFrench: ['veille', 'liste'],
  description: { en: 'What this channel watches', fr: 'Ce qui est suivi ici' },
  options: [pageOption({ en: 'Twenty topics each', fr: 'Vingt sujets chacune' })],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const watches = await watchFigures(ask.channel.id, desk);
    const paused = watches.filter(({ isPaused }) => isPaused).length;
    const silent = watches.filter(({ storiesThisMonth }) => storiesThisMonth === 0).length;
    const page = await cutIntoPages(
      {
        command: watchList,
        rows: watches,
        rowsAPage: WATCHES_A_PAGE,
        lengthOf: ({ name }) => name.length + BESIDE_ITS_NAME,
      },
      ask,
      desk,
    );
    return {
      kind: 'answer',
      lines: [
        words.watches(ask.channel.name, watches.length),
        ...page.rows.map(words.watchLine),
        ...page.lines,
        ...(watches.length === 0 ? [] : [words.idle(paused, silent)]),
      ],
      actions: [
        ...(watches.length === 0
          ? [{ label: words.actions.watchSomething, command: 'watch add Macron Putin call' }]
          : []),
        // Only a platform tells who sees which channel.
        ...(ask.standing === undefined
          ? []
          : [{ label: elsewhereWordsIn(words.language).ask, command: 'elsewhere' }]),
      ],
      ...page.buttons,
    };
  },
};
