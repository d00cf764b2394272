import type { Phrase } from '#card/phrase.ts';
import type { Command, Option, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { optionNameIn } from '#command/name-of.ts';
import { refuseWords, type Typed } from '#command/refuse-words.ts';
import { usageLine } from '#command/usage-line.ts';
import { wordingIn } from '#command/wording.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { say, typed } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `help`: what Readout is, and how each of these commands is typed; `help watch add`: one command with its options. */
export function helpOn(commands: readonly Command[]): Command {
  const help: Command = {
    path: ['help'],
    pathInFrench: ['aide'],
    description: { en: 'What can be asked', fr: 'Ce que l’on peut demander' },
    options: [
      {
        name: 'command',
        nameInFrench: 'commande',
        description: { en: 'Such as: watch add', fr: 'Par exemple : veille ajouter' },
        kind: 'text',
        isRequired: false,
      },
    ],
    isChanging: false,
    isForAnyone: true,
    run: async (ask, desk) => {
      const words = await wordsFor(ask, desk);
      const written = (ask.options['command'] ?? '').trim();
      const { platform } = ask.channel;
      if (written !== '')
        return helpAbout({ typed: written, platform, after: help }, [...commands, help], words);
      return {
        kind: 'answer',
        lines: [words.help, ...commands.map((command) => usageLine(command, platform, words.language))],
      };
    },
  };
  return help;
}

function helpAbout(written: Typed, commands: readonly Command[], words: ReplyWords): Reply {
  const { typed, platform } = written;
  const { language } = words;
  const found = findCommand([typed], commands);
  if (found.kind === 'command' || found.kind === 'missing') {
    const { command } = found;
    return {
      kind: 'answer',
      lines: [
        usageLine(command, platform, language),
        ...command.options.map((option) => optionLine(option, language)),
      ],
    };
  }
  if (found.kind === 'root' && found.isWhole)
    return { kind: 'answer', lines: found.commands.map((command) => usageLine(command, platform, language)) };
  return refuseWords(found, written, words);
}

function optionLine(option: Option, language: string): Phrase {
  const name = optionNameIn(option, language);
  return say`${typed(option.kind === 'flag' ? `--${name}` : name.toUpperCase())} · ${wordingIn(option.description, language)}`;
}
