import type { Command, Option } from '#command/command.ts';
import { editDistance } from '#command/edit-distance.ts';
import { type Guess, guessByText, guessByVerb } from '#command/guess-command.ts';
import { isUnitOfTime } from '#command/watch/span-of.ts';
import { foldWord } from '#language/fold-word.ts';

/** What was typed, understood: a command, one with something missing, one that was nearly typed, the root of several, or none. */
export type Found =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly options: Readonly<Record<string, string>>;
    }
  /** `options`: what was given all the same. */
  | {
      readonly kind: 'missing';
      readonly command: Command;
      readonly option: Option;
      readonly options: Readonly<Record<string, string>>;
    }
  /** `following`: what was typed after the words that probably meant `command`. */
  | { readonly kind: 'near'; readonly command: Command; readonly following: string }
  /** No command, but all of `commands` begin with its first word; `isWhole` where that was all that was typed. */
  | {
      readonly kind: 'root';
      readonly commands: readonly Command[];
      readonly isWhole: boolean;
      readonly guess?: Guess;
    }
  | { readonly kind: 'none'; readonly guess?: Guess };

/** Two slips of the finger in a longer word, one in a short one. */
const slipsAllowed = (word: string): number => (word.length > 4 ? 2 : 1);

/**
 * Finds the command that these words call, in English or French, with or without accents. `name:value`, `name:"two words"`
 * and `--flag` fill options by name; what is left is the text of the first text option.
 */
export function findCommand(typed: readonly string[], commands: readonly Command[]): Found {
  const all = typed.flatMap((word) => word.replaceAll('\n', ' \n ').split(/[^\S\n]+/));
  const tokens = all.filter((word) => word !== '');
  const words = tokens.filter((word) => word !== '\n');
  const command = commands.find((command) => isCalledBy(words, command, isSame));
  if (command !== undefined) {
    const following = words.slice(command.path.length);
    const isOfLines = command.options.some(({ hasLines }) => hasLines === true);
    return withOptions(command, isOfLines ? withEndsOfLines(following, tokens) : following);
  }

  const near = commands.find((command) => command.isOnButtons !== true && isCalledBy(words, command, isNear));
  if (near !== undefined)
    return { kind: 'near', command: near, following: words.slice(near.path.length).join(' ') };
  const byVerb = guessByVerb(words, commands);
  return byVerb === undefined ? findRoot(words, commands) : { kind: 'near', ...byVerb };
}

/** The same words, with the ends of lines between them. */
function withEndsOfLines(following: readonly string[], tokens: readonly string[]): readonly string[] {
  if (following.length === 0) return [];
  const places = tokens.flatMap((token, place) => (token === '\n' ? [] : [place]));
  return tokens.slice(places.at(-following.length));
}

/** Finds the command that a platform names by its path, with the options that it filled in. */
export function findNamed(
  named: { readonly path: readonly string[]; readonly options: Readonly<Record<string, string>> },
  commands: readonly Command[],
): Found {
  const command = commands.find(({ path }) => path.join(' ') === named.path.join(' '));
  return command === undefined ? { kind: 'none' } : complete(command, named.options);
}

/** Each word says the path's word at its place in one of our languages. */
const isCalledBy = (
  words: readonly string[],
  { path, pathInFrench }: Command,
  says: (word: string, own: string) => boolean,
): boolean =>
  path.every((own, index) =>
    [own, pathInFrench[index] ?? own].some((named) => says(words[index] ?? '', named)),
  );

function findRoot(words: readonly string[], commands: readonly Command[]): Found {
  const [first = ''] = words;
  const under = commands.filter(({ path, pathInFrench }) =>
    [path[0], pathInFrench[0]].some((root) => isSame(first, root)),
  );
  const guess = guessByText(words, commands);
  const guessed = guess === undefined ? {} : { guess };
  return under.length === 0
    ? { kind: 'none', ...guessed }
    : { kind: 'root', commands: under, isWhole: words.length === 1, ...guessed };
}

const isSame = (word: string, own: string): boolean => word !== '' && foldWord(word) === foldWord(own);

const isNear = (word: string, own: string): boolean =>
  editDistance(foldWord(word), foldWord(own)) <= slipsAllowed(own);

