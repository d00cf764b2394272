import type { Command, Option } from '#command/command.ts';
import { editDistance } from '#command/edit-distance.ts';

/** What was typed, understood: a command, one with something missing, one that was nearly typed, the root of several, or none. */
export type Found =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'missing'; readonly command: Command; readonly option: string }
  /** `following`: what was typed after the words that probably meant `command`. */
  | { readonly kind: 'near'; readonly command: Command; readonly following: string }
  /** No command, but all of `commands` begin with its first word; `isWhole` where that was all that was typed. */
  | { readonly kind: 'root'; readonly commands: readonly Command[]; readonly isWhole: boolean }
  | { readonly kind: 'none' };

/** French words for the commands, as people say them. */
const FRENCH: ReadonlyMap<string, string> = new Map([
  ['veille', 'watch'],
  ['ajouter', 'add'],
  ['liste', 'list'],
  ['retirer', 'remove'],
  ['tester', 'test'],
  ['exemple', 'sample'],
  ['actus', 'news'],
  ['dernières', 'latest'],
  ['chercher', 'search'],
  ['dossier', 'story'],
  ['voir', 'show'],
  ['pourquoi', 'why'],
  ['état', 'status'],
  ['aide', 'help'],
  ['flux', 'feed'],
  ['importer', 'import'],
  ['exporter', 'export'],
  ['santé', 'health'],
  ['publier', 'release'],
  ['écarter', 'drop'],
  ['synthèse', 'digest'],
  ['modifier', 'edit'],
  ['reprendre', 'resume'],
  ['taire', 'mute'],
  ['réglages', 'settings'],
]);

const FRENCH_FOR: ReadonlyMap<string, string> = new Map([...FRENCH].map(([french, own]) => [own, french]));

/** The French word for a word of a command, where there is another one. */
export const frenchWordFor = (own: string): string | undefined => FRENCH_FOR.get(own);

/** Two slips of the finger in a longer word, one in a short one. */
const slipsAllowed = (word: string): number => (word.length > 4 ? 2 : 1);

/**
 * Finds the command that these words call. `name:value` and `--flag` fill options by name; what is left is the text of
 * the first text option.
 */
export function findCommand(typed: readonly string[], commands: readonly Command[]): Found {
  const words = typed.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  const command = commands.find(({ path }) => isPath(path, words, (word, own) => asEnglish(word) === own));
  if (command !== undefined) return withOptions(command, words.slice(command.path.length));

  const near = commands.find(({ path }) => isPath(path, words, isNear));
  if (near === undefined) return findRoot(words, commands);
  return { kind: 'near', command: near, following: words.slice(near.path.length).join(' ') };
}

/** Finds the command that a platform names by its path, with the options that it filled in. */
export function findNamed(
  named: { readonly path: readonly string[]; readonly options: Readonly<Record<string, string>> },
  commands: readonly Command[],
): Found {
  const command = commands.find(({ path }) => path.join(' ') === named.path.join(' '));
  return command === undefined ? { kind: 'none' } : complete(command, named.options);
}

const isPath = (
  path: readonly string[],
  words: readonly string[],
  isSame: (word: string, own: string) => boolean,
): boolean => path.every((own, index) => isSame((words[index] ?? '').toLowerCase(), own));

function findRoot(words: readonly string[], commands: readonly Command[]): Found {
  const root = asEnglish((words[0] ?? '').toLowerCase());
  const under = commands.filter(({ path }) => path[0] === root);
  return under.length === 0
    ? { kind: 'none' }
    : { kind: 'root', commands: under, isWhole: words.length === 1 };
}

const asEnglish = (word: string): string => FRENCH.get(word) ?? word;

const isNear = (word: string, own: string): boolean =>
  editDistance(asEnglish(word), own) <= slipsAllowed(own);

function withOptions(command: Command, words: readonly string[]): Found {
  const named = new Map<string, string>();
  const rest: string[] = [];
  for (const word of words) {
    const option = command.options.find((option) => isNamed(option, word));
    if (option === undefined) rest.push(word);
    else if (option.kind === 'flag') named.set(option.name, 'yes');
    else if (option.kind !== 'text') named.set(option.name, word.slice(option.name.length + 1));
    // A named text goes on to the end of the line, or to the next name.
    else rest.push(word.slice(option.name.length + 1));
  }
  const text = command.options.find(({ kind }) => kind === 'text');
  const line = rest.filter((word) => word !== '').join(' ');
  if (text !== undefined && line !== '') named.set(text.name, line);

  return complete(command, Object.fromEntries(named));
}

function complete(command: Command, options: Readonly<Record<string, string>>): Found {
  const missing = command.options.find(
    ({ name, isRequired }) => isRequired && (options[name] ?? '').trim() === '',
  );
  if (missing !== undefined) return { kind: 'missing', command, option: missing.name };
  return { kind: 'command', command, options };
}

const isNamed = ({ name, kind }: Option, word: string): boolean =>
  kind === 'flag' ? word === `--${name}` : word.startsWith(`${name}:`);
