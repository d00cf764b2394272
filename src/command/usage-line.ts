import type { Phrase } from '#card/phrase.ts';
import type { Platform } from '#channel/channel.ts';
import type { Command } from '#command/command.ts';
import { usageOf } from '#command/usage-of.ts';
import { wordingIn } from '#command/wording.ts';
import { say, typed } from '#command/words/say.ts';

/** How a command is typed on a platform, and what it is for, in one line in the reader's language. */
export const usageLine = (command: Command, platform: Platform, language: string): Phrase =>
  say`${typed(usageOf(command, platform, language))} · ${wordingIn(command.description, language)}`;