function withOptions(command: Command, words: readonly string[]): Found {
  const named = new Map<string, string>();
  const rest: string[] = [];
  for (const word of withQuoted(withTimes(words, command.options))) {
    const given = givenBy(word, command.options);
    if (given === undefined) rest.push(word);
    // A named text goes on to the end of the line, or to the next name.
    else if (given.option.kind === 'text') rest.push(given.value);
    else named.set(given.option.name, given.value);
  }
  const text = command.options.find(({ kind }) => kind === 'text');
  const line = rest.filter((word) => word !== '').join(' ');
  if (text !== undefined && line !== '') named.set(text.name, line);

  return complete(command, Object.fromEntries(named));
}

/** What stands behind an hour is its minutes only where people say so: “8 h 24 hours” is none of 08:24. */
const QUARTERS: readonly string[] = ['00', '15', '30', '45'];

/** A time that is written in several words is one value: `until:22 h 30`, `until:8 hours`. */
function withTimes(words: readonly string[], options: readonly Option[]): readonly string[] {
  const [word, ...after] = words;
  if (word === undefined) return [];
  const [unit = ''] = after;
  const isCount = /[:：]\d{1,3}$/u.test(word) && isUnitOfTime(unit);
  if (!isCount || givenBy(word, options)?.option.kind !== 'time') return [word, ...withTimes(after, options)];
  const minutes = /^h(?:eures?)?$/iu.test(unit)
    ? QUARTERS.find((quarter) => quarter === after[1])
    : undefined;
  const time = minutes === undefined ? `${word} ${unit}` : `${word}h${minutes}`;
  return [time, ...withTimes(after.slice(minutes === undefined ? 1 : 2), options)];
}

const OPENS_QUOTATION = /^[^:"“«]+:["“«]/u;
const CLOSES_QUOTATION = /["”»]$/u;

/** What a name gives in quotation marks is one word, whatever stands in it; a mark that is never closed is none. */
function withQuoted(words: readonly string[]): readonly string[] {
  const [word, ...after] = words;
  if (word === undefined) return [];
  const end = OPENS_QUOTATION.test(word) ? words.findIndex((one) => CLOSES_QUOTATION.test(one)) : 0;
  if (end < 1) return [word, ...withQuoted(after)];
  return [words.slice(0, end + 1).join(' '), ...withQuoted(words.slice(end + 1))];
}

const unquoted = (value: string): string =>
  /^["“«].*["”»]$/su.test(value) ? value.slice(1, -1).trim() : value;

/** The option that a word fills, with its value; nothing for a word of the text. */
function givenBy(
  word: string,
  options: readonly Option[],
): { readonly option: Option; readonly value: string } | undefined {
  const [, flag] = /^--(.+)$/.exec(word) ?? [];
  const [, name, value = ''] = /^([^:：]+)[:：](.*)$/su.exec(word) ?? [];
  const meant = flag ?? name;
  if (meant === undefined) return undefined;
  const option = options.find(
    (option) =>
      (option.kind === 'flag') === (flag !== undefined) &&
      [option.name, option.nameInFrench].some((own) => isSame(meant, own)),
  );
  if (option === undefined) return undefined;
  // The quotation marks of a text are the query's own: they mean an exact phrase.
  if (option.kind === 'text') return { option, value };
  return { option, value: option.kind === 'flag' ? 'yes' : unquoted(value) };
}

function complete(command: Command, given: Readonly<Record<string, string>>): Found {
  const options = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      chosenOf(
        command.options.find((option) => option.name === name),
        value,
      ),
    ]),
  );
  const missing = command.options.find(
    ({ name, isRequired }) => isRequired && (options[name] ?? '').trim() === '',
  );
  if (missing !== undefined) return { kind: 'missing', command, option: missing, options };
  return { kind: 'command', command, options };
}

/** The choice that somebody means, in whatever language; what is none stays as it is, and the command refuses it. */
const chosenOf = (option: Option | undefined, typed: string): string =>
  option?.choices?.find(({ value, label }) =>
    [value, label.en, label.fr].some((word) => isSame(typed.trim(), word)),
  )?.value ?? typed;
