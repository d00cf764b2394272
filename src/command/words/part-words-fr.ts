import { counted } from '#card/counted.ts';
import type { PartWords } from '#command/words/part-words.ts';

/** What each part of a topic was taken for, in French. */
export const partFrench: PartWords = {
  isKnown: (written, natures, languages) => `« ${written} » ${natures}, en ${counted(languages, 'langue')}`,
  isAsSpelt: (written, natures) => `« ${written} » ${natures}, dans cette seule graphie`,
  natures: {
    person: 'personne',
    country: 'pays',
    office: 'institution',
    organisation: 'organisation',
    company: 'entreprise',
    camp: 'groupe armé ou politique',
    place: 'lieu',
    treaty: 'traité ou accord',
    event: 'événement',
    'common-word': 'mot courant',
    'plain-word': 'simple mot, que nous ne savons pas traduire',
    'exact-words': 'mots exacts',
  },
  partByPart: (told) => `Partie par partie : ${told.join(' ; ')}.`,
};
