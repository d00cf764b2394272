import type { Span } from './analysis.ts';

/** Abbreviations that a name or a number follows, in the languages of the catalogue; without their last point. */
const ABBREVIATION =
  /(?:^|[\s("«“])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|No|Nos|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|e\.g|i\.e|al|M|MM|Mme|Mmes|Mlle|Mgr|av|env|cf|art|Hr|Fr|Nr|bzw|ca|z\.\s?B|d\.\s?h|u\.\s?a|Abs|Sra|Srta|EE\.?\s?UU|Ud|Uds|núm|pág|On|Sig|dott|avv|prof|gen|ул|им|г|гг|тыс|руб|стр|т\.\s?е|т\.\s?д|проф|ст|dr|mgr|inż|ul|tzw|np|m\.in|sn)\.$/u;
const INITIAL = /(?:^|[\s.(])\p{Lu}\.$/u;
const DOTTED = /(?:\p{Lu}\.){2,}$/u;
/** Words that begin a sentence after "U.S.": a dotted abbreviation also ends sentences. */
const OPENS_SENTENCE =
  /^(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their)\b/u;
const GERMAN_ORDINAL = /\b\d{1,2}\.$/u;
const GOES_ON = /^[\p{Ll}\p{Pe}\p{Pf},;:]/u;
const OPENS_QUOTATION = /[«“"]/;
/** A quotation mark that nobody closes must not swallow the rest of a text. */
const LONGEST_QUOTED = 1_200;

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text, outer white space left out. Titles, initials, open quotations and line ends are minded. */
export function splitSentences(text: string, language: string | undefined): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let end = 0;
  for (const { segment, index } of segmenterFor(language).segment(text)) {
    if (end > start && !goesOn(text.slice(start, end), segment, language)) {
      pushTrimmed(sentences, text, start, end);
      start = index;
    }
    end = index + segment.length;
  }
  pushTrimmed(sentences, text, start, end);
  return sentences;
}

function segmenterFor(language: string | undefined): Intl.Segmenter {
  const locale = language && /^[a-z]{2,3}$/.test(language) ? language : 'en';
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/** Whether what follows still belongs to the sentence so far. */
function goesOn(soFar: string, next: string, language: string | undefined): boolean {
  if (soFar.endsWith('\n')) return false;
  const ended = soFar.trimEnd();
  if (GOES_ON.test(next)) return true;
  if (ended.endsWith('.')) {
    const tail = ended.slice(-12);
    if (ABBREVIATION.test(tail)) return true;
    if (DOTTED.test(tail)) return !OPENS_SENTENCE.test(next);
    if (INITIAL.test(tail)) return true;
    if (language === 'de' && GERMAN_ORDINAL.test(tail)) return true;
  }
  return ended.length < LONGEST_QUOTED && hasOpenQuotation(ended);
}

function hasOpenQuotation(text: string): boolean {
  if (!OPENS_QUOTATION.test(text)) return false;
  let guillemets = 0;
  let curly = 0;
  let straight = 0;
  for (const character of text) {
    if (character === '«') guillemets += 1;
    else if (character === '»') guillemets -= 1;
    else if (character === '“') curly += 1;
    else if (character === '”') curly -= 1;
    else if (character === '"') straight += 1;
  }
  // German opens with „ and closes with “, so its “ only ever counts downwards and never looks open.
  const isGerman = text.includes('„');
  return guillemets > 0 || (curly > 0 && !isGerman) || straight % 2 === 1;
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return;
  const from = start + piece.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length });
}
