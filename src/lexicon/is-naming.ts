import { memoise } from '#language/memoise.ts';
import { TO } from '#lexicon/clause-words.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import {
  BEFORE_NAME,
  BEFORE_VERB,
  BEHIND_CALLED,
  BEHIND_TO,
  NAMING_NOUNS,
  NAMING_VERBS,
} from '#lexicon/naming-words.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import { CONJUNCTIONS } from '#lexicon/role-words.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

/** A sentence with whoever is named in it. */
type Reading = {
  readonly here: SentenceAt;
  readonly named: readonly ActorMention[];
  readonly book: Phrasebook;
};

const LANGUAGES = 1_000;
const verbsIn = memoise((language) => new Set(formsIn(NAMING_VERBS, language)), LANGUAGES);
const tailsIn = memoise((language) => new Set(formsIn(BEHIND_CALLED, language)), LANGUAGES);
const toIn = memoise((language) => new Set(formsIn(TO, language)), LANGUAGES);
const purposesIn = memoise((language) => new Set(formsIn(BEHIND_TO, language)), LANGUAGES);

const CLAUSE_END = /^['’"”»]?\s*(?:[.,;!?…)—–]|\s-\s|:(?!\s*["'“„«‘]))/u;
const QUOTATION = /^[:\s]\s*["'“„«‘]/u;
const GENITIVE = /['’ʼ]s?$/u;

/**
 * Whether a verb that means both telephoning and naming names somebody something here, or calls on them: "calls Berg a
 * liar", "calls Berg's bluff", "appelle Berg à la retenue". Behind whoever is telephoned the clause ends or goes on with
 * when, why or what about; behind whoever is named stands what they are named.
 */
export function isNaming(verb: number, reading: Reading): boolean {
  const { words } = reading.here;
  const folded = words[verb]?.folded ?? '';
  if (!verbsIn(reading.book.language).has(folded)) return false;
  if (NAMING_NOUNS.has(folded) && !isVerb(verb, reading)) return false;
  return !isOpenEnd(behindObjects(verb + 1, reading), reading);
}

/** "To call", "Berg calls Moran"; but "their calls", "the Berg-Moran calls", "Berg's call". */
function isVerb(at: number, { here: { words, text }, named }: Reading): boolean {
  const before = words[at - 1];
  if (before === undefined || BEFORE_VERB.has(before.folded)) return true;
  const subject = named.find(({ lastWord }) => lastWord === at - 1);
  if (subject === undefined || words[at]?.folded === 'call' || GENITIVE.test(before.text)) return false;
  return !/[-–/]$/u.test(text.slice(0, words[subject.firstWord]?.start));
}

/** The first word behind those whom the verb is about: names with their titles, "Berg and Moran". */
function behindObjects(from: number, reading: Reading): number {
  const { words, text } = reading.here;
  let behind = from;
  let at = from;
  while (at < words.length) {
    const last = lastOfName(at, from - 1, reading);
    if (last !== undefined) {
      const isFollowed = !CLAUSE_END.test(text.slice(words[last]?.end));
      at = last + 1;
      // "Berg's bluff": it is not Berg whom the verb is about.
      if (!(isFollowed && GENITIVE.test(words[last]?.text ?? ''))) behind = at;
      if (!isFollowed) return behind;
    } else if (leadsToName(at, { from, behind }, reading)) at += 1;
    else return behind;
  }
  return behind;
}

/** Where a name ends that stands here: one of the lexicon, or one written as such where not every word is. */
function lastOfName(at: number, verb: number, { here: { words }, named }: Reading): number | undefined {
  const known = named.findLast(({ firstWord, lastWord }) => firstWord <= at && at <= lastWord);
  if (known !== undefined) return known.lastWord;
  const isInHeadlineCase = /^\p{Lu}/u.test(words[verb]?.text ?? '');
  return !isInHeadlineCase && /^\p{Lu}/u.test(words[at]?.text ?? '') ? at : undefined;
}

/** "And" behind a name, a title before one. */
function leadsToName(
  at: number,
  { from, behind }: { readonly from: number; readonly behind: number },
  { here: { words }, book }: Reading,
): boolean {
  const { folded } = words[at] ?? { folded: '' };
  if (CONJUNCTIONS.has(folded)) return at === behind && behind > from;
  return BEFORE_NAME.has(folded) || book.titles(words, at).length > 0;
}

/** Whether the clause ends before this word, or goes on with something that is said of a call. */
function isOpenEnd(behind: number, { here: { words, text }, book: { language } }: Reading): boolean {
  const next = words[behind];
  const between = text.slice(words[behind - 1]?.end, next?.start ?? text.length);
  if (next === undefined || CLAUSE_END.test(between)) return !QUOTATION.test(between);
  if (QUOTATION.test(between)) return false;
  if (toIn(language).has(next.folded)) return isPurpose(behind, words, language);
  return tailsIn(language).has(next.folded);
}

/** "To discuss a truce", "à propos de": whether what begins at this word is what somebody is telephoned for or about. */
export const isPurpose = (at: number, words: SentenceAt['words'], language: string): boolean =>
  toIn(language).has(words[at]?.folded ?? '') && purposesIn(language).has(words[at + 1]?.folded ?? '');
