import type { EventTypeId } from '#lexicon/event.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** The event that most articles tell of; among equals the one told first. Events long past are background. */
export function mainEventOf(articles: readonly ArticleFacts[]): EventTypeId | undefined {
  const told = new Map<EventTypeId, number>();
  for (const { fingerprint } of articles) {
    const current = fingerprint.events.filter(({ status }) => status !== 'past').map(({ event }) => event);
    for (const event of new Set(current)) told.set(event, (told.get(event) ?? 0) + 1);
  }
  return [...told].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Whether any article has the event as more than something that did not take place. */
export const isClaimed = (event: EventTypeId, articles: readonly ArticleFacts[]): boolean =>
  articles.some(({ fingerprint }) =>
    fingerprint.events.some((told) => told.event === event && told.status !== 'denied'),
  );
