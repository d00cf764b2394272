import type { Command, Option } from '#command/command.ts';
import { optionNameIn, pathIn } from '#command/name-of.ts';
import { quoted } from '#command/quoted.ts';
import { wordingIn } from '#command/wording.ts';

/**
 * A command with its options as one line that calls it again, in English unless its reader's language is named: what is
 * text comes last, so that it goes to the end.
 */
export function lineOf(command: Command, given: Readonly<Record<string, string>>, language = 'en'): string {
  const filled = command.options.flatMap((option) => {
    const value = given[option.name];
    return value === undefined ? [] : [{ option, value }];
  });
  const named = filled.filter(({ option: { kind } }) => kind !== 'text' && kind !== 'file');
  const texts = filled.filter(({ option: { kind } }) => kind === 'text');
  return [
    ...pathIn(command, language),
    ...named.map(({ option, value }) => {
      const name = optionNameIn(option, language);
      return option.kind === 'flag' ? `--${name}` : `${name}:${quoted(valueIn(option, value, language))}`;
    }),
    ...texts.map(({ value }) => value),
  ].join(' ');
}

/** A choice as people of another language than ours call it: typed words may say it so. */
function valueIn({ choices }: Option, value: string, language: string): string {
  const choice = language === 'en' ? undefined : choices?.find((one) => one.value === value);
  return choice === undefined ? value : wordingIn(choice.label, language);
}
