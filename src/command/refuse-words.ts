import type { Platform } from '#channel/channel.ts';
import { asTyped, commandLine } from '#command/as-typed.ts';
import type { Command, Reply } from '#command/command.ts';
import type { Found } from '#command/find-command.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';
import { usageLine } from '#command/usage-line.ts';
import { usageOf } from '#command/usage-of.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';

/** What somebody `typed`, and where; `after`: the command that it followed, such as `help`. */
export type Typed = { readonly typed: string; readonly platform: Platform; readonly after?: Command };

/** Says why what somebody typed is no command that can be run, and what could be. */
export function refuseWords(
  found: Exclude<Found, { readonly kind: 'command' }>,
  { typed, platform, after }: Typed,
  words: ReplyWords,
): Reply {
  switch (found.kind) {
    case 'missing':
      return {
        kind: 'refused',
        lines: [
          words.missing(
            optionNameIn(found.option, words.language),
            usageOf(found.command, platform, words.language),
          ),
        ],
      };
    case 'near': {
      const { command, following } = found;
      const called = pathIn(command, words.language);
      const [path, rest] =
        after === undefined
          ? [called, following]
          : [pathIn(after, words.language), commandLine(called, following)];
      return {
        kind: 'refused',
        lines: [words.didYouMean(asTyped(path, rest, platform))],
        actions: [{ label: words.actions.thatCommand, command: commandLine(path, rest) }],
      };
    }
    case 'root': {
      const first = found.isWhole ? words.goesOn(typed) : words.noSuchCommand(typed);
      return {
        kind: 'refused',
        lines: [first, ...found.commands.map((command) => usageLine(command, platform, words.language))],
      };
    }
    case 'none':
      return {
        kind: 'refused',
        lines: [words.noSuchCommand(typed)],
        actions: [{ label: words.actions.help, command: 'help' }],
      };
  }
}
