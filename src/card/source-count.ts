import type { Card } from '#card/card.ts';

/** Of how many articles a card is made, named or not. */
export const sourceCount = ({ sources, moreSources = 0 }: Pick<Card, 'sources' | 'moreSources'>): number =>
  sources.length + moreSources;
