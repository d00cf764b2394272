import type { Analysis, Passage, Sentence, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import { jointAuthorsOf, namesJointText } from './joint-text.ts';
import { behindOwnLabel, findOthersTurns, type OwnVoice } from './others-turns.ts';
import type { Said } from './said.ts';
import type { Attribution } from './statement.ts';
import { tellsOfAnother } from './tells-of-another.ts';

/** Whose text it is, and the side that speaks in it. */
type Voice = { readonly voiceOf: ActorId; readonly ownSide: ActorId };

/** And the sides whose joint statement it is, where it is one. */
type Voices = Voice & { readonly together: readonly ActorId[] };

/** An official text as earlier stages read it. */
type OwnReading = { readonly analysis: Analysis; readonly mentions: Mentions; readonly at: Date };

/** A text that attributes nothing speaks by its first sentences. */
const LEAD_SENTENCES = 3;

/**
 * The words of a side in its own text: its quotations, and whole sentences that say what its people said. Where it
 * attributes nothing to its own, the first sentences that tell of the event or of actors are its words, up to where
 * somebody else is heard: what follows may still be theirs. What others say in a
 * transcript or a press review is never the side's. A joint statement is the words of all whose statement it is, the
 * text's own side first; what it gives to one person alone is not. Where only its title is stored, that is its words.
 */
export function findOwnWords(
  attributions: readonly Attribution[],
  reading: OwnReading,
  voice: Voice,
  lexicon: Lexicon,
): readonly Said[] {
  const body = reading.analysis.passages.filter(({ place }) => place !== 'title');
  const { language } = reading.analysis;
  const spoken = { side: voice.ownSide, at: reading.at, ...(language && { language }) };
  const turns = new Map(body.map(({ place, text }) => [place, findOthersTurns(text, spoken, lexicon)]));
  const heard = attributions.filter(({ place, cue }) => turns.has(place) && !isInside(cue, turns.get(place)));
  const own = heard.filter(({ sides }) => sides.includes(voice.ownSide));
  const others = heard.filter(({ sides }) => !sides.includes(voice.ownSide));
  const isTranscript = [...turns.values()].some((spoken) => spoken.length > 0);
  const voices = { ...voice, together: isTranscript ? [] : jointAuthorsOf(reading, voice.ownSide, lexicon) };
  const said = own
    .map((attribution) => ownWords(attribution, body, voices))
    .filter((words) => !others.some((other) => holdsQuotation(words, other)));
  const unlabelled = (words: Said): Said => withoutLabel(words, body, spoken, lexicon);
  if (said.length > 0) return said.map(unlabelled);

  // The text first: what a summary has of it stands there as well.
  const leads = body.toReversed().map((passage) => {
    const others = heard.filter(({ place }) => place === passage.place).flatMap(spansOf);
    const until = Math.min(...others.map(({ start }) => start), passage.text.length);
    return leadOf(passage, reading, { turns: turns.get(passage.place), until, ...voice }, lexicon).map(
      (sentence) => wholeSentence(sentence, passage, voices),
    );
  });
  return leads.find((lead) => lead.length > 0)?.map(unlabelled) ?? jointTitle(reading.analysis, voices);
}

/** Of a joint statement whose text is not stored, the title that names whose it is. */
function jointTitle({ passages }: Analysis, voices: Voices): readonly Said[] {
  const title = passages.find(({ place }) => place === 'title');
  const [sentence] = title?.sentences ?? [];
  if (!title || !sentence || voices.together.length === 0) return [];
  return namesJointText(title.text) ? [wholeSentence(sentence, title, voices)] : [];
}

/** A sentence of the side that quotes somebody else's words shows these, not its own. */
const holdsQuotation = ({ place, spans, isQuoted }: Said, other: Attribution): boolean =>
  !isQuoted && place === other.place && other.isQuoted && other.content.some((span) => isInside(span, spans));

/** Where an attribution stands. */
const spansOf = ({ cue, content }: Attribution): readonly Span[] => [cue, ...content];

/** "Ana Miralda: We are ready.": in a transcript the label is none of the words. */
function withoutLabel(said: Said, body: readonly Passage[], voice: OwnVoice, lexicon: Lexicon): Said {
  const text = body.find(({ place }) => place === said.place)?.text ?? '';
  const [first, ...more] = said.spans;
  if (said.isQuoted || first === undefined) return said;
  const start = behindOwnLabel(text, first.start, voice, lexicon);
  return start < first.end ? { ...said, spans: [{ start, end: first.end }, ...more] } : said;
}

function isInside(span: Span, stretches: readonly Span[] = []): boolean {
  return stretches.some(({ start, end }) => span.start >= start && span.end <= end);
}

/** A quotation as it is, else the sentence it stands in: in its own text every word is the side's. */
function ownWords(attribution: Attribution, body: readonly Passage[], voices: Voices): Said {
  const { content, place, source, speaker = voices.voiceOf, isQuoted, denies } = attribution;
  const passage = body.find((passage) => passage.place === place);
  const sentence = passage?.sentences.find(
    ({ start, end }) => attribution.cue.start >= start && attribution.cue.end <= end,
  );
  const spans = isQuoted || !sentence ? content : [{ start: sentence.start, end: sentence.end }];
  const told = sentence && passage ? passage.text.slice(sentence.start, sentence.end) : '';
  const sides = [...new Set([voices.ownSide, ...partnersIn(attribution, told, voices)])];
  return { place, spans, speaker, sides, isQuoted, denies, ...(source && { source }) };
}

/** With whom the side says it: all together in their statement, and whoever a sentence names as saying it in a joint one. */
function partnersIn(
  { speaker, sides }: Attribution,
  sentence: string,
  { together }: Voices,
): readonly ActorId[] {
  if (speaker !== undefined) return [];
  if (together.length > 0) return together;
  return namesJointText(sentence) ? sides : [];
}

/** The first sentences that tell of something; those that tell of somebody else's doing only where all do. */
function leadOf(
  passage: Passage,
  { analysis, mentions, at }: OwnReading,
  bounds: { readonly turns: readonly Span[] | undefined; readonly until: number; readonly ownSide: ActorId },
  lexicon: Lexicon,
): readonly Sentence[] {
  const place = analysis.passages.indexOf(passage);
  const isHere = (mention: { readonly passage: number }): boolean => mention.passage === place;
  const actors = Map.groupBy(mentions.actors.filter(isHere), ({ sentence }) => sentence);
  const telling = new Set([
    ...actors.keys(),
    ...mentions.events.filter(isHere).map(({ sentence }) => sentence),
  ]);
  const lead = [...passage.sentences.entries()]
    .filter(([number, sentence]) => telling.has(number) && sentence.end <= bounds.until)
    .filter(([, sentence]) => !isInside(sentence, bounds.turns))
    .slice(0, LEAD_SENTENCES);
  const own = lead.filter(
    ([number, sentence]) =>
      !tellsOfAnother(sentence, actors.get(number) ?? [], { ownSide: bounds.ownSide, at }, lexicon),
  );
  return (own.length > 0 ? own : lead).map(([, sentence]) => sentence);
}

function wholeSentence(
  { start, end }: Sentence,
  { place }: Passage,
  { voiceOf, ownSide, together }: Voices,
): Said {
  return {
    place,
    spans: [{ start, end }],
    speaker: voiceOf,
    sides: [ownSide, ...together],
    isQuoted: false,
    denies: false,
  };
}
