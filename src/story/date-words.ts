import { foldWord } from '#language/fold-word.ts';
import { memoise } from '#language/memoise.ts';

/** How a language names days ahead; all words folded. */
export type DateWords = {
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** "Tomorrow", in days from today. */
  readonly ahead: ReadonlyMap<string, number>;
  /** What before "tomorrow" makes it the day after; empty where one word says that. */
  readonly dayAfter: string;
  /** Beside a weekday: the one to come, the one before. */
  readonly next: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  /** Between the first and the last day of several. */
  readonly joining: ReadonlySet<string>;
  /** Verbs of announcing; a weekday behind one is when it was said. */
  readonly said: ReadonlySet<string>;
};

type Written = Readonly<
  Record<'ahead' | 'dayAfter' | 'next' | 'last' | 'joining' | 'said' | 'weekdays', string>
>;

/** English, French and Russian; months come from the platform's locale data. `weekdays` from Sunday on. */
const WRITTEN: Readonly<Record<string, Written>> = {
  en: {
    weekdays: 'sunday monday tuesday wednesday thursday friday saturday',
    ahead: 'tomorrow',
    dayAfter: 'day after',
    next: 'next coming',
    last: 'last past',
    joining: 'to and until through',
    said: 'said says told announced confirmed declared stated added reported wrote',
  },
  fr: {
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    ahead: 'demain',
    dayAfter: 'apres',
    next: 'prochain',
    last: 'dernier',
    joining: 'au et',
    said: 'dit annoncé déclaré indiqué confirmé affirmé précisé ajouté rapporté assuré',
  },
  ru: {
    weekdays: 'воскресенье понедельник вторник среду четверг пятницу субботу',
    ahead: 'завтра',
    dayAfter: '',
    next: 'следующий следующую следующее ближайший ближайшую',
    last: 'прошлый прошлую прошлое минувший минувшую',
    joining: 'по и до',
    said: 'сообщил сообщила сообщили заявил заявила заявили объявил объявила сказал сказала подтвердил подтвердила подтвердили',
  },
};

const wordsIn = (written: string): readonly string[] => written.split(' ').filter(Boolean).map(foldWord);

/** The date words of a language, by its primary subtag; absent where we have none. */
export function dateWordsIn(language: string | undefined): DateWords | undefined {
  return language !== undefined && language in WRITTEN ? read(language) : undefined;
}

const read = memoise((language: string): DateWords => {
  const { weekdays, ahead, dayAfter, next, last, joining, said } = WRITTEN[language] ?? EMPTY;
  return {
    months: monthsIn(language),
    weekdays: new Map(wordsIn(weekdays).map((word, index) => [word, index])),
    ahead: new Map([...wordsIn(ahead).map((word) => [word, 1] as const), [foldWord('послезавтра'), 2]]),
    dayAfter,
    next: new Set(wordsIn(next)),
    last: new Set(wordsIn(last)),
    joining: new Set(wordsIn(joining)),
    said: new Set(wordsIn(said)),
  };
}, Object.keys(WRITTEN).length);

const EMPTY: Written = { weekdays: '', ahead: '', dayAfter: '', next: '', last: '', joining: '', said: '' };

/** As they stand beside a day, where some languages decline them. */
function monthsIn(language: string): ReadonlyMap<string, number> {
  const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return new Map(
    Array.from({ length: 12 }, (_, index) => {
      const parts = format.formatToParts(Date.UTC(2024, index, 15));
      return [foldWord(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1] as const;
    }),
  );
}
