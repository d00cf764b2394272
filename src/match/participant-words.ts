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
