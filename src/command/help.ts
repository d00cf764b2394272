import type { Phrase } from '#card/phrase.ts';
import type { Command, Option, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { refuseWords, type Typed } from '#command/refuse-words.ts';
import { usageLine } from '#command/usage-line.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { say, typed } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `help`: what Readout is, and how each of these commands is typed; `help watch add`: one command with its options. */
export function helpOn(commands: readonly Command[]): Command {
  const help: Command = {
    path: ['help'],
    description: 'What can be asked',
    options: [{ name: 'command', description: 'Such as: watch add', kind: 'text', isRequired: false }],
    isChanging: false,
    run: async (ask, desk) => {
      const words = await wordsFor(ask, desk);
      const written = (ask.options['command'] ?? '').trim();
      const { platform } = ask.channel;
      if (written !== '')
        return helpAbout({ typed: written, platform, after: help }, [...commands, help], words);
      return {
        kind: 'answer',
        lines: [words.help, ...commands.map((command) => usageLine(command, platform))],
      };
    },
  };
  return help;
}

function helpAbout(written: Typed, commands: readonly Command[], words: ReplyWords): Reply {
  const { typed, platform } = written;
  const found = findCommand([typed], commands);
  if (found.kind === 'command' || found.kind === 'missing') {
    const { command } = found;
    return { kind: 'answer', lines: [usageLine(command, platform), ...command.options.map(optionLine)] };
  }
  if (found.kind === 'root' && found.isWhole)
    return { kind: 'answer', lines: found.commands.map((command) => usageLine(command, platform)) };
  return refuseWords(found, written, words);
}

const optionLine = ({ name, kind, description }: Option): Phrase =>
  say`${typed(kind === 'flag' ? `--${name}` : name.toUpperCase())} · ${description}`;
