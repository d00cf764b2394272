import type { Names } from '#lexicon/actor.ts';

/** "Her Russian counterpart": whoever holds there the office that the sentence already named. */
export const COUNTERPARTS: Names = {
  en: ['counterpart', 'opposite number'],
  fr: ['homologue'],
  es: ['homólogo', 'homóloga'],
  it: ['omologo', 'omologa'],
  pt: ['homólogo', 'homóloga'],
  de: ['Amtskollege', 'Amtskollegen', 'Amtskollegin'],
  nl: ['ambtgenoot', 'ambtsgenoot'],
  pl: ['odpowiednik'],
  ru: ['коллега'],
  uk: ['колега'],
  tr: ['mevkidaşı', 'mevkidaşıyla'],
  ar: ['نظيره', 'نظيرته'],
  fa: ['همتای'],
  zh: ['同行'],
};

/** "The French leader": whoever holds the office that leads there. */
export const LEADERS: Names = {
  en: ['leader', 'strongman'],
  fr: ['dirigeant', 'dirigeante', 'leader'],
  es: ['líder', 'mandatario', 'mandataria'],
  it: ['leader'],
  pt: ['líder'],
  de: ['Staatschef', 'Machthaber', 'Regierungschef'],
  pl: ['przywódca'],
  ru: ['лидер'],
  uk: ['лідер'],
  tr: ['lider', 'lideri'],
  zh: ['领导人'],
};

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that make somebody else of the title behind them; folded. */
export const FORMER: ReadonlySet<string> = wordSet(
  `former ex late vice deputy future acting candidate ancien ancienne feu adjoint antiguo expresidente
  vicepresidente ehemalige ehemaliger ehemaligen fruhere fruherer fruheren stellvertretende stellvertretender
  byly bylego wiceprezydent бывший бывшего бывшему бывшим экс вице заместитель колишній колишнього eski`,
);

/** Words between a title and its country ("president of the …", "presidente de la …"); folded. */
export const CONNECTORS: ReadonlySet<string> = wordSet(
  `of the de la le les l du des d del della dello dell do da dos das von der van
  republic republique republica repubblica`,
);

/** Words that join two countries under one plural title; folded. */
export const CONJUNCTIONS: ReadonlySet<string> = wordSet('and et y e und en i и та і ve');

/** Offices that several hold at a time: who is called by one without a name may be any of them. */
export const SHARED_ROLES: ReadonlySet<string> = new Set(['deputy-foreign-minister']);
