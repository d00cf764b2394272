import type { Phrase } from '#card/phrase.ts';
import type { Command } from '#command/command.ts';
import { say, typed } from '#command/say.ts';
import { usageOf } from '#command/usage-of.ts';

/** How a command is typed, and what it is for, in one line. */
export const usageLine = (command: Command): Phrase =>
  say`${typed(usageOf(command))} · ${command.description}`;
