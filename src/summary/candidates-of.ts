import type { Analysis, Passage, Sentence } from '#language/analysis.ts';
import { scriptOf } from '#language/script-of.ts';
import { type ClaimsInSentence, claimsIn } from './claims-in.ts';
import { followsOn } from './follows-on.ts';
import { isBoilerplate } from './is-boilerplate.ts';
import { isCredit } from './is-credit.ts';
import type { SummarySource } from './summarizer.ts';
import { cosine, sumOf, type TermVector, termVector } from './term-vector.ts';

/** A sentence that a summary may tell. */
export type Candidate = ClaimsInSentence & {
  readonly source: number;
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly vector: TermVector;
  readonly score: number;
  readonly isQuestion: boolean;
  /** Of one that is understood only right behind the sentence before it: that one. */
  readonly leansOn?: Sentence;
};

/** Relative worth of a sentence's place, closeness to the whole text, and names and numbers. */
const WEIGHTS = { position: 1, centrality: 0.5, names: 0.25 };
/** A sentence of which this share stands in the title tells nothing new. */
const REPEATS_TITLE = 0.8;

/** A question tells nothing that happened. */
const QUESTION = /[?؟？]\P{L}*$/u;
/** How a sentence ends, in any script. */
const CLOSED = /[.!?…。！？؟।]\P{L}*$/u;

/** The sentences of a source that may be told, with what each is worth; `lead` is the first source, under whose headline all stands. */
export function candidatesOf<Key>(
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
  return sentences.flatMap((sentence, place): readonly Candidate[] => {
    const words = textOf(sentence, passage);
    const leaning = leaningOf(sentence, passage, { analysis, isLead: analysis === lead });
    if (leaning === 'nothing') return [];
    return [
      {
        source,
        passage,
        sentence,
        vector: vectors[place] ?? new Map(),
        score:
          WEIGHTS.position / Math.sqrt(1 + place) +
          WEIGHTS.centrality * (centralities[place] ?? 0) +
          WEIGHTS.names * (names[place] ?? 0),
        ...claimsIn(sentence, passage, claims),
        isQuestion: QUESTION.test(words),
        ...(leaning !== undefined && { leansOn: leaning }),
      },
    ];
  });
}

const textOf = ({ start, end }: Sentence, { text }: Passage): string => text.slice(start, end);

/**
 * The sentence that one is understood behind; nothing where there is none. Right under the headline of the lead it is
 * the headline, which everybody has read.
 */
function leaningOf(
  sentence: Sentence,
  passage: Passage,
  { analysis, isLead }: { readonly analysis: Analysis; readonly isLead: boolean },
): Sentence | 'nothing' | undefined {
  if (!followsOn(textOf(sentence, passage), analysis.language)) return undefined;
  const before = passage.sentences[passage.sentences.indexOf(sentence) - 1];
  const isUnderHeadline = before === undefined || repeatsTitle(before, stemsOfTitle(analysis));
  if (isUnderHeadline) return isLead ? undefined : 'nothing';
  return before;
}

/** The publisher's own summary where it is whole, else the text: a teaser that breaks off is no summary. */
function bodyOf({ passages }: Analysis): Passage | undefined {
  const summary = passages.find(({ place, sentences }) => place === 'summary' && sentences.length > 0);
  const text = passages.find(({ place, sentences }) => place === 'text' && sentences.length > 0);
  const breaksOff = summary && /(?:…|\.\.\.)\W*$/u.test(summary.text);
  return breaksOff ? (text ?? summary) : (summary ?? text);
}

/** What may be chosen: no credits or notices, nothing that stands in its own headline or the lead's, nothing in another script. */
function sentencesOf(passage: Passage, headed: readonly Analysis[]): readonly Sentence[] {
  const script = scriptOf(passage.text);
  const titles = [...new Set(headed)].map(stemsOfTitle);
  return wholeSentences(passage).filter((sentence) => {
    const words = textOf(sentence, passage);
    return (
      !isCredit(words) &&
      !isBoilerplate(words) &&
      scriptOf(words) === script &&
      !titles.some((stems) => repeatsTitle(sentence, stems))
    );
  });
}

/** Some feeds cut their summaries at a length, in the middle of a word: what is left of the last sentence is none. */
function wholeSentences(passage: Passage): readonly Sentence[] {
  const { place, sentences } = passage;
  const isClosed = (sentence: Sentence): boolean => CLOSED.test(textOf(sentence, passage));
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
