import type { Phrase, Piece } from '#card/phrase.ts';

type Style = Extract<Piece, { kind: 'text' }>['style'];
type Shape = Extract<Piece, { kind: 'time' }>['shape'];

/** Words to show, as data. */
export const text = (words: string, style?: Style): Piece =>
  style === undefined ? { kind: 'text', text: words } : { kind: 'text', text: words, style };

/** A moment, shown in the reader's zone. */
export const time = (at: string, shape: Shape = 'time'): Piece => ({ kind: 'time', at, shape });

/** The number of a source: `[3]`. */
export const source = (number: number): Piece => ({ kind: 'source', number });

/** A person, by their platform's own id. */
export const person = (id: string): Piece => ({ kind: 'person', id });

/** A role or user group, by their platform's own id. */
export const group = (id: string): Piece => ({ kind: 'group', id });

/** The words of a platform for a channel, one and several, in French. */
export type SalonWords = readonly [one: string, many: string];

/** What most platforms call a channel in French. */
export const SALON: SalonWords = ['salon', 'salons'];

/** The same piece, where it is the French word for a channel as plain words. */
export const withSalon = (
  piece: Piece,
  [one, many]: SalonWords = SALON,
): Exclude<Piece, { kind: 'salon' }> =>
  piece.kind === 'salon'
    ? { kind: 'text', text: piece.isMany ? many : one, ...(piece.style && { style: piece.style }) }
    : piece;

/** A moment is written in about so many characters. */
const TIME_LENGTH = 16;

/** How many characters a phrase takes, about: platforms write moments and people in ways of their own. */
export const writtenLength = (phrase: Phrase): number =>
  phrase.reduce((length, piece) => length + (piece.kind === 'text' ? piece.text.length : TIME_LENGTH), 0);

/** Phrases in one line, kept apart by a middle dot; empty ones leave no trace. */
export function inOneLine(phrases: readonly Phrase[]): Phrase {
  return phrases
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase, index) => (index === 0 ? phrase : [text(' · '), ...phrase]));
}
