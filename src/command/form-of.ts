import type { Choice, Command, Option } from '#command/command.ts';
import type { Field, Form } from '#command/form.ts';
import { optionNameIn } from '#command/name-of.ts';
import { wordingIn } from '#command/wording.ts';

/** A form for some of a command's options, in the reader's language, with what is known of them filled in. */
export function formOf(
  { path, options }: Command,
  wanted: {
    readonly title: string;
    readonly fields: readonly string[];
    readonly values: Readonly<Record<string, string>>;
    readonly given?: Readonly<Record<string, string>>;
  },
  language: string,
): Form {
  const asked = wanted.fields.flatMap((name) => options.find((option) => option.name === name) ?? []);
  return {
    kind: 'form',
    path,
    title: wanted.title,
    fields: asked.map((option) => fieldOf(option, wanted.values[option.name], language)),
    given: wanted.given ?? {},
  };
}

function fieldOf(option: Option, value: string | undefined, language: string): Field {
  const { name, description, isRequired, choices, suggests } = option;
  const label = optionNameIn(option, language);
  return {
    option: name,
    label: label.charAt(0).toUpperCase() + label.slice(1).replaceAll('-', ' '),
    hint: wordingIn(description, language),
    kind: kindOf(option),
    isRequired,
    ...(value !== undefined && { value }),
    ...(choices !== undefined && { choices: choices.map((choice) => choiceIn(choice, language)) }),
    ...(suggests !== undefined && { suggests }),
  };
}

function kindOf({ kind, choices }: Option): Field['kind'] {
  if (kind === 'flag' || kind === 'channel' || kind === 'group') return kind;
  return choices === undefined ? 'line' : 'choice';
}

const choiceIn = ({ value, label }: Choice, language: string) => ({
  value,
  label: wordingIn(label, language),
});
