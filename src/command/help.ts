import type { Command } from '#command/command.ts';
import { say, typed } from '#command/say.ts';
import { usageOf } from '#command/usage-of.ts';
import { wordsFor } from '#command/words-for.ts';

/** `help`: what Readout is, and how each of these commands is typed. */
export const helpOn = (commands: readonly Command[]): Command => ({
  path: ['help'],
  description: 'What can be asked',
  options: [],
  isChanging: false,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    return {
      kind: 'answer',
      lines: [
        words.help,
        ...commands.map((command) => say`${typed(usageOf(command))} · ${command.description}`),
      ],
    };
  },
});
