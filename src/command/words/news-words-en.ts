import type { NewsWords, SearchFigures } from '#command/words/news-words.ts';
import { day, say, typed } from '#command/words/say.ts';

/** What `news search` says, in English. */
export const newsEnglish: NewsWords = {
  found: (stories, asked) =>
    say`**“${asked.written}”: ${stories} ${stories === 1 ? 'story' : 'stories'}** ${period(asked)}, newest first`,
  nothing: (asked) => say`**Nothing holds “${asked.written}”** ${period(asked)}.`,
  page: (page, pages) => say`Page ${page} of ${pages}.`,
  newestOnly: (articles) => say`Looked at the newest ${articles} articles that hold these words.`,
  noSuchDay: (written) => say`**“${written}” is no day.** Write it as ${typed('2026-03-31')}.`,
};

const period = ({ since, until }: SearchFigures) =>
  until === undefined ? say`since ${day(since)}` : say`from ${day(since)} to ${day(until)}`;
