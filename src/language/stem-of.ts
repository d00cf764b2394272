import snowball from 'snowball-stemmers';
import { memoise } from './memoise.ts';

const SNOWBALL: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  es: 'spanish',
  de: 'german',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  ru: 'russian',
  be: 'russian',
  uk: 'russian',
  cs: 'czech',
  sk: 'czech',
  sv: 'swedish',
  da: 'danish',
  nb: 'norwegian',
  no: 'norwegian',
  fi: 'finnish',
  hu: 'hungarian',
  ro: 'romanian',
};

/** English verbs of the news whose forms no ending tells; past forms that are also other words ("left") stay out. */
const IRREGULAR_VERBS = [
  'speak spoke spoken, meet met, hold held, tell told, say said, go went gone, come came, send sent',
  'take took taken, give gave given, begin began begun, break broke broken, withdraw withdrew withdrawn',
  'strike struck, shoot shot, fight fought, win won, lose lost, seek sought, buy bought, bring brought',
  'fall fell fallen, fly flew flown, write wrote written, make made, pay paid, ring rang, sell sold',
  'overthrow overthrew overthrown, choose chose chosen, freeze froze frozen, swear swore sworn',
];
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  IRREGULAR_VERBS.flatMap((line) => line.split(', ')).flatMap((forms) => {
    const [verb = '', ...others] = forms.split(' ');
    return others.map((form): [string, string] => [form, verb]);
  }),
);

/** Polish endings of cases and of the past tense, longest first. */
const POLISH =
  /(?:owaniem|owania|owanie|owali|iego|iemu|ach|ami|owi|owie|ych|ymi|ego|emu|ala|ali|aly|alo|ow|em|om|ie|im|ym|ia|iu|ii|ej|al|il|a|e|i|o|u|y)$/u;
const ARABIC_PREFIX = /^[وف]?(?:[بلك]?ال|لل)(?=.{3})/u;
const ARABIC_SUFFIX = /(?<=.{3})(?:ات|ون|ين|ان|ها|هم|يه|ه)$/u;

const stemmers = new Map<string, (folded: string) => string>();

/**
 * The stem of a folded word, so that forms of one word compare equal in one language. A language without a stemmer
 * keeps the word as it is. Without a language Cyrillic is read as Russian and the rest as English.
 */
export function stemOf(folded: string, language: string | undefined): string {
  const known = language ?? (/^\p{Script=Cyrillic}/u.test(folded) ? 'ru' : 'en');
  let stem = stemmers.get(known);
  if (!stem) {
    stem = memoise(stemmerFor(known), 20_000);
    stemmers.set(known, stem);
  }
  return stem(folded);
}

function stemmerFor(language: string): (folded: string) => string {
  if (language === 'pl') return (word) => (word.length > 4 ? word.replace(POLISH, '') : word);
  if (language === 'ar') return (word) => word.replace(ARABIC_PREFIX, '').replace(ARABIC_SUFFIX, '');
  const algorithm = SNOWBALL[language];
  if (!algorithm) return (word) => word;
  const stemmer = snowball.newStemmer(algorithm);
  if (language === 'en') return (word) => stemmer.stem(IRREGULAR.get(word) ?? word);
  if (language === 'uk') return (word) => stemmer.stem(inRussianLetters(word));
  return (word) => stemmer.stem(word);
}

/** Ukrainian case endings meet the Russian ones once the letters do. */
function inRussianLetters(word: string): string {
  return word.replace(/[іїєґ]/gu, (letter) => ({ і: 'и', ї: 'и', є: 'е', ґ: 'г' })[letter] ?? letter);
}
