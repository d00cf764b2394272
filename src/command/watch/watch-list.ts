import type { Command } from '#command/command.ts';
import { watchFigures } from '#command/watch/watch-figures.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `watch list`: what this channel watches, numbered, with how much came of it. */
export const watchList: Command = {
  path: ['watch', 'list'],
  pathInFrench: ['veille', 'liste'],
  description: { en: 'What this channel watches', fr: 'Ce que suit ce salon' },
  options: [],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const watches = await watchFigures(ask.channel.id, desk);
    const paused = watches.filter(({ isPaused }) => isPaused).length;
    const silent = watches.filter(({ storiesThisMonth }) => storiesThisMonth === 0).length;
    return {
      kind: 'answer',
      lines: [
        words.watches(ask.channel.name, watches.length),
        ...watches.map(words.watchLine),
        ...(watches.length === 0 ? [] : [words.idle(paused, silent)]),
      ],
      actions:
        watches.length === 0
          ? [{ label: words.actions.watchSomething, command: 'watch add Macron Putin call' }]
          : [],
    };
  },
};
