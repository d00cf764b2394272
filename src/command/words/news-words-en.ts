import { listed } from '#card/counted.ts';
import type { NewsWords, SearchFigures } from '#command/words/news-words.ts';
import { day, joined, say, typed } from '#command/words/say.ts';

/** What `news search` says, in English. */
export const newsEnglish: NewsWords = {
  found: (stories, asked) =>
    say`**“${asked.written}”: ${stories} ${stories === 1 ? 'story' : 'stories'}** ${period(asked)}, newest first${narrowed(asked)}`,
  nothing: (asked) => say`**Nothing holds “${asked.written}”** ${period(asked)}${narrowed(asked)}.`,
  page: (page, pages) => say`Page ${page} of ${pages}.`,
  newestOnly: (articles) => say`Looked at the newest ${articles} articles that hold these words.`,
  noSuchDay: (written) => say`**“${written}” is no day.** Write it as ${typed('2026-03-31')}.`,
  notUnderstood: (option, written) =>
    say`**“${written}” is not known here as ${option}.** ${HINTS[option] ?? ''}`,
  nearest: (names) => say`Did you mean ${listed(names, 'or')}?`,
  without: (option, stories) =>
    say`Without ${typed(option)}: ${stories} ${stories === 1 ? 'story' : 'stories'}.`,
  askWithout: (option) => `Without ${option}`,
};

const period = ({ since, until }: SearchFigures) =>
  until === undefined ? say`since ${day(since)}` : say`from ${day(since)} to ${day(until)}`;

const narrowed = ({ narrowed }: SearchFigures) =>
  narrowed.length === 0
    ? ''
    : say` · ${joined(
        narrowed.map(({ name, value }) => say`${name}: ${value}`),
        ' · ',
      )}`;

/** How each option is filled in. */
const HINTS: Readonly<Record<string, string>> = {
  outlet: 'Give an outlet by its name, or by words of it.',
  language: 'Give a language by its name or its two letters: French, or fr.',
  event: 'Give one event: visit, sanctions, “phone call”.',
  actor: 'Give a person, a country or an organisation by a name that I know.',
  country: 'Give a country by its name or its two letters: France, or fr.',
};
