import { foldWord } from '#language/fold-word.ts';

/** By whose names people may call a language: those that a reply speaks. */
const READERS = ['en', 'fr'];

/** The primary subtag of the language that somebody means, by its code or by its name in a language that we speak. */
export function languageMeant(written: string): string | undefined {
  const wanted = foldWord(written.trim());
  if (/^[a-z]{2}$/.test(wanted) && nameOf(wanted, 'en') !== undefined) return wanted;
  return codes().find((code) => namesOf(code).includes(wanted));
}

/** Every code of two letters that is a language: there are fewer than two hundred. */
function codes(): readonly string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return pairs.filter((code) => nameOf(code, 'en') !== undefined);
}

const namesOf = (code: string): readonly string[] =>
  READERS.flatMap((reader) => {
    const name = nameOf(code, reader);
    return name === undefined ? [] : [foldWord(name)];
  });

const nameOf = (code: string, reader: string): string | undefined => NAMES.get(reader)?.of(code);

const NAMES: ReadonlyMap<string, Intl.DisplayNames> = new Map(
  READERS.map((reader) => [reader, new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' })]),
);
