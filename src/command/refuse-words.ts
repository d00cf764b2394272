import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { Platform } from '#channel/channel.ts';
import { asTyped, commandLine } from '#command/as-typed.ts';
import type { Command, Reply } from '#command/command.ts';
import type { Found } from '#command/find-command.ts';
import type { Guess } from '#command/guess-command.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';
import { usageLine } from '#command/usage-line.ts';
import { usageOf } from '#command/usage-of.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';

/** What somebody `typed`, and where; `after`: the command that it followed, such as `help`. */
export type Typed = { readonly typed: string; readonly platform: Platform; readonly after?: Command };

/** Says why what somebody typed is no command that can be run, and what could be. */
export function refuseWords(
  found: Exclude<Found, { readonly kind: 'command' }>,
  { typed, ...place }: Typed,
  words: ReplyWords,
): Reply {
  switch (found.kind) {
    case 'missing':
      if (found.command.isOnButtons === true) return { kind: 'refused', lines: [words.isAButton(typed)] };
      return {
        kind: 'refused',
        lines: [
          words.missing(
            optionNameIn(found.option, words.language),
            usageOf(found.command, place.platform, words.language),
          ),
        ],
      };
    case 'near':
      return { kind: 'refused', ...meant(found, place, words) };
    case 'root': {
      const guessed = guessOf(found, place, words);
      const first = found.isWhole ? words.goesOn(typed) : words.noSuchCommand(typed);
      const usages = found.commands.map((command) => usageLine(command, place.platform, words.language));
      return {
        kind: 'refused',
        lines: [first, ...guessed.lines, ...usages],
        ...(guessed.actions.length > 0 && { actions: guessed.actions }),
      };
    }
    case 'none': {
      const guessed = guessOf(found, place, words);
      return {
        kind: 'refused',
        lines: [words.noSuchCommand(typed), ...guessed.lines],
        actions: [...guessed.actions, { label: words.actions.help, command: 'help' }],
      };
    }
  }
}

type Meant = { readonly lines: readonly Phrase[]; readonly actions: readonly Action[] };

/** In a terminal there are other commands beside these, and help is on commands: nothing is guessed there. */
const guessOf = (
  { guess }: { readonly guess?: Guess },
  place: Omit<Typed, 'typed'>,
  words: ReplyWords,
): Meant =>
  guess === undefined || place.platform === 'terminal' || place.after !== undefined
    ? { lines: [], actions: [] }
    : meant(guess, place, words);

function meant(
  { command, following }: Guess,
  { platform, after }: Omit<Typed, 'typed'>,
  words: ReplyWords,
): Meant {
  const called = pathIn(command, words.language);
  const [path, rest] =
    after === undefined
      ? [called, following]
      : [pathIn(after, words.language), commandLine(called, following)];
  return {
    lines: [words.didYouMean(asTyped(path, rest, platform))],
    actions: [{ label: words.actions.thatCommand, command: commandLine(path, rest) }],
  };
}
