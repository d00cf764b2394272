import type { NewsWords, SearchFigures } from '#command/words/news-words.ts';
import { day, say, typed } from '#command/words/say.ts';

/** What `news search` says, in French. */
export const newsFrench: NewsWords = {
  found: (stories, asked) =>
    say`**« ${asked.written} » : ${stories} ${stories === 1 ? 'dossier' : 'dossiers'}** ${period(asked)}, du plus récent au plus ancien`,
  nothing: (asked) => say`**Rien ne contient « ${asked.written} »** ${period(asked)}.`,
  page: (page, pages) => say`Page ${page} sur ${pages}.`,
  newestOnly: (articles) =>
    say`Recherche limitée aux ${articles} articles les plus récents qui contiennent ces mots.`,
  noSuchDay: (written) =>
    say`**« ${written} » n'est pas un jour.** Écrivez-le ainsi : ${typed('2026-03-31')}.`,
};

const period = ({ since, until }: SearchFigures) =>
  until === undefined ? say`depuis le ${day(since)}` : say`du ${day(since)} au ${day(until)}`;
