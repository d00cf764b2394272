import type { Phrase } from '#card/phrase.ts';
import { dayAndTime, say, typed } from '#command/words/say.ts';

/** How much has moved since then, ISO 8601. */
export type SinceFigures = {
  readonly since: string;
  readonly moved: number;
  readonly corrected: number;
  readonly held: number;
};

/** What `news since` says. */
export type SinceWords = {
  readonly since: (figures: SinceFigures) => Phrase;
  readonly noSuchMoment: (written: string) => Phrase;
};

const ENGLISH: SinceWords = {
  since: ({ since, moved, corrected, held }) =>
    say`**Since ${dayAndTime(since)}: ${moved === 0 ? 'nothing moved' : `${moved} ${moved === 1 ? 'story' : 'stories'} moved`}${
      corrected === 0 ? '' : `, ${corrected} corrected`
    }${held === 0 ? '' : `, ${held} held for later`}.**`,
  noSuchMoment: (written) =>
    say`**“${written}” is no time that is over.** Such as: ${typed('22:00')}, ${typed('12h')}, ${typed('3d')}.`,
};

const FRENCH: SinceWords = {
  since: ({ since, moved, corrected, held }) =>
    say`**Depuis le ${dayAndTime(since)} : ${moved === 0 ? "rien n'a bougé" : `${moved} ${moved === 1 ? 'dossier a bougé' : 'dossiers ont bougé'}`}${
      corrected === 0 ? '' : `, ${corrected} ${corrected === 1 ? 'rectifié' : 'rectifiés'}`
    }${held === 0 ? '' : `, ${held} ${held === 1 ? 'retenu' : 'retenus'} pour plus tard`}.**`,
  noSuchMoment: (written) =>
    say`**« ${written} » n'est pas un moment passé.** Par exemple : ${typed('22:00')}, ${typed('12h')}, ${typed('3j')}.`,
};

/** The words in this language, else in English. */
export const sinceWordsIn = (language: string): SinceWords => (language === 'fr' ? FRENCH : ENGLISH);
