import type { Sentence } from '#language/analysis.ts';
import { type Candidate, candidatesOf } from './candidates-of.ts';
import type { Summarizer, SummarySentence, SummarySource } from './summarizer.ts';
import { cosine } from './term-vector.ts';

const MAX_SENTENCES = 3;
const MAX_WORDS = 75;
/** How much a sentence loses for repeating what was already chosen. */
const REDUNDANCY_COST = 0.7;
/** From here on two sentences say the same. */
const NEAR_DUPLICATE = 0.6;
/** Chooses whole sentences as they stand: the lead's first, then those that tell most that is new. */
export const extractiveSummarizer: Summarizer = {
  summarize<Key>(sources: readonly SummarySource<Key>[]): readonly SummarySentence<Key>[] {
    const lead = sources[0]?.analysis;
    if (!lead) return [];
    const candidates = withoutCopies(sources.flatMap((source, place) => candidatesOf(source, place, lead)));
    return choose(neutralOf(candidates)).flatMap((candidate) => {
      const source = sources[candidate.source];
      return source ? [told(source.key, candidate)] : [];
    });
  },
};

/** A sentence that several sources print is told by the first of them. */
function withoutCopies(candidates: readonly Candidate[]): readonly Candidate[] {
  const alike = Map.groupBy(candidates, ({ sentence }) => sentence.words.length);
  return candidates.filter(({ sentence }) => {
    const first = alike.get(sentence.words.length)?.find((other) => areCopies(other.sentence, sentence));
    return first?.sentence === sentence;
  });
}

const areCopies = ({ words }: Sentence, { words: others }: Sentence): boolean =>
  words.every(({ folded }, place) => folded === others[place]?.folded);

/** Neither questions nor one side's words are told as what happened, where anything else is. */
function neutralOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const neutral = candidates.filter(({ isBare, isQuestion }) => !isBare && !isQuestion);
  return neutral.length > 0 ? neutral : candidates;
}

function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.find((candidate) => isUnderstood(candidate, [])) ?? candidates[0];
  if (!first) return [];

  const chosen = fits(candidates) ? [...candidates] : [first];
  for (let next = nextOf(candidates, chosen); next; next = nextOf(candidates, chosen)) chosen.push(next);
  return chosen.toSorted((a, b) => a.source - b.source || a.sentence.start - b.sentence.start);
}

/** What one source says within the limits already is left as its publisher wrote it, unless it says a thing twice. */
function fits(candidates: readonly Candidate[]): boolean {
  const isOneSource = candidates.every(({ source }) => source === candidates[0]?.source);
  const isShort = candidates.length <= MAX_SENTENCES && wordsIn(candidates) <= MAX_WORDS;
  const isWhole = candidates.every((candidate) => isUnderstood(candidate, candidates));
  return isOneSource && isShort && isWhole && !candidates.some(saysAgain);
}

/** "He said …" is told right behind the sentence that says who. */
const isUnderstood = ({ leansOn }: Candidate, told: readonly Candidate[]): boolean =>
  leansOn === undefined || told.some(({ sentence }) => sentence === leansOn);

const saysAgain = (candidate: Candidate, place: number, all: readonly Candidate[]): boolean =>
  place > 0 && likenessTo(all.slice(0, place), candidate) >= NEAR_DUPLICATE;

/**
 * The best that still fits and is new. What denies a claim that is told comes before all else; then, where one side is
 * heard, another; then sources not heard yet, before second sentences of others.
 */
function nextOf(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  if (chosen.length >= MAX_SENTENCES) return undefined;

  const left = MAX_WORDS - wordsIn(chosen);
  const heard = new Set(chosen.map(({ source }) => source));
  const sidesHeard = new Set(chosen.flatMap(({ sides }) => sides));
  const open = candidates
    .filter((candidate) => !chosen.includes(candidate) && candidate.sentence.words.length <= left)
    .filter((candidate) => isUnderstood(candidate, chosen))
    .map((candidate) => ({ candidate, likeness: likenessTo(chosen, candidate) }))
    .filter(({ likeness }) => likeness < NEAR_DUPLICATE);
  const denials = open.filter(({ candidate }) => chosen.some((claim) => isDeniedBy(claim, candidate)));
  const otherSides = open.filter(
    ({ candidate }) => sidesHeard.size > 0 && candidate.sides.some((side) => !sidesHeard.has(side)),
  );
  const unheard = open.filter(({ candidate }) => !heard.has(candidate.source));
  const [wanted = open] = [denials, otherSides, unheard].filter(({ length }) => length > 0);
  const worth = ({ candidate, likeness }: (typeof open)[number]): number =>
    candidate.score - REDUNDANCY_COST * likeness;
  return wanted.toSorted((a, b) => worth(b) - worth(a))[0]?.candidate;
}

/** "Norland said it had won. Surland denies it.": of one text, next to the claim or in words of it. */
function isDeniedBy(claim: Candidate, { source, sentence, passage, vector, denials }: Candidate): boolean {
  if (denials.length === 0 || source !== claim.source || claim.denials.length > 0) return false;
  if (claim.sides.length > 0 && denials.every((side) => claim.sides.includes(side))) return false;
  const isNext = passage.sentences.indexOf(sentence) === passage.sentences.indexOf(claim.sentence) + 1;
  return isNext || cosine(claim.vector, vector) > 0;
}

function likenessTo(chosen: readonly Candidate[], candidate: Candidate): number {
  return Math.max(...chosen.map(({ vector }) => cosine(vector, candidate.vector)));
}

function wordsIn(candidates: readonly Candidate[]): number {
  return candidates.reduce((count, { sentence }) => count + sentence.words.length, 0);
}

/** Word for word from the text with white space collapsed; only a sentence beyond the limit is cut, with "…". */
function told<Key>(key: Key, { passage, sentence }: Candidate): SummarySentence<Key> {
  const isTooLong = sentence.words.length > MAX_WORDS;
  const lastWord = sentence.words[MAX_WORDS - 1];
  const end = isTooLong && lastWord ? lastWord.end : sentence.end;
  const words = passage.text.slice(sentence.start, end).replace(/\s+/gu, ' ').trim();
  return { key, place: passage.place, start: sentence.start, end, words: isTooLong ? `${words}…` : words };
}
