import type { Passage, Sentence, Span } from '#language/analysis.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import type { AttributionMeans, PassageReading, SentencePlace } from './passage-reading.ts';
import { resolvePronoun } from './resolve-pronoun.ts';
import type { Speaker } from './speaker-of.ts';

/** Whom a pronoun that stands for a speaker means, by its own sentence and the one before alone. */
export function speakerBefore(
  source: Span,
  { place, earlier }: SentencePlace,
  { passage, mentionsIn }: PassageReading,
  { lexicon, language }: AttributionMeans,
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
      pronoun: passage.text.slice(source.start, source.end).toLowerCase(),
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
