import { analyse } from '#language/analyse.ts';
import type { Passage, Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { findAttributions } from './find-attributions.ts';
import type { OwnVoice } from './others-turns.ts';
import { findQuotations } from './quotations.ts';
import type { Attribution } from './statement.ts';

/**
 * An official text without the words that it tells others to have said, or may tell so: what it attributes to anybody
 * who is not surely its own side, and quotations beside which somebody of another side is named. What is left is the
 * side's own, so that words found there are taken off another side.
 */
export function surelyOwnText(text: string, voice: OwnVoice, lexicon: Lexicon): string {
  const { side, language, at } = voice;
  const analysis = analyse({ text, ...(language && { language }) }, () => language);
  const mentions = findMentions(analysis, lexicon, at);
  const attributions = findAttributions({ analysis, mentions, at, voiceOf: side }, lexicon);
  const passage = analysis.passages[0];
  if (!passage) return '';
  const foreign = mentions.actors.filter(({ actor }) => isOfAnotherSide(actor, voice, lexicon));
  const doubtful = findQuotations(passage.text).filter((quotation) => {
    if (isOwnQuotation(quotation, attributions, side)) return false;
    const clause = ownClauseAround(quotation, attributions, side);
    return clause === undefined
      ? isNamedBeside(quotation, foreign, passage)
      : foreign.some((mention) => leadsUpTo(mention, quotation, clause, passage));
  });
  const others = attributions.filter(({ sides, isNested }) => isNested || !sides.includes(side));
  return without(passage.text, [...doubtful, ...others.flatMap(({ content }) => content)]);
}

function isOfAnotherSide(actor: ActorId, { side, at }: OwnVoice, lexicon: Lexicon): boolean {
  const other = sideOf(actor, lexicon, at);
  return other !== undefined && other !== side;
}

/** Whether the text itself gives just this quotation to its own side. */
function isOwnQuotation(
  { inner }: { inner: Span },
  attributions: readonly Attribution[],
  side: ActorId,
): boolean {
  return attributions.some(
    ({ isQuoted, isNested, sides, content }) =>
      isQuoted && !isNested && sides.includes(side) && content.some((span) => touches(span, inner)),
  );
}

/** What the side says in its own words, with this quotation in them: « Il faut “…” là-bas, a déclaré … ». */
function ownClauseAround(
  { inner }: { inner: Span },
  attributions: readonly Attribution[],
  side: ActorId,
): Span | undefined {
  return attributions
    .filter(({ isNested, sides }) => !isNested && sides.includes(side))
    .flatMap(({ content }) => content)
    .find((span) => span.start <= inner.start && inner.end <= span.end);
}

/** In the side's own clause somebody may be told to have said the words only before them; behind them stands what they are about. */
function leadsUpTo(
  { sentence, firstWord }: ActorMention,
  quotation: Span,
  clause: Span,
  { sentences }: Passage,
): boolean {
  const word = sentences[sentence]?.words[firstWord];
  return word !== undefined && word.start >= clause.start && word.end <= quotation.start;
}

/** Whether one of them is named outside the quotation in its sentences, or in the one that leads up to it. */
function isNamedBeside(quotation: Span, foreign: readonly ActorMention[], { sentences }: Passage): boolean {
  const first = sentences.findIndex((sentence) => touches(sentence, quotation));
  return foreign.some(({ sentence: place, firstWord }) => {
    const sentence = sentences[place];
    const word = sentence?.words[firstWord];
    if (!sentence || !word || touches(word, quotation)) return false;
    return place === first - 1 || touches(sentence, quotation);
  });
}

const touches = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

function without(text: string, spans: readonly Span[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (start > from) kept += `${text.slice(from, start)}\n`;
    from = Math.max(from, end);
  }
  return kept + text.slice(from);
}
