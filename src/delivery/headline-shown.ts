import type { Headed } from '#card/headed.ts';
import type { Post } from '#delivery/delivery.ts';

/**
 * The headline under which a channel was first shown a story: people know the card by it, so it stays, however much
 * better a later one is. None where nothing was sent yet, or the channel reads another language first by now.
 */
export function headlineShown(post: Post | undefined, languages: readonly string[]): Headed | undefined {
  if (post === undefined || (post.firstSentAt === undefined && post.message === undefined)) return undefined;
  return post.card.language === languages[0] ? post.card.headed : undefined;
}
