/** Languages whose month names are read; the names come from the platform's locale data. */
const LANGUAGES =
  'en fr es de it pt ru uk pl nl el hu tr cs sv da nb fi ro bg hr sk sl et lv lt ca be id vi ka az ar he fa'.split(
    ' ',
  );

const SHORTEST_BEGINNING = 3;

/** As RFC 822 writes them: what most feeds use costs one look, and the locale data is read only for the others. */
const ENGLISH: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);

let monthByWord: ReadonlyMap<string, number> | undefined;

/** The month, 1 to 12, that a word names in one of many languages; at least three letters of its name will do. */
export function monthOf(word: string): number | undefined {
  const english = ENGLISH.get(word.toLowerCase());
  if (english !== undefined) return english;
  monthByWord ??= withBeginnings(readMonthNames());
  return monthByWord.get(fold(word));
}

/** A name that two languages give to different months keeps the meaning of the language listed first. */
function readMonthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const name of namesIn(language)) {
      if (!names.has(name.word)) names.set(name.word, name.month);
    }
  }
  return names;
}

/** A beginning counts where it begins the name of one month only, in whatever languages; a whole name always does. */
function withBeginnings(names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const months = new Map<string, number | undefined>();
  for (const [name, month] of names) {
    for (let length = SHORTEST_BEGINNING; length < name.length; length += 1) {
      const beginning = name.slice(0, length);
      months.set(beginning, months.has(beginning) && months.get(beginning) !== month ? undefined : month);
    }
  }
  const clear = [...months].filter((entry): entry is [string, number] => entry[1] !== undefined);
  return new Map([...clear, ...names]);
}

/** Both as it stands alone and beside a day, where many languages decline it. */
function namesIn(language: string): readonly { readonly word: string; readonly month: number }[] {
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  ]);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return formats.flatMap((format) =>
    months.flatMap((month) => {
      const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
      const word = fold(parts.find((part) => part.type === 'month')?.value ?? '');
      return /^\p{L}{2,}$/u.test(word) ? [{ word, month }] : [];
    }),
  );
}

function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
