import type { Analysis, Passage, Sentence } from '#language/analysis.ts';
import { scriptOf } from '#language/script-of.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { claimsIn } from './claims-in.ts';
import { isCredit } from './is-credit.ts';
import type { Summarizer, SummarySentence, SummarySource } from './summarizer.ts';
import { cosine, sumOf, type TermVector, termVector } from './term-vector.ts';

const MAX_SENTENCES = 3;
const MAX_WORDS = 75;
/** Relative worth of a sentence's place, closeness to the whole text, and names and numbers. */
const WEIGHTS = { position: 1, centrality: 0.5, names: 0.25 };
/** How much a sentence loses for repeating what was already chosen. */
const REDUNDANCY_COST = 0.7;
/** From here on two sentences say the same. */
const NEAR_DUPLICATE = 0.6;
/** A sentence of which this share stands in the title tells nothing new. */
const REPEATS_TITLE = 0.8;

/** A question tells nothing that happened. */
const QUESTION = /[?؟？]\P{L}*$/u;
/** How a sentence ends, in any script. */
const CLOSED = /[.!?…。！？؟।]\P{L}*$/u;

type Candidate = {
  readonly source: number;
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly vector: TermVector;
  readonly score: number;
  /** For whom the sentence has somebody speak. */
  readonly sides: readonly ActorId[];
  /** It is somebody's words and does not say whose. */
  readonly isBare: boolean;
  readonly isQuestion: boolean;
};

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

function candidatesOf<Key>(
  { analysis, claims }: SummarySource<Key>,
  source: number,
  lead: Analysis,
): readonly Candidate[] {
  const passage = bodyOf(analysis);
  if (!passage) return [];

  const sentences = sentencesOf(passage, [analysis, lead]);
  const vectors = sentences.map((sentence) => termVector(sentence.words));
  const whole = sumOf(vectors);
  const centralities = shares(vectors.map((vector) => cosine(vector, whole)));
  const names = shares(sentences.map(nameDensity));
  return sentences.map((sentence, place) => ({
    source,
    passage,
    sentence,
    vector: vectors[place] ?? new Map(),
    score:
      WEIGHTS.position / Math.sqrt(1 + place) +
      WEIGHTS.centrality * (centralities[place] ?? 0) +
      WEIGHTS.names * (names[place] ?? 0),
    ...claimsIn(sentence, passage, claims),
    isQuestion: QUESTION.test(passage.text.slice(sentence.start, sentence.end)),
  }));
}

/** The publisher's own summary where it is whole, else the text: a teaser that breaks off is no summary. */
function bodyOf({ passages }: Analysis): Passage | undefined {
  const summary = passages.find(({ place, sentences }) => place === 'summary' && sentences.length > 0);
  const text = passages.find(({ place, sentences }) => place === 'text' && sentences.length > 0);
  const breaksOff = summary && /(?:…|\.\.\.)\W*$/u.test(summary.text);
  return breaksOff ? (text ?? summary) : (summary ?? text);
}

/** What may be chosen: no credits, nothing that stands in its own headline or the lead's, nothing in another script. */
function sentencesOf(passage: Passage, headed: readonly Analysis[]): readonly Sentence[] {
  const { text } = passage;
  const script = scriptOf(text);
  const titles = [...new Set(headed)].map(stemsOfTitle);
  return wholeSentences(passage).filter((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    return (
      !isCredit(words) && scriptOf(words) === script && !titles.some((stems) => repeatsTitle(sentence, stems))
    );
  });
}

/** Some feeds cut their summaries at a length, in the middle of a word: what is left of the last sentence is none. */
function wholeSentences({ place, text, sentences }: Passage): readonly Sentence[] {
  const isClosed = ({ start, end }: Sentence): boolean => CLOSED.test(text.slice(start, end));
  const isCut =
    place === 'summary' && sentences.slice(0, -1).some(isClosed) && !sentences.slice(-1).some(isClosed);
  return isCut ? sentences.slice(0, -1) : sentences;
}

