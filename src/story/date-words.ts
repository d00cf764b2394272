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
  /** Before a day by which something is to be, or that it follows: "by Friday", "avant le 1er octobre". */
  readonly bounds: ReadonlySet<string>;
  /** Between such a word and its day. */
  readonly articles: ReadonlySet<string>;
  /** Before the day of something else: "the summit of 12 September"; not behind `beforeOf`: "the morning of". */
  readonly of: ReadonlySet<string>;
  readonly beforeOf: ReadonlySet<string>;
  /** Verbs of announcing; a day behind one is when it was said. */
  readonly said: ReadonlySet<string>;
  /** Words with which begins what is announced: "said that they will meet on Friday". */
  readonly announced: ReadonlySet<string>;
};

type Written = Readonly<Record<Exclude<keyof DateWords, 'months'>, string>>;

/** English, French and Russian; months come from the platform's locale data. `weekdays` from Sunday on. */
const WRITTEN: Readonly<Record<string, Written>> = {
  en: {
    weekdays: 'sunday monday tuesday wednesday thursday friday saturday',
    ahead: 'tomorrow',
    dayAfter: 'day after',
    next: 'next coming',
    last: 'last past',
    joining: 'to and until through',
    bounds: 'before by until till after since than',
    articles: 'the',
    of: 'of',
    beforeOf: 'morning afternoon evening night day week',
    said: 'said says saying told tells telling announced confirmed declared stated added reported wrote',
    announced: 'that will would shall to is are be',
  },
  fr: {
    weekdays: 'dimanche lundi mardi mercredi jeudi vendredi samedi',
    ahead: 'demain',
    dayAfter: 'apres',
    next: 'prochain',
    last: 'dernier',
    joining: 'au et',
    bounds: 'avant ici jusqu jusque après depuis',
    articles: 'le la l au',
    of: 'du',
    beforeOf: 'partir compter nuit matin journée soirée',
    said: 'dit annoncé déclaré indiqué confirmé affirmé précisé ajouté rapporté assuré expliqué savoir',
    announced: 'que qu va vont doit doivent devrait devraient sera seront',
  },
  ru: {
    weekdays: 'воскресенье понедельник вторник среду четверг пятницу субботу',
    ahead: 'завтра',
    dayAfter: '',
    next: 'следующий следующую следующее ближайший ближайшую',
    last: 'прошлый прошлую прошлое минувший минувшую',
    joining: 'по и до',
    bounds: 'до к ко после позднее',
    articles: '',
    of: '',
    beforeOf: '',
    said: `сообщил сообщила сообщили сообщило заявил заявила заявили заявило объявил объявила объявили сказал сказала сказали
      рассказал рассказала рассказали подтвердил подтвердила подтвердили подтвердило`,
    announced: 'что будет будут',
  },
};

const wordsIn = (written: string): readonly string[] => written.split(/\s+/).filter(Boolean).map(foldWord);

/** The date words of a language, by its primary subtag; absent where we have none. */
export function dateWordsIn(language: string | undefined): DateWords | undefined {
  return language !== undefined && language in WRITTEN ? read(language) : undefined;
}

const read = memoise((language: string): DateWords => {
  const written = WRITTEN[language];
  const setOf = (name: keyof Written): ReadonlySet<string> => new Set(wordsIn(written?.[name] ?? ''));
  return {
    months: monthsIn(language),
    weekdays: new Map(wordsIn(written?.weekdays ?? '').map((word, index) => [word, index])),
    ahead: new Map([
      ...wordsIn(written?.ahead ?? '').map((word) => [word, 1] as const),
      [foldWord('послезавтра'), 2],
    ]),
    dayAfter: written?.dayAfter ?? '',
    next: setOf('next'),
    last: setOf('last'),
    joining: setOf('joining'),
    bounds: setOf('bounds'),
    articles: setOf('articles'),
    of: setOf('of'),
    beforeOf: setOf('beforeOf'),
    said: setOf('said'),
    announced: setOf('announced'),
  };
}, Object.keys(WRITTEN).length);

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
