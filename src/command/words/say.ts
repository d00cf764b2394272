import type { Phrase, Piece } from '#card/phrase.ts';
import { group as groupPiece, person as personPiece, text, time as timePiece } from '#card/phrase-of.ts';

/** What may stand inside a sentence: words and numbers as data, or pieces that are ready. */
export type Said = string | number | Phrase;

/**
 * A sentence as a phrase: ``say`**Nothing on “${topic}”** since ${time(at)}.` `` Only the sentence's own ** make words
 * strong; what is put into it is data and stays as it is. Its own “salon” is what its reader's platform calls a channel.
 */
export function say(sentence: TemplateStringsArray, ...values: readonly Said[]): Phrase {
  const pieces: Piece[] = [];
  let isStrong = false;
  for (const [index, own] of sentence.entries()) {
    for (const [part, words] of own.split('**').entries()) {
      if (part > 0) isStrong = !isStrong;
      pieces.push(...ownWords(words, isStrong));
    }
    const value = values[index];
    if (value !== undefined) pieces.push(...inStyle(value, isStrong));
  }
  return pieces;
}

/** A time of day. */
export const time = (at: string): Phrase => [timePiece(at)];

/** A day. */
export const day = (at: string): Phrase => [timePiece(at, 'date')];

/** A day with its time. */
export const dayAndTime = (at: string): Phrase => [timePiece(at, 'date-time')];

/** Who did something, by the platform's own id of them; nobody is called by it. */
export const person = (id: string): Phrase => [personPiece(id)];

/** Roles or user groups, by the platform's own ids of them; none is called by it. */
export const groups = (ids: readonly string[]): Phrase =>
  joined(
    ids.map((id) => [groupPiece(id)]),
    ', ',
  );

/** Words to be typed or copied. */
export const typed = (words: string): Phrase => [text(words, 'code')];

/** Phrases in a row, `between` them. */
export const joined = (phrases: readonly Phrase[], between: string): Phrase =>
  phrases.flatMap((phrase, index) => (index === 0 ? phrase : [text(between), ...phrase]));

/** Of our own words alone the French one for a channel is ours to choose: in a topic or a headline it may be any salon. */
function ownWords(words: string, isStrong: boolean): Phrase {
  return words.split(/(?<!\p{L})(salons?)(?!\p{L})/u).flatMap((part, index) => {
    if (index % 2 === 0) return inStyle(part, isStrong);
    return [{ kind: 'salon', isMany: part === 'salons', ...(isStrong && { style: 'strong' as const }) }];
  });
}

function inStyle(value: Said, isStrong: boolean): Phrase {
  if (typeof value === 'object') return value;
  const words = String(value);
  return words === '' ? [] : [text(words, isStrong ? 'strong' : undefined)];
}
