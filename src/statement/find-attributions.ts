import type { Analysis, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { continueQuotation } from './continue-quotation.ts';
import { type Frame, findFrames } from './find-frames.ts';
import { grammarOf } from './grammar-of.ts';
import { markNested } from './mark-nested.ts';
import { mayTell } from './may-tell.ts';
import { partQuotations } from './part-quotations.ts';
import type { AttributionMeans, Located, PassageReading, SentencePlace } from './passage-reading.ts';
import { findQuotations } from './quotations.ts';
import { quotationsIn, type Token, tokensOf } from './sentence-tokens.ts';
import { speakerBefore } from './speaker-before.ts';
import { isOfficeAlone, NOBODY, type Speaker, type SpeakerPlace, speakerOf } from './speaker-of.ts';
import type { Phrase } from './speaker-phrase.ts';
import type { Attribution } from './statement.ts';

/** A text to be searched for who said what. `voiceOf`: the actor whose own text it is. */
export type AttributedReading = {
  readonly analysis: Analysis;
  readonly mentions: Mentions;
  readonly at: Date;
  readonly voiceOf?: ActorId;
};

/**
 * Finds who is said to have said what, in reading order. Content and source are exact stretches of the text. The
 * side stays open wherever the words leave a doubt about the speaker; a language without speech forms gives nothing.
 */
export function findAttributions(reading: AttributedReading, lexicon: Lexicon): readonly Attribution[] {
  const { analysis, mentions, at, voiceOf } = reading;
  const grammar = analysis.language ? grammarOf(lexicon.speech, analysis.language) : undefined;
  if (!grammar || !analysis.language) return [];

  const ownSide = voiceOf && sideOf(voiceOf, lexicon, at);
  const means: AttributionMeans = {
    grammar,
    language: analysis.language,
    lexicon,
    at,
    ...(ownSide && { ownSide }),
  };
  return analysis.passages.flatMap((passage, place) => {
    const inPassage = mentions.actors.filter((mention) => mention.passage === place);
    const bySentence = Map.groupBy(inPassage, ({ sentence }) => sentence);
    return inPassageOf({ passage, mentionsIn: (sentence) => bySentence.get(sentence) ?? [] }, means);
  });
}

function inPassageOf(reading: PassageReading, means: AttributionMeans): readonly Attribution[] {
  const { text, sentences } = reading.passage;
  const settled: Located[] = [];
  let near: readonly Located[] = [];
  const quotations = quotationsIn(sentences, findQuotations(text));
  for (const [place, sentence] of sentences.entries()) {
    // Nothing reaches back over a whole sentence.
    settled.push(...near.filter(({ last }) => last < place - 1));
    near = near.filter(({ last }) => last >= place - 1);
    const inside = quotations[place] ?? [];
    if (inside.length === 0 && !mayTell(text, sentence, means.grammar)) continue;
    const tokens = partQuotations(tokensOf(text, sentence, inside), text, means.grammar);
    const here = inSentence({ place, tokens, earlier: near }, reading, means);
    near = here.length > 0 ? [...near, ...here] : continueQuotation(near, tokens, place, reading.passage);
  }
  return [...settled, ...near].map(({ attribution }) => attribution);
}

function inSentence(
  { place, tokens, earlier }: SentencePlace,
  reading: PassageReading,
  means: AttributionMeans,
): readonly Located[] {
  const here: Located[] = [];
  const mere = new Set<number>();
  for (const frame of findFrames(tokens, means.grammar)) {
    const where = { place, tokens, earlier: [...earlier, ...here] };
    const attribution = attributionOf(frame, where, reading, means);
    const isLabel = frame.cue.kind === 'label';
    if (isLabel && !mayBeVoice(attribution, spokenWords(tokens, frame), means)) continue;
    if (isLabel && !isVoice(attribution, means)) mere.add(attribution.cue.start);
    here.push({ attribution, last: place });
  }
  // A label that is no voice for sure still leaves a doubt whose words the saying behind it tells.
  const nested = markNested(here.map(({ attribution }) => attribution));
  return nested
    .filter(({ cue }) => !mere.has(cue.start))
    .map((attribution) => ({ attribution, last: place }));
}

/** "Torven: Miralda said …", "Officials: Miralda said …": the account of the label. In an official text it is a turn. */
function mayBeVoice(
  { sides }: Attribution,
  label: readonly Token[],
  { ownSide, grammar }: AttributionMeans,
): boolean {
  const isOffice = label.some(({ lower }) => grammar.speakerNouns.has(lower));
  return ownSide === undefined && (sides.length > 0 || isOffice);
}

const spokenWords = (tokens: readonly Token[], { source }: Frame): readonly Token[] =>
  tokens.slice(source.from, source.to);

/** "Kremlin: no date" is said, "Iran: three dead" is a place. In an official text labels are turns of a transcript. */
function isVoice({ speaker, sides, isQuoted }: Attribution, { lexicon, ownSide }: AttributionMeans): boolean {
  if (ownSide !== undefined || speaker === undefined || sides.length === 0) return false;
  return isQuoted || lexicon.actors.get(speaker)?.kind === 'office';
}

function attributionOf(
  frame: Frame,
  where: SentencePlace,
  reading: PassageReading,
  means: AttributionMeans,
): Attribution {
  const source = spanOf(where.tokens, frame.source);
  const verb =
    frame.cue.kind === 'according-to' || frame.cue.kind === 'label' ? undefined : verbOf(frame, where, means);
  const told = frame.isUncertain ? NOBODY : speakerAt({ source, verb }, where, reading, means);
  const { speaker } = told;
  const isAccount = frame.quoter ? isAccountOf(frame.quoter, told, where, { reading, means }) : false;
  const said = {
    place: reading.passage.place,
    source: told.named ?? source,
    cue: spanOf(where.tokens, frame.cue),
    content: frame.content,
    ...(speaker && { speaker }),
    sides: isAccount ? [] : told.sides,
    isQuoted: frame.isQuoted,
    denies: frame.cue.denies,
    isNested: isAccount,
  };
  const isRelayed = isAccount && frame.quoter !== undefined && frame.cue.kind === 'according-to';
  return isRelayed ? { ...said, ...tellerOf(frame.quoter, told, where, { reading, means }) } : said;
}

/** "Сообщил X со ссылкой на Y": X tells it, of what Y is said to have said. */
function tellerOf(
  quoter: Phrase,
  told: Speaker,
  where: SentencePlace,
  { reading, means }: { readonly reading: PassageReading; readonly means: AttributionMeans },
): Pick<Attribution, 'source' | 'sides' | 'isNested' | 'speaker' | 'innerSpeaker'> {
  const source = spanOf(where.tokens, quoter);
  const { speaker, sides, named } = speakerAt({ source }, where, reading, means);
  return {
    source: named ?? source,
    sides,
    isNested: false,
    ...(speaker && { speaker }),
    ...(told.speaker && { innerSpeaker: told.speaker }),
  };
}

/** "Miralda quoted Torven as saying …" is Miralda's account of him; a newspaper's is a report. */
function isAccountOf(
  quoter: Phrase,
  told: Speaker,
  where: SentencePlace,
  { reading, means }: { readonly reading: PassageReading; readonly means: AttributionMeans },
): boolean {
  const { sides } = speakerAt({ source: spanOf(where.tokens, quoter) }, where, reading, means);
  if (sides.length > 0) return !told.sides.every((side) => sides.includes(side));
  const { pronouns, speakerNouns } = means.grammar;
  return where.tokens
    .slice(quoter.from, quoter.to)
    .some(({ lower }) => pronouns.has(lower) || speakerNouns.has(lower));
}

function spanOf(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): Span {
  const last = tokens.slice(from, to).findLast(({ kind }) => kind === 'word');
  return { start: tokens[from]?.start ?? 0, end: last?.end ?? 0 };
}

/** The verb as it is written; none where a preposition ends it, and so its subject stands in another case: "следует из". */
function verbOf(
  { cue }: Frame,
  { tokens }: SentencePlace,
  { grammar }: AttributionMeans,
): string | undefined {
  const verb = tokens.slice(cue.from, cue.to).map(({ lower }) => lower);
  return grammar.words.prepositions.has(verb.at(-1) ?? '') ? undefined : verb.join(' ');
}

function speakerAt(
  { source, verb }: { readonly source: Span; readonly verb?: string | undefined },
  where: SentencePlace,
  reading: PassageReading,
  means: AttributionMeans,
): Speaker {
  const { text, sentences } = reading.passage;
  const sentence = sentences[where.place];
  if (!sentence) return NOBODY;

  const isPronoun = means.grammar.pronouns.has(text.slice(source.start, source.end).toLowerCase());
  if (isPronoun) return speakerBefore(source, where, reading, means);

  const mentions = reading.mentionsIn(where.place);
  const place = { source, text, sentence, mentions, ...(verb !== undefined && { verb }) };
  const told = speakerOf(place, means);
  return means.ownSide === undefined ? told : inOwnText(told, place, means.ownSide, means);
}

/** What an official text says of another side is its own account of it, never that side's words. */
function inOwnText(told: Speaker, place: SpeakerPlace, ownSide: ActorId, means: AttributionMeans): Speaker {
  const isUnnamed = told.speaker === undefined && told.sides.length === 0;
  if (isUnnamed && isOfficeAlone(place, means)) return { sides: [ownSide] };
  return told.sides.includes(ownSide) ? told : { ...told, sides: [] };
}
