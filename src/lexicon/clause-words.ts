import type { Names } from '#lexicon/actor.ts';

/** Words that negate what stands close behind them: "no phone call", "не разговаривали"; folded, by language. */
export const NEGATIONS: Names = {
  en: ['no', 'not', 'never', 'without', 'neither'],
  fr: ['aucun', 'aucune', 'jamais', 'sans'],
  es: ['no', 'sin', 'ningun', 'ninguna', 'nunca'],
  it: ['non', 'nessun', 'nessuna', 'mai', 'senza'],
  pt: ['nao', 'sem', 'nenhum', 'nenhuma', 'nunca'],
  de: ['kein', 'keine', 'keinen', 'keinem', 'keiner', 'nicht', 'nie', 'ohne'],
  pl: ['nie', 'bez', 'zaden', 'zadna'],
  ru: ['не', 'без', 'никакой', 'никакого', 'никаких'],
  uk: ['не', 'без', 'жодної', 'жодного', 'жодних'],
};

/** Words behind which a date or a span has its event: "three years after the call", "deux ans après"; folded. */
export const AFTERS: Names = {
  en: ['after', 'since'],
  fr: ['apres', 'depuis'],
  es: ['despues', 'desde'],
  it: ['dopo'],
  pt: ['apos', 'depois', 'desde'],
  de: ['nach', 'seit'],
  pl: ['po', 'od'],
  ru: ['после', 'со'],
  uk: ['після'],
};

/** Words behind which what is told is only thought of: "if they meet", "встретятся ли они"; folded. */
export const CONDITIONS: Names = {
  en: ['if', 'whether', 'unless'],
  fr: ['si'],
  de: ['falls', 'wenn', 'ob'],
  pl: ['jesli', 'jezeli', 'czy'],
  ru: ['если', 'ли'],
  uk: ['якщо', 'якби', 'чи'],
};

/** Words before what somebody is to do: "refuses to meet", "renonce à rencontrer", "calls Berg to discuss"; folded. */
export const TO: Names = { en: ['to'], fr: ['a', 'au'] };

/** Verbs of a wish, which is for what stands next: "Berg, who wants a truce, met Moran", « invité par Berg »; folded. */
export const WISHES: Names = {
  en: ['want', 'wants', 'wanted', 'invite', 'invites', 'invited'],
  fr: [
    'veut',
    'veulent',
    'voulait',
    'voulaient',
    'voudrait',
    'voudraient',
    'aimerait',
    'aimeraient',
    'invite',
    'invitee',
    'invites',
    'invitent',
  ],
  ru: [
    'хочет',
    'хотят',
    'хотел',
    'хотела',
    'хотели',
    'хотелось',
    'желает',
    'желают',
    'желание',
    'стремится',
    'стремятся',
  ],
};

/** Words before what is still to come, seen from what is told: "will meet a week before the summit"; folded. */
export const BEFORES: Names = {
  en: ['before'],
  fr: ['avant'],
  es: ['antes'],
  it: ['prima'],
  pt: ['antes'],
  pl: ['przed'],
  ru: ['перед'],
  uk: ['перед'],
};

/** Words behind which something else is told: "they spoke by phone but did not agree"; folded. */
export const BUTS: Names = {
  en: ['but', 'yet', 'though', 'although', 'however'],
  fr: ['mais', 'pourtant', 'sans'],
  es: ['pero', 'aunque', 'sin'],
  it: ['ma', 'pero', 'senza'],
  pt: ['mas', 'embora', 'sem'],
  de: ['aber', 'doch', 'jedoch', 'ohne'],
  pl: ['ale', 'lecz', 'jednak', 'bez'],
  ru: ['но', 'однако', 'хотя', 'без'],
  uk: ['але', 'однак', 'проте', 'хоча', 'без'],
};

/** Words before the occasion on which something is said: "urged a truce in a phone call"; folded. */
export const DURING: Names = {
  en: ['in', 'during', 'after', 'at', 'by', 'on'],
  fr: ['lors', 'pendant', 'cours', 'dans', 'par', 'apres'],
  es: ['en', 'durante', 'tras', 'por'],
  it: ['in', 'nel', 'nella', 'durante', 'dopo'],
  pt: ['em', 'no', 'na', 'durante', 'apos', 'por'],
  de: ['in', 'im', 'bei', 'beim', 'wahrend', 'nach'],
  pl: ['w', 'we', 'podczas', 'po'],
  ru: ['в', 'во', 'после', 'по'],
  uk: ['у', 'в', 'під', 'після', 'по'],
};

/** Of these, words that name nothing but an occasion: "urged restraint after the strikes", « lors d'un appel »; folded. */
export const OCCASIONS: Names = {
  en: ['during', 'after', 'amid', 'following'],
  fr: ['lors', 'pendant', 'cours', 'apres'],
  es: ['durante', 'tras'],
  it: ['durante', 'dopo'],
  pt: ['durante', 'apos'],
  de: ['wahrend', 'nach'],
  pl: ['podczas', 'po'],
  ru: ['ходе', 'время', 'после', 'фоне'],
  uk: ['під', 'після'],
};

/** Languages that write the future as a word of its own, which stands outside the words of an event: "will meet". */
export const SEPARATE_FUTURES: ReadonlySet<string> = new Set(['en', 'de']);

/**
 * How verbs of the third person end in the future, where endings tell it; accents as written, small letters only, since
 * "Irán" and "Teherán" end like verbs.
 */
export const FUTURE_ENDINGS: Readonly<Record<string, RegExp>> = {
  fr: /^\p{Ll}+(?:[eidvr]|tt)r(?:a|ont)$/u,
  es: /^\p{Ll}+[aeid]r(?:á|án)$/u,
  it: /^\p{Ll}+[eird]r(?:à|anno)$/u,
  pt: /^\p{Ll}+[aei]r(?:á|ão)$/u,
  uk: /^\p{Ll}+тим(?:е|уть)$/u,
};
