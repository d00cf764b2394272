import { counted } from '#card/counted.ts';
import type { PartWords } from '#command/words/part-words.ts';

/** What each part of a topic was taken for, in English. */
export const partEnglish: PartWords = {
  isKnown: (written, natures, languages) => `“${written}” ${natures}, in ${counted(languages, 'language')}`,
  isAsSpelt: (written, natures) => `“${written}” ${natures}, only as spelt`,
  natures: {
    person: 'person',
    country: 'country',
    office: 'office',
    organisation: 'organisation',
    company: 'company',
    camp: 'armed or political group',
    place: 'place',
    treaty: 'treaty or deal',
    event: 'event',
    'common-word': 'common word',
    'plain-word': 'plain word, which we cannot translate',
    'exact-words': 'exact words',
  },
  partByPart: (told) => `Part by part: ${told.join('; ')}.`,
};
