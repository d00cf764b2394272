import { memoise } from '#language/memoise.ts';

/** Case endings of names in Russian, Ukrainian and their kin. Surnames in -ов and -ев keep theirs. */
const CYRILLIC_AFTER_I = /(?<=.{2}[иі])(?:ями|ям|ях|ей|ею|єю|я|и|ю|ї)$/u;
const CYRILLIC =
  /(?<=.{3})(?:ыми|ими|іми|ями|ами|ого|его|ому|ему|ові|еві|ый|ий|ій|ой|ей|ым|им|ім|ом|ем|єм|ам|ям|ах|ях|ых|их|ую|юю|ая|яя|ое|ее|ые|ие|ою|ею|єю|ої|ью|а|я|у|ю|ы|и|і|ї|е|є|ь|й)$/u;
const CYRILLIC_SHORT = /(?<=.{3})[аяуюыиіїеєьй]$/u;
/** The genitive of a name in the plural: талибы – талибов. Behind a short stem it is a surname: Чадов. */
const CYRILLIC_PLURAL_GENITIVE = /(?<=.{4})(?:ов|ів)$/u;
/**
 * Names that end like a case themselves lose that in their keys, and so must their forms: Касем – Касема, Милей – Милея,
 * Маврикий – Маврикия.
 */
const CYRILLIC_AFTER_CASE =
  /(?<=.{3})(?:[еиоаы]м(?:а|у|ом|ем|е|ові|і)|[ео](?:я|ю|ем|єм|е|ї|и)|(?<=.{4})[иі](?:я|ю|ем|єм|и|ї))$/u;
/** A vowel that goes where an ending comes: Египет – Египта, Павел – Павла. */
const CYRILLIC_FLEETING = /(?<=.{2}[^аеиоуыэюяіїєьй])([тлцкн])$/u;
const CYRILLIC_UNCHANGING = /[оуюэ]$|^.{1,4}и$/u;
/** The same for Polish, Czech and their kin, accents already off. */
const SLAVIC_LATIN =
  /(?<=.{3})(?:iego|iemu|owie|ovi|ove|owi|ego|emu|eho|emu|ami|ach|ech|ych|ymi|imi|iem|em|om|ie|im|ym|ii|ia|iu|ej|a|e|i|o|u|y)$/u;
const SLAVIC_LATIN_LANGUAGES = new Set(['pl', 'cs', 'sk', 'sl', 'hr', 'bs']);
/** Inhabitants whose stem changes with the case: палестинец – палестинцев, россиянин – россиян, Ukrainiec – Ukraińców. */
const INHABITANTS: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})ц(?:ев|ов|ы|ам|ами|ах|а|у|ем|ом|е|ів|і|ям|ями|ях|я|ю)$/u, 'ец'],
  [/(?<=.{2})йц(?:ев|ы|ам|ами|ах|а|у|ем|е)$/u, 'ец'],
  [/(?<=.{3}[ая]н)(?:е|ам|ами|ах|и|ів)?$/u, 'ин'],
];
const SLAVIC_LATIN_INHABITANT = /(?<=.{3})c(?:ow|y|om|ami|ach|a|owi|em|u)$/u;
/** Adjectives and inhabitants in the languages that lend them a gender or a case; plurals in -s are tried everywhere. */
const ADJECTIVE_ENDINGS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  de: [[/(?<=.{4})e[nrms]?$/u, '']],
  it: [
    [/(?<=.{4})(?:hi|i)$/u, 'o'],
    [/(?<=.{4})i$/u, 'e'],
    [/(?<=.{4})[ae]$/u, 'o'],
  ],
  fr: [[/(?<=.{4})es?$/u, '']],
  es: [[/(?<=.{4})as?$/u, 'o']],
  pt: [[/(?<=.{4})as?$/u, 'o']],
};
/**
 * A name in -а keeps its gender in its key, so that Газа is met by Газе and Газой and never by газ, and so that Захаров is
 * not Захарова. Adjectives in -ая and names in -ия have keys of their own.
 */
const CYRILLIC_FEMININE = /(?<=.{2}[^аяиі])[ая]$/u;
/** Гвинею is Гвинея. */
const CYRILLIC_FEMININE_AFTER_E = /(?<=.{2}е)[юйи]$/u;
const CYRILLIC_FEMININE_FORM = /(?<=.{2})(?:ою|ею|єю|ой|ей|[аяыиіїеєуюо])$/u;
const LATIN_FEMININE = /(?<=.{3})a$/u;
const LATIN_FEMININE_FORM = /(?<=.{3})(?:ie|ou|[aeioy])$/u;
const FEMININE = '~';
/** For each language. */
const KEYS_KEPT = 2_000;
const PLURAL = /(?<=.{3})(?:e?s)$/u;
/** "And" before names of two letters too: وشي is Xi. */
const ARABIC_CONJUNCTION = /^(?:و(?=.{2})|ف(?=.{3}))/u;
const ARABIC_PREPOSITION = /^[بلك](?=.{3})/u;
const ARABIC_ARTICLE = /^(?:ال|لل)(?=.{2})/u;

