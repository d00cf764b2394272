import type { Card } from '#card/card.ts';
import type { Desk } from '#command/command.ts';
import { storyCards } from '#command/story/story-cards.ts';
import type { Destination } from '#delivery/take-along.ts';
import type { StoryId } from '#story/story.ts';

/**
 * The cards of these stories as the channel where a watch went is to see them: by that topic, whatever others the channel
 * that it left watches.
 */
export async function cardsThere(
  ids: readonly StoryId[],
  { watch, channel }: Destination,
  desk: Desk,
): Promise<ReadonlyMap<StoryId, Card>> {
  const found = await Promise.all(ids.map((id) => desk.ledger.stories.find(id)));
  const stories = found.flatMap((story) => story ?? []);
  const cards = await storyCards(stories, channel, desk, { topics: [watch.name] });
  return new Map(stories.flatMap(({ id }, place) => (cards[place] ? [[id, cards[place]]] : [])));
}
