import { analyse } from '#language/analyse.ts';
import type { Span } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { grammarOf } from './grammar-of.ts';
import { isOfficeAlone, speakerOf } from './speaker-of.ts';

/** Whose own text it is, in which language, and the day by which offices are held. */
export type OwnVoice = {
  readonly side: ActorId;
  readonly language?: string;
  readonly at: Date;
};

/**
 * "Ana Miralda (translated):", "The Courier:" where a line or a sentence begins: up to eight words, the last with a
 * capital. What parts the words is bounded, so that no text can make the search long.
 */
const LABEL =
  /(?<=^|\n\s{0,8}|[.!?…»”")]\s{1,8})(\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,40}(?: (?:[\p{L}\p{M}\p{N}'’-]{1,40} ){0,6}\p{Lu}[\p{L}\p{M}\p{N}.'’-]{0,40})?)(?: \([^()\n]{1,80}\))?\s?:\s/gu;

/**
 * The stretches of an official text that somebody else speaks: in a transcript or a press review, what stands
 * behind a label that does not surely name the text's own side, up to the next label.
 */
export function findOthersTurns(text: string, voice: OwnVoice, lexicon: Lexicon): readonly Span[] {
  const labels = [...text.matchAll(LABEL)];
  return labels.flatMap(({ 1: label = '', index }, place) => {
    const end = labels[place + 1]?.index ?? text.length;
    return isOwn(label, voice, lexicon) ? [] : [{ start: index, end }];
  });
}

/** Where the words begin behind a label that stands at `start` and names the text's own side; `start` where none does. */
export function behindOwnLabel(text: string, start: number, voice: OwnVoice, lexicon: Lexicon): number {
  const labelHere = new RegExp(LABEL.source, 'uy');
  labelHere.lastIndex = start;
  const found = labelHere.exec(text);
  return found?.[1] !== undefined && isOwn(found[1], voice, lexicon) ? labelHere.lastIndex : start;
}

/** An official text without what others say in it. */
export function withoutOthersTurns(text: string, voice: OwnVoice, lexicon: Lexicon): string {
  let own = '';
  let from = 0;
  for (const { start, end } of findOthersTurns(text, voice, lexicon)) {
    own += text.slice(from, start);
    from = end;
  }
  return own + text.slice(from);
}

function isOwn(label: string, { side, language, at }: OwnVoice, lexicon: Lexicon): boolean {
  const grammar = language && grammarOf(lexicon.speech, language);
  if (!grammar) return false;

  const analysis = analyse({ text: label, language }, () => language);
  const sentence = analysis.passages[0]?.sentences[0];
  if (!sentence) return false;
  const mentions = findMentions(analysis, lexicon, at).actors;
  const place = { source: { start: 0, end: label.length }, text: label, sentence, mentions };
  const means = { grammar, lexicon, at };
  if (isOfficeAlone(place, means)) return true;
  const { sides } = speakerOf(place, means);
  return sides.length === 1 && sides[0] === side;
}
