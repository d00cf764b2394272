import { writeWatchLines } from '#command/admin/watch-lines.ts';
import type { Command } from '#command/command.ts';
import { watchListWordsIn } from '#command/words/watch-list-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `readout-admin export`: what this channel watches, as a file that another channel can take over. */
export const adminExport: Command = {
  path: ['readout-admin', 'export'],
  pathInFrench: ['readout-admin', 'exporter'],
  description: {
    en: 'What this channel watches, as a file',
    fr: 'Ce qui est suivi ici, en fichier',
  },
  options: [],
  isChanging: true,
  run: async (ask, desk) => {
    const words = watchListWordsIn((await wordsFor(ask, desk)).language);
    const watches = await desk.ledger.subscriptions.listByChannel(ask.channel.id);
    if (watches.length === 0) return { kind: 'answer', lines: [words.nothing(ask.channel.name)] };
    return {
      kind: 'answer',
      lines: [words.exported(ask.channel.name, watches.length)],
      file: { name: 'readout-watches.txt', text: writeWatchLines(watches) },
    };
  },
};
