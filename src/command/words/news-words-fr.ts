import { listed } from '#card/counted.ts';
import type { NewsWords, SearchFigures } from '#command/words/news-words.ts';
import { day, joined, say, typed } from '#command/words/say.ts';

/** What `news search` says, in French. */
export const newsFrench: NewsWords = {
  found: (stories, asked) =>
    say`**« ${asked.written} » : ${stories} ${stories === 1 ? 'dossier' : 'dossiers'}** ${period(asked)}, du plus récent au plus ancien${narrowed(asked)}`,
  nothing: (asked) => say`**Rien ne contient « ${asked.written} »** ${period(asked)}${narrowed(asked)}.`,
  page: (page, pages) => say`Page ${page} sur ${pages}.`,
  newestOnly: (articles) =>
    say`Recherche limitée aux ${articles} articles les plus récents qui contiennent ces mots.`,
  noSuchDay: (written) =>
    say`**« ${written} » n'est pas un jour.** Écrivez-le ainsi : ${typed('2026-03-31')}.`,
  notUnderstood: (option, written) =>
    say`**« ${written} » n'est pas connu ici comme ${option}.** ${HINTS[option] ?? ''}`,
  nearest: (names) => say`Vouliez-vous dire ${listed(names, 'ou')} ?`,
  without: (option, stories) =>
    say`Sans ${typed(option)} : ${stories} ${stories === 1 ? 'dossier' : 'dossiers'}.`,
  askWithout: (option) => `Sans ${option}`,
};

const period = ({ since, until }: SearchFigures) =>
  until === undefined ? say`depuis le ${day(since)}` : say`du ${day(since)} au ${day(until)}`;

const narrowed = ({ narrowed }: SearchFigures) =>
  narrowed.length === 0
    ? ''
    : say` · ${joined(
        narrowed.map(({ name, value }) => say`${name} : ${value}`),
        ' · ',
      )}`;

/** How each option is filled in. */
const HINTS: Readonly<Record<string, string>> = {
  média: 'Donnez un média par son nom, ou par des mots de celui-ci.',
  langue: 'Donnez une langue par son nom ou ses deux lettres : français, ou fr.',
  événement: 'Donnez un événement : visite, sanctions, « appel téléphonique ».',
  acteur: 'Donnez une personne, un pays ou une organisation par un nom que je connais.',
  pays: 'Donnez un pays par son nom ou ses deux lettres : France, ou fr.',
};
