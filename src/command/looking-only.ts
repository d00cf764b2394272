import type { Command } from '#command/command.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** The command as somebody has it who may not change things: one that changes refuses, and says who may. */
export function lookingOnly(command: Command): Command {
  if (!command.isChanging) return command;
  return {
    ...command,
    run: async (ask, desk) => {
      const words = await wordsFor(ask, desk);
      return { kind: 'refused', lines: [words.noRight[ask.channel.platform]] };
    },
  };
}
