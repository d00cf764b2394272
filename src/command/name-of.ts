import type { Command, Option } from '#command/command.ts';

/** The path of a command as people of this language type it. */
export const pathIn = ({ path, pathInFrench }: Command, language: string): readonly string[] =>
  language === 'fr' ? pathInFrench : path;

/** The name of an option in this language. */
export const optionNameIn = ({ name, nameInFrench }: Option, language: string): string =>
  language === 'fr' ? nameInFrench : name;
