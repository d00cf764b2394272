import type { Analysis, Passage, Sentence, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention, Mentions } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { Speech } from '#lexicon/speech.ts';
import { buildGrammar, type Grammar } from './find-cues.ts';
import { type Frame, findFrames } from './find-frames.ts';
import { functionWordsOf } from './function-words.ts';
import { markNested } from './mark-nested.ts';
import { resolvePronoun } from './resolve-pronoun.ts';
import { type Token, tokensOf } from './sentence-tokens.ts';
import { isOfficeAlone, NOBODY, type Speaker, type SpeakerPlace, speakerOf } from './speaker-of.ts';
import type { Attribution } from './statement.ts';

/** A text to be searched for who said what. `voiceOf`: the actor whose own text it is. */
export type AttributedReading = {
  readonly analysis: Analysis;
  readonly mentions: Mentions;
  readonly at: Date;
  readonly voiceOf?: ActorId;
};

type Means = {
  readonly grammar: Grammar;
  readonly language: string;
  readonly lexicon: Lexicon;
  readonly at: Date;
  readonly ownSide?: ActorId;
};

/** One passage with what of the lexicon stands in each of its sentences. */
type Reading = {
  readonly passage: Passage;
  readonly mentionsIn: (sentence: number) => readonly ActorMention[];
};

/** An attribution with the sentences it reaches over. */
type Located = { readonly attribution: Attribution; readonly first: number; readonly last: number };

const grammars = new WeakMap<Speech, Map<string, Grammar>>();

/**
 * Finds who is said to have said what, in reading order. Content and source are exact stretches of the text. The
 * side stays open wherever the words leave a doubt about the speaker; a language without speech forms gives nothing.
 */
export function findAttributions(reading: AttributedReading, lexicon: Lexicon): readonly Attribution[] {
  const { analysis, mentions, at, voiceOf } = reading;
  const grammar = analysis.language ? grammarOf(lexicon.speech, analysis.language) : undefined;
  if (!grammar || !analysis.language) return [];

  const ownSide = voiceOf && sideOf(voiceOf, lexicon, at);
  const means: Means = { grammar, language: analysis.language, lexicon, at, ...(ownSide && { ownSide }) };
  return analysis.passages.flatMap((passage, place) => {
    const inPassage = mentions.actors.filter((mention) => mention.passage === place);
    const bySentence = Map.groupBy(inPassage, ({ sentence }) => sentence);
    return inPassageOf({ passage, mentionsIn: (sentence) => bySentence.get(sentence) ?? [] }, means);
  });
}

function grammarOf(speech: Speech, language: string): Grammar | undefined {
  const known = grammars.get(speech) ?? new Map<string, Grammar>();
  grammars.set(speech, known);
  const forms = speech[language];
  const words = functionWordsOf(language);
  if (!forms || !words) return undefined;

  const grammar = known.get(language) ?? buildGrammar(forms, words);
  known.set(language, grammar);
  return grammar;
}

function inPassageOf(reading: Reading, means: Means): readonly Attribution[] {
  const found: Located[] = [];
  for (const [place, sentence] of reading.passage.sentences.entries()) {
    const { tokens } = tokensOf(reading.passage.text, sentence);
    const frames = findFrames(tokens, means.grammar);
    if (frames.length === 0) goOn(found, tokens, place, reading.passage);
    const here: Located[] = [];
    for (const frame of frames) {
      const attribution = attributionOf(
        frame,
        tokens,
        { place, earlier: [...found, ...here] },
        reading,
        means,
      );
      here.push({ attribution, first: place, last: place });
    }
    const nested = markNested(here.map(({ attribution }) => attribution));
    found.push(...nested.map((attribution) => ({ attribution, first: place, last: place })));
  }
  return found.map(({ attribution }) => attribution);
}

