import type { Sentence, Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';

/** Words of a sentence that name somebody. */
type Naming = { readonly firstWord: number; readonly lastWord: number };

/** A sentence as it stands. */
type Told = { readonly words: Sentence['words']; readonly text: string };

const foldedSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(foldWord));

/** Verbs of talking, behind which "about" tells of whom; English, French, Russian, German, Spanish. */
const TALKED = foldedSet(
  `spoke speak speaks spoken speaking talk talks talked talking parle parlent parlé parlait parlaient parler
  говорил говорила говорили говорит говорят поговорил поговорила поговорили говорить рассказал рассказала
  sprach sprachen spricht sprechen gesprochen habló hablaron habla hablan hablar`,
);
const ABOUT = foldedSet('about de du des d о об обо про über sobre');
/** Verbs whose object is what is talked about: "discuss Z by phone". */
const DISCUSSED = foldedSet(
  `discuss discusses discussed discussing évoque évoquent évoqué évoquer
  обсудил обсудила обсудили обсуждал обсуждали обсуждают обсудят обсудить`,
);
/** Who lets something happen and need not take part: "on the initiative of", "at the request of". */
const INITIATIVE = foldedSet(
  `initiative request urging suggestion demande инициативе просьбе предложению Initiative Bitte iniciativa petición`,
);
const AT = foldedSet('at on upon à l sur по auf por');
/** Between such words and a name: "of the French", "with President". A word that leads to somebody else ends them. */
const REACH = 4;
const LEADING_AWAY = foldedSet(
  'with to and between avec à au et entre с со и между mit und zwischen con y entre',
);
const MARK = /[,;:()–—]/u;

/**
 * Whether a name stands only as whom others talk about ("talked about Z", "discussed Z"), not as who talks. A word that
 * joins somebody to the talk ("about the war with Z") or a mark ends what was talked about.
 */
export function isTalkedAbout(named: Naming, told: Told): boolean {
  const lead = leadOf(named, told);
  const about = lead.findIndex(({ folded }) => ABOUT.has(folded));
  const verb = told.words[named.firstWord - (lead.length - about) - 1];
  if (about >= 0 && TALKED.has(verb?.folded ?? '')) return isFree(lead.slice(about + 1));
  const discussed = lead.findLastIndex(({ folded }) => DISCUSSED.has(folded));
  return discussed >= 0 && isFree(lead.slice(discussed + 1));
}

/**
 * Whether a name stands only as who took the initiative or asked: "at the initiative of Z", "on Z's initiative". Who
 * did so with nobody but one other named takes part all the same: that is for those to say who know the others.
 */
export function isInitiator(named: Naming, told: Told): boolean {
  const lead = leadOf(named, told);
  const at = lead.findLastIndex(({ folded }) => INITIATIVE.has(folded));
  if (at >= 0 && isFree(lead.slice(at + 1))) return true;
  const next = told.words[named.lastWord + 1];
  const before = told.words[named.firstWord - 1];
  return INITIATIVE.has(next?.folded ?? '') && AT.has(before?.folded ?? '') && !isParted(named, told);
}

/** The few words before a name that no mark parts from it. */
function leadOf({ firstWord }: Naming, { words, text }: Told): readonly Word[] {
  let from = firstWord;
  while (from > 0 && firstWord - from <= REACH) {
    if (MARK.test(text.slice(words[from - 1]?.end, words[from]?.start))) break;
    from -= 1;
  }
  return words.slice(from, firstWord);
}

const isFree = (between: readonly Word[]): boolean => !between.some(({ folded }) => LEADING_AWAY.has(folded));

const isParted = ({ lastWord }: Naming, { words, text }: Told): boolean =>
  MARK.test(text.slice(words[lastWord]?.end, words[lastWord + 1]?.start));