function stemsOfTitle({ passages }: Analysis): ReadonlySet<string> {
  const title = passages.find(({ place }) => place === 'title');
  return new Set(title?.sentences.flatMap(({ words }) => words.map(({ stem }) => stem)));
}

function repeatsTitle({ words }: Sentence, stems: ReadonlySet<string>): boolean {
  if (stems.size === 0 || words.length === 0) return false;
  return words.filter(({ stem }) => stems.has(stem)).length / words.length >= REPEATS_TITLE;
}

const wordingOf = ({ sentence }: Candidate): string => sentence.words.map(({ folded }) => folded).join(' ');

/** A sentence that several sources print is told by the first of them. */
function withoutCopies(candidates: readonly Candidate[]): readonly Candidate[] {
  const told = new Set<string>();
  return candidates.filter((candidate) => {
    const wording = wordingOf(candidate);
    return told.has(wording) ? false : told.add(wording);
  });
}

/** Neither questions nor one side's words are told as what happened, where anything else is. */
function neutralOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const neutral = candidates.filter(({ isBare, isQuestion }) => !isBare && !isQuestion);
  return neutral.length > 0 ? neutral : candidates;
}

function nameDensity({ words }: Sentence): number {
  const names = words.filter(
    ({ text }, place) => /^\p{N}/u.test(text) || (place > 0 && /^\p{Lu}/u.test(text)),
  );
  return words.length === 0 ? 0 : names.length / words.length;
}

function shares(values: readonly number[]): readonly number[] {
  const most = Math.max(...values, 0);
  return values.map((value) => (most === 0 ? 0 : value / most));
}

function choose(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates[0];
  if (!first) return [];

  const chosen = fits(candidates) ? [...candidates] : [first];
  for (let next = nextOf(candidates, chosen); next; next = nextOf(candidates, chosen)) chosen.push(next);
  return chosen.toSorted((a, b) => a.source - b.source || a.sentence.start - b.sentence.start);
}

/** What one source says within the limits already is left as its publisher wrote it, unless it says a thing twice. */
function fits(candidates: readonly Candidate[]): boolean {
  const isOneSource = candidates.every(({ source }) => source === candidates[0]?.source);
  const isShort = candidates.length <= MAX_SENTENCES && wordsIn(candidates) <= MAX_WORDS;
  return isOneSource && isShort && !candidates.some(saysAgain);
}

const saysAgain = (candidate: Candidate, place: number, all: readonly Candidate[]): boolean =>
  place > 0 && likenessTo(all.slice(0, place), candidate) >= NEAR_DUPLICATE;

/**
 * The best that still fits and is new. Where one side is heard, another comes before all else; then sources not heard
 * yet, before second sentences of others.
 */
function nextOf(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  if (chosen.length >= MAX_SENTENCES) return undefined;

  const left = MAX_WORDS - wordsIn(chosen);
  const heard = new Set(chosen.map(({ source }) => source));
  const sidesHeard = new Set(chosen.flatMap(({ sides }) => sides));
  const open = candidates
    .filter((candidate) => !chosen.includes(candidate) && candidate.sentence.words.length <= left)
    .map((candidate) => ({ candidate, likeness: likenessTo(chosen, candidate) }))
    .filter(({ likeness }) => likeness < NEAR_DUPLICATE);
  const otherSides = open.filter(
    ({ candidate }) => sidesHeard.size > 0 && candidate.sides.some((side) => !sidesHeard.has(side)),
  );
  const unheard = open.filter(({ candidate }) => !heard.has(candidate.source));
  const [wanted = open] = [otherSides, unheard].filter(({ length }) => length > 0);
  const worth = ({ candidate, likeness }: (typeof open)[number]): number =>
    candidate.score - REDUNDANCY_COST * likeness;
  return wanted.toSorted((a, b) => worth(b) - worth(a))[0]?.candidate;
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
