import type { Card } from '#card/card.ts';
import { wordsIn } from '#card/words-in.ts';

/** The card with who muted its story in the channel and until when, an ISO time; without a mute it says nothing of one. */
export function mutedCard(
  card: Card,
  mute: { readonly by: string; readonly until?: string } | undefined,
): Card {
  const { muted: _, ...open } = card;
  if (mute === undefined) return open;
  return { ...open, muted: wordsIn(card.language).mutedBy(mute.by, mute.until) };
}
