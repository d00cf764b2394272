import type { Ask, Choice, Command, Desk, Reply } from '#command/command.ts';
import { optionNameIn } from '#command/name-of.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** What answers an option that is changed either way. */
export const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', label: { en: 'yes', fr: 'oui' } },
  { value: 'no', label: { en: 'no', fr: 'non' } },
];

/** Refuses what is neither where an option asks for yes or no; absent where each is plain. */
export async function refuseUnplain(
  { options }: Pick<Command, 'options'>,
  ask: Ask,
  desk: Desk,
): Promise<Reply | undefined> {
  const option = options.find(({ name, choices }) => {
    const given = ask.options[name];
    return choices === YES_OR_NO && given !== undefined && !isPlain(given);
  });
  if (option === undefined) return undefined;
  const { language } = await wordsFor(ask, desk);
  const typed = ask.options[option.name] ?? '';
  const line = editWordsIn(language).neitherYesNorNo(typed, optionNameIn(option, language));
  return { kind: 'refused', lines: [line], option: option.name };
}

/** By value, in small or capital letters. */
const isPlain = (given: string): boolean => YES_OR_NO.some(({ value }) => value === given.toLowerCase());
