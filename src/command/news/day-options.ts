import type { Ask, Option } from '#command/command.ts';
import { isDay } from '#command/news/is-day.ts';
import type { Wording } from '#command/wording.ts';

const A_DAY: Wording = { en: 'A day such as 2026-03-31', fr: 'Un jour, par exemple 2026-03-31' };

/** `since` and `until`, a span of whole days; `since` may say what holds where none is given. */
export const dayOptions = (since: Wording = A_DAY): readonly Option[] => [
  { name: 'since', nameInFrench: 'depuis', description: since, kind: 'time', isRequired: false },
  { name: 'until', nameInFrench: 'jusque', description: A_DAY, kind: 'time', isRequired: false },
];

/** The first of them that is no day, as it was written. */
export const noDayIn = ({ since, until }: Ask['options']): string | undefined =>
  [since, until].find((given) => given !== undefined && !isDay(given));
