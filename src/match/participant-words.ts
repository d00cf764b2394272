import type { Names } from '#lexicon/actor.ts';

/** Words before whoever takes part in a mutual event: "by phone with …", "a call between …"; folded, by language. */
export const WITH: Names = {
  en: ['with', 'to', 'between'],
  fr: ['avec', 'a', 'entre'],
  es: ['con', 'entre'],
  it: ['con', 'tra', 'fra'],
  pt: ['com', 'entre'],
  de: ['mit', 'zwischen'],
  pl: ['z', 'ze', 'miedzy'],
  ru: ['с', 'со', 'между'],
  uk: ['з', 'із', 'зі', 'між'],
};

/** Words before somebody who is only spoken of: "by phone about …"; folded, by language. */
export const ABOUT: Names = {
  en: ['about', 'on', 'over', 'regarding', 'concerning'],
  fr: ['sur', 'concernant'],
  es: ['sobre'],
  it: ['su', 'sul', 'sulla'],
  pt: ['sobre'],
  de: ['uber'],
  pl: ['o'],
  ru: ['о', 'об', 'про'],
  uk: ['про'],
};

/** Words before both who take part: "a truce between … and …"; folded, by language. */
export const BETWEEN: Names = {
  en: ['between'],
  fr: ['entre'],
  es: ['entre'],
  it: ['tra', 'fra'],
  pt: ['entre'],
  de: ['zwischen'],
  pl: ['miedzy', 'pomiedzy'],
  ru: ['между'],
  uk: ['між'],
};

/** Verbs by which the host of a visit acts, so that its guest stands behind: "India welcomes Putin"; starts of folded words. */
export const HOSTING: Names = {
  en: ['welcom', 'host', 'receiv', 'greet', 'invit'],
  fr: ['accueil', 'recoi', 'recu', 'recev', 'invit'],
  es: ['recib', 'acog', 'invit'],
  it: ['accogl', 'accol', 'ricev', 'invit'],
  pt: ['receb', 'acolh', 'convid'],
  de: ['empfang', 'empfing', 'einlad'],
  pl: ['przyjm', 'przyja', 'goscil', 'zapros'],
  ru: ['принял', 'приним', 'примет', 'встрет', 'пригла'],
  uk: ['прийня', 'прийма', 'зустрі', 'запро'],
};

/** Verbs by which somebody speaks of an event that others take part in; starts of folded words. */
export const COMMENTING: Names = {
  en: [
    'comment',
    'condemn',
    'denounc',
    'deplor',
    'criticis',
    'criticiz',
    'hail',
    'welcom',
    'react',
    'lament',
  ],
  fr: ['comment', 'condamn', 'denonc', 'deplor', 'critiqu', 'salu', 'reag'],
  es: ['coment', 'condena', 'denunci', 'deplor', 'critic', 'celebra', 'reaccion'],
  it: ['comment', 'condann', 'denunci', 'deplor', 'critic', 'reagi'],
  pt: ['coment', 'conden', 'denunci', 'deplor', 'critic', 'saud', 'reagi'],
  de: ['komment', 'verurteil', 'kritisier', 'begruss', 'reagier'],
  pl: ['komentuj', 'skoment', 'potepi', 'krytyk', 'reaguj', 'zareag'],
  ru: ['комменти', 'прокоммент', 'осуди', 'осужда', 'раскритик', 'приветств', 'отреаг'],
  uk: ['коменту', 'прокомент', 'засуди', 'засуджу', 'розкритик', 'привіта', 'відреаг'],
};

/** Words before who acts where the verb is passive: "threatened by Iran"; folded, by language. */
export const BY: Names = {
  en: ['by'],
  fr: ['par'],
  es: ['por'],
  it: ['da', 'dal', 'dall', 'dalla'],
  pt: ['por', 'pelo', 'pela'],
  de: ['von', 'vom', 'durch'],
  pl: ['przez'],
};

/** Who may be meant by these is known from the sentence before; folded, of every language. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  `him her them his their each it lui elle eux leur son sa el ella ellos su lei loro suo sua ele ela eles ihm ihr ihnen
  seinem ihrem nim nia nimi jego ним ней ними его ее их своим своей нею`.split(/\s+/),
);
