import type { Phrase } from '#card/phrase.ts';

/**
 * The card as one plain sentence, for notifications, screen readers and lock screens. The status stands without
 * its times, which no platform could put into the reader's zone here.
 */
export function plainSentence(card: {
  readonly headline: string;
  readonly outlet: string;
  readonly status: Phrase;
}): string {
  return [card.headline, card.outlet, statusWords(card.status)].filter((part) => part !== '').join(' · ');
}

/** The words in capitals alone, in small letters; names keep theirs. */
function statusWords(status: Phrase): string {
  const strong = status.flatMap((piece) =>
    piece.kind === 'text' && piece.style === 'strong' ? [piece.text] : [],
  );
  return strong
    .join(' ')
    .trim()
    .replaceAll(/(?<!\p{L})\p{Lu}[\p{Lu}'’]+(?!\p{L})/gu, (word) => word.toLowerCase());
}
