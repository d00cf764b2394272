import type { Composing } from '#card/composing.ts';
import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import { labelOf, quotedWords } from '#card/quote-of.ts';
import type { Correction, Withdrawal } from '#story/story.ts';

/** What stood on the card and no longer does, struck through, with from when to when it stood. */
export function takenOff(composing: Composing): readonly Phrase[] {
  const { account } = composing;
  return [
    ...account.corrections.map((correction) => correctedWords(correction, composing)),
    ...(account.withdrawals ?? []).flatMap((withdrawal) => withdrawnWords(withdrawal, composing)),
  ];
}

function correctedWords(
  { side, stoodFrom, takenOffAt, ...correction }: Correction,
  composing: Composing,
): Phrase {
  const { words, nameOf, statementOf } = composing;
  const statement = statementOf(correction.statement);
  const stood = statement
    ? `${nameOf(side)} · ${labelOf(statement, composing)}: ${quotedWords(statement, composing)}`
    : words.aQuotation;
  return [...words.stoodUnder(nameOf(side), stoodFrom, takenOffAt), text(stood, 'struck')];
}

function withdrawnWords({ stood, at }: Withdrawal, { words }: Composing): readonly Phrase[] {
  return stood ? [[...words.stoodHere(stood.from, at), text(stood.words, 'struck')]] : [];
}
