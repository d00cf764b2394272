import type { Reply } from '#command/command.ts';
import type { Found } from '#command/find-command.ts';
import type { ReplyWords } from '#command/reply-words.ts';
import { usageLine } from '#command/usage-line.ts';
import { usageOf } from '#command/usage-of.ts';

/** Says why what somebody `typed` is no command that can be run, and what could be; `before` stands before what is meant. */
export function refuseWords(
  found: Exclude<Found, { readonly kind: 'command' }>,
  typed: string,
  words: ReplyWords,
  before = '',
): Reply {
  switch (found.kind) {
    case 'missing':
      return { kind: 'refused', lines: [words.missing(found.option, usageOf(found.command))] };
    case 'near': {
      const meant = `${before}${found.meant}`;
      return {
        kind: 'refused',
        lines: [words.didYouMean(meant)],
        actions: [{ label: words.actions.thatCommand, command: meant }],
      };
    }
    case 'root': {
      const first = found.isWhole ? words.goesOn(typed) : words.noSuchCommand(typed);
      return { kind: 'refused', lines: [first, ...found.commands.map(usageLine)] };
    }
    case 'none':
      return {
        kind: 'refused',
        lines: [words.noSuchCommand(typed)],
        actions: [{ label: words.actions.help, command: 'help' }],
      };
  }
}