/** A sentence that is one quotation goes on with what the last speaker of its paragraph said. */
function goOn(found: Located[], tokens: readonly Token[], place: number, { text, sentences }: Passage): void {
  const [first, ...rest] = tokens;
  const before = found.filter(({ last }) => last === place - 1);
  const last = before.at(-1);
  if (!first?.quotation || rest.some(({ kind }) => kind === 'word') || !last) return;
  if (text.slice(sentences[place - 1]?.end, sentences[place]?.start).includes('\n')) return;

  const { attribution } = last;
  const goesOn = [first, ...rest].flatMap(({ quotation }) => (quotation ? [quotation.inner] : []));
  if (attribution.isQuoted) {
    const content = [...attribution.content, ...goesOn];
    found[found.indexOf(last)] = { ...last, attribution: { ...attribution, content }, last: place };
  } else if (before.length === 1) {
    found.push({
      attribution: { ...attribution, content: goesOn, isQuoted: true },
      first: place,
      last: place,
    });
  }
}

function attributionOf(
  frame: Frame,
  tokens: readonly Token[],
  where: { readonly place: number; readonly earlier: readonly Located[] },
  reading: Reading,
  means: Means,
): Attribution {
  const source = spanOf(tokens, frame.source);
  const { speaker, sides } = speakerAt(source, where, reading, means);
  return {
    place: reading.passage.place,
    source,
    cue: spanOf(tokens, frame.cue),
    content: frame.content,
    ...(speaker && { speaker }),
    sides,
    isQuoted: frame.isQuoted,
    denies: frame.cue.denies,
  };
}

function spanOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): Span {
  const last = tokens.slice(from, to).findLast(({ kind }) => kind === 'word');
  return { start: tokens[from]?.start ?? 0, end: last?.end ?? 0 };
}

function speakerAt(
  source: Span,
  where: { readonly place: number; readonly earlier: readonly Located[] },
  { passage, mentionsIn }: Reading,
  means: Means,
): Speaker {
  const sentence = passage.sentences[where.place];
  if (!sentence) return NOBODY;

  const words = passage.text.slice(source.start, source.end).toLowerCase();
  if (means.grammar.pronouns.has(words))
    return speakerBefore(source, words, where, { passage, mentionsIn }, means);

  const place: SpeakerPlace = { source, text: passage.text, sentence, mentions: mentionsIn(where.place) };
  const told = speakerOf(place, means);
  if (means.ownSide === undefined) return told;
  // What an official text says of another side is its own account of it, never that side's words.
  const isOwnOffice = told.speaker === undefined && told.sides.length === 0 && isOfficeAlone(place, means);
  if (isOwnOffice) return { sides: [means.ownSide] };
  return told.sides.includes(means.ownSide) ? told : { ...told, sides: [] };
}

function speakerBefore(
  source: Span,
  pronoun: string,
  { place, earlier }: { readonly place: number; readonly earlier: readonly Located[] },
  { passage, mentionsIn }: Reading,
  { lexicon, language }: Means,
): Speaker {
  const previous = passage.sentences[place - 1];
  const near = earlier.filter(({ last }) => last >= place - 1);
  const named = [...mentionsIn(place - 1), ...mentionsIn(place)].filter(
    ({ sentence, firstWord }) =>
      sentence < place || startOf(passage.sentences[sentence], firstWord) < source.start,
  );
  const before: Span = { start: previous?.start ?? passage.sentences[place]?.start ?? 0, end: source.start };
  return resolvePronoun(
    {
      pronoun,
      language,
      speakers: near.map(({ attribution }) => attribution),
      named,
      unnamedText: textWithout(named, before, passage),
    },
    lexicon,
  );
}

function startOf(sentence: Sentence | undefined, word: number): number {
  return sentence?.words[word]?.start ?? 0;
}

/** The text of a span with a point in place of every name that the lexicon knows. */
function textWithout(
  named: readonly ActorMention[],
  { start, end }: Span,
  { text, sentences }: Passage,
): string {
  const spans = named
    .map(({ sentence, firstWord, lastWord }) => ({
      start: startOf(sentences[sentence], firstWord),
      end: sentences[sentence]?.words[lastWord]?.end ?? 0,
    }))
    .toSorted((one, other) => one.start - other.start);
  let plain = '';
  let at = start;
  for (const span of spans) {
    if (span.start > at) plain += `${text.slice(at, span.start)}.`;
    at = Math.max(at, span.end);
  }
  return plain + text.slice(at, end);
}
