import type { Card, CardSide } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';

/** The numbers of the sources that words on the card rest on; the other sources only tell the same. */
export function citedNumbers(card: Card): ReadonlySet<number> {
  const sides = [...card.sides, ...(card.others ? [card.others] : [])];
  const phrases = [card.about, card.status, ...card.takenOff, ...card.context, ...card.footer];
  return new Set([
    ...card.summary.map(({ source }) => source),
    ...phrases.flatMap(numbersIn),
    ...sides.flatMap(numbersOfSide),
  ]);
}

const numbersOfSide = ({ quotes, silence = [] }: CardSide): readonly number[] => [
  ...quotes.flatMap(({ source, label, mark = [] }) => [source, ...numbersIn(label), ...numbersIn(mark)]),
  ...numbersIn(silence),
];

const numbersIn = (phrase: Phrase): readonly number[] =>
  phrase.flatMap((piece) => (piece.kind === 'source' ? [piece.number] : []));
