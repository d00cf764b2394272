import type { Phrase } from '#card/phrase.ts';
import { withSalon } from '#card/phrase-of.ts';
import type { Reply } from '#command/command.ts';

/** A phrase as bare words; times as they are stored. */
export const plainText = (phrase: Phrase): string =>
  phrase
    .map((one) => {
      const piece = withSalon(one);
      switch (piece.kind) {
        case 'text':
          return piece.text;
        case 'time':
          return piece.at;
        case 'source':
          return `[${piece.number}]`;
        case 'person':
        case 'group':
          return piece.id;
      }
    })
    .join('');

/** A reply's lines as bare words. */
export const linesOf = ({ lines }: Reply): readonly string[] => lines.map(plainText);
