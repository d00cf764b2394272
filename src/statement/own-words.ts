import type { Analysis, Passage, Sentence } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Mentions } from '#lexicon/lexicon.ts';
import type { Said } from './said.ts';
import type { Attribution } from './statement.ts';

/** Whose text it is, and the side that speaks in it. */
type Voice = { readonly voiceOf: ActorId; readonly ownSide: ActorId };

/** A text that attributes nothing speaks by its first sentences. */
const LEAD_SENTENCES = 3;

/**
 * The words of a side in its own text: its quotations, and whole sentences that say what its people said. Where it
 * attributes nothing, the first sentences that tell of the event or of actors are its words.
 */
export function findOwnWords(
  attributions: readonly Attribution[],
  reading: { readonly analysis: Analysis; readonly mentions: Mentions },
  voice: Voice,
): readonly Said[] {
  const body = reading.analysis.passages.filter(({ place }) => place !== 'title');
  const own = attributions.filter(({ place, sides }) => place !== 'title' && sides.includes(voice.ownSide));
  if (own.length > 0) return own.map((attribution) => ownWords(attribution, body, voice));

  const passage = body.at(-1);
  if (!passage || attributions.some(({ place }) => place === passage.place)) return [];
  return leadOf(passage, reading).map((sentence) => wholeSentence(sentence, passage, voice));
}

/** A quotation as it is, else the sentence it stands in: in its own text every word is the side's. */
function ownWords(attribution: Attribution, body: readonly Passage[], { voiceOf, ownSide }: Voice): Said {
  const { content, place, source, speaker = voiceOf, isQuoted, denies } = attribution;
  const passage = body.find((passage) => passage.place === place);
  const sentence = passage?.sentences.find(
    ({ start, end }) => attribution.cue.start >= start && attribution.cue.end <= end,
  );
  const spans = isQuoted || !sentence ? content : [{ start: sentence.start, end: sentence.end }];
  return { place, spans, speaker, sides: [ownSide], isQuoted, denies, ...(source && { source }) };
}

function leadOf(
  passage: Passage,
  { analysis, mentions }: { readonly analysis: Analysis; readonly mentions: Mentions },
): readonly Sentence[] {
  const place = analysis.passages.indexOf(passage);
  const telling = new Set(
    [...mentions.actors, ...mentions.events]
      .filter((mention) => mention.passage === place)
      .map(({ sentence }) => sentence),
  );
  return passage.sentences.filter((_, sentence) => telling.has(sentence)).slice(0, LEAD_SENTENCES);
}

function wholeSentence({ start, end }: Sentence, { place }: Passage, { voiceOf, ownSide }: Voice): Said {
  return {
    place,
    spans: [{ start, end }],
    speaker: voiceOf,
    sides: [ownSide],
    isQuoted: false,
    denies: false,
  };
}
