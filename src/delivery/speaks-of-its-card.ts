/** How the change of a line begins which says that the card above it can be edited no more. */
export const CARD_CLOSED = 'card-closed:';
/** How the change of a line begins which says that the card above it could not be removed. */
export const NOT_REMOVED = 'not-removed:';

/** Whether a line speaks of the card above it, not of its story: it is said there or nowhere. */
export const speaksOfItsCard = (change: string): boolean =>
  change.startsWith(CARD_CLOSED) || change.startsWith(NOT_REMOVED);
