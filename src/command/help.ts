import type { Phrase } from '#card/phrase.ts';
import type { Platform } from '#channel/channel.ts';
import { asTyped } from '#command/as-typed.ts';
import type { Command, Option, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';
import { refuseWords, type Typed } from '#command/refuse-words.ts';
import { usageLine } from '#command/usage-line.ts';
import { wordingIn } from '#command/wording.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { say, typed } from '#command/words/say.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** What somebody who has just come types first. */
const FIRST = ['watch add', 'news latest', 'status'];

/**
 * `help`: what Readout is, how one begins, and what else there is by its first word; `help watch`: how each command that
 * begins so is typed; `help watch add`: one command with its options.
 */
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
      return overview([...commands, help], platform, words);
    },
  };
  return help;
}

function overview(commands: readonly Command[], platform: Platform, words: ReplyWords): Reply {
  const { language } = words;
  const first = FIRST.flatMap((line) => commands.find(({ path }) => path.join(' ') === line) ?? []);
  const roots = [...Map.groupBy(commands, (command) => rootOf(command, language))];
  const example = asTyped([words.helpWord], roots[0]?.[0] ?? '', platform);
  return {
    kind: 'answer',
    lines: [
      words.help,
      words.helpBegins,
      ...first.map((command) => usageLine(command, platform, language)),
      words.helpGoesOn(example),
      ...roots.map(([root, ours]) => rootLine(root, ours, platform, language)),
    ],
    actions: roots
      .filter(([, [one]]) => one !== undefined && one.path.length > 1)
      .map(([root]) => ({ label: root, command: `${words.helpWord} ${root}` })),
  };
}

/** Commands of one word stand by themselves, after the others. */
const rootOf = (command: Command, language: string): string =>
  command.path.length === 1 ? '' : (pathIn(command, language)[0] ?? '');

function rootLine(root: string, ours: readonly Command[], platform: Platform, language: string): Phrase {
  const last = ours.map((command) => pathIn(command, language).at(-1) ?? '').join(' · ');
  const begins = beginningOf(root, platform);
  return begins === '' ? say`${last}` : say`${typed(begins)} ${last}`;
}

/** What stands before a command's last word where it is typed. */
function beginningOf(root: string, platform: Platform): string {
  switch (platform) {
    case 'terminal':
      return root;
    case 'slack':
      return `/readout ${root}`.trim();
    case 'discord':
      return root === '' ? '/readout' : `/${root}`;
  }
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
