import type { Pointer, Post } from '#delivery/delivery.ts';

/**
 * Whether a line stands, or may stand, below a card that somebody had taken away: it is owed no more, but to be taken away
 * as well.
 */
export const isLeftBehind = (
  { state, message }: Pick<Pointer, 'state' | 'message'>,
  card: Pick<Post, 'state' | 'removedBy'> | undefined,
): boolean =>
  card?.state === 'cancelled' &&
  card.removedBy !== undefined &&
  (message !== undefined || MAY_STAND.has(state));

const MAY_STAND: ReadonlySet<Pointer['state']> = new Set(['unknown', 'uncertain', 'sending']);
