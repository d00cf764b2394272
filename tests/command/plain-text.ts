import type { Phrase } from '#card/phrase.ts';
import type { Reply } from '#command/command.ts';

/** A phrase as bare words; times as they are stored. */
export const plainText = (phrase: Phrase): string =>
  phrase
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      return piece.kind === 'time' ? piece.at : `[${piece.number}]`;
    })
    .join('');

/** A reply's lines as bare words. */
export const linesOf = ({ lines }: Reply): readonly string[] => lines.map(plainText);