/** The form under which one word of a name is kept: without the ending that its language changes. */
export function nameKey(folded: string, language: string): string {
  if (/^\p{Script=Cyrillic}/u.test(folded)) return cyrillicKey(folded);
  if (/^\p{Script=Arabic}/u.test(folded)) return folded.replace(ARABIC_ARTICLE, '');
  if (!isSlavicInLatin(language)) return folded;
  return LATIN_FEMININE.test(folded)
    ? folded.replace(LATIN_FEMININE, FEMININE)
    : folded.replace(SLAVIC_LATIN, '');
}

function cyrillicKey(folded: string): string {
  if (CYRILLIC_UNCHANGING.test(folded)) return folded;
  return CYRILLIC_FEMININE.test(folded) ? folded.replace(CYRILLIC_FEMININE, FEMININE) : cyrillicStem(folded);
}

/** Whether names change their endings in Latin letters, so that they are kept under other keys than elsewhere. */
export const isSlavicInLatin = (language: string): boolean => SLAVIC_LATIN_LANGUAGES.has(language);

/** The forms under which a word of a text may be kept as part of a name, in texts of `language`. */
export function nameKeysFor(language: string): (folded: string) => readonly string[] {
  return memoise((folded) => [...new Set(candidates(folded, language))], KEYS_KEPT);
}

function candidates(folded: string, language: string): readonly string[] {
  if (/^[a-z0-9]+$/.test(folded)) return latinCandidates(folded, language);
  if (/^\p{Script=Cyrillic}/u.test(folded)) {
    // The short ending too: "Китая" is Китай in the genitive and no adjective in -ая.
    const inhabitants = INHABITANTS.map(([ending, nominative]) => folded.replace(ending, nominative));
    const feminine = folded.replace(CYRILLIC_FEMININE_FORM, FEMININE);
    const stem = cyrillicStem(folded);
    return [
      folded,
      stem,
      folded.replace(CYRILLIC_SHORT, ''),
      feminine,
      ...inhabitants,
      folded.replace(CYRILLIC_FEMININE_AFTER_E, FEMININE),
      folded.replace(CYRILLIC_PLURAL_GENITIVE, ''),
      folded.replace(CYRILLIC_AFTER_CASE, ''),
      ...(stem === folded ? [] : [stem.replace(CYRILLIC_FLEETING, 'е$1')]),
    ];
  }
  if (/^\p{Script=Arabic}/u.test(folded)) return arabicCandidates(folded);
  return [folded];
}

function latinCandidates(folded: string, language: string): readonly string[] {
  if (isSlavicInLatin(language)) {
    const inhabitants = ['ec', 'iec'].map((ending) => folded.replace(SLAVIC_LATIN_INHABITANT, ending));
    const feminine = folded.replace(LATIN_FEMININE_FORM, FEMININE);
    return [folded, folded.replace(SLAVIC_LATIN, ''), feminine, ...inhabitants];
  }
  const endings = ADJECTIVE_ENDINGS[language] ?? [];
  const adjectives = endings.map(([ending, basic]) => folded.replace(ending, basic));
  // German genitives and plurals of inhabitants: Putins, Russlands, Americans, franceses.
  const plurals = folded.endsWith('s') ? [folded.slice(0, -1), folded.replace(PLURAL, '')] : [];
  return [folded, ...plurals, ...adjectives];
}

function cyrillicStem(folded: string): string {
  const afterI = folded.replace(CYRILLIC_AFTER_I, '');
  return afterI === folded ? folded.replace(CYRILLIC, '') : afterI;
}

/** Arabic writes "and", "to", "in" and the article as one word with the name. */
function arabicCandidates(folded: string): readonly string[] {
  const bare = folded.replace(ARABIC_CONJUNCTION, '');
  const stripped = [
    folded,
    bare,
    folded.replace(ARABIC_PREPOSITION, ''),
    bare.replace(ARABIC_PREPOSITION, ''),
  ];
  return [...stripped, ...stripped.map((form) => form.replace(ARABIC_ARTICLE, ''))];
}
