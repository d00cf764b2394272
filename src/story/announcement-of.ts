import type { EventTypeId } from '#lexicon/event.ts';
import type { Statement } from '#statement/statement.ts';
import type { Announcement, SideAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** All place the event ahead, and a side says so itself; a plan that only unnamed sources tell of is reported. */
export function announcementOf(
  event: EventTypeId | undefined,
  sides: readonly SideAccount[],
  articles: readonly ArticleFacts[],
): Announcement | undefined {
  const told = articles.flatMap(({ fingerprint }) => fingerprint.events.filter((one) => one.event === event));
  if (told.length === 0 || told.some(({ status }) => status !== 'planned')) return undefined;
  const held = new Set(sides.flatMap(({ statements }) => statements.map(({ statement }) => statement)));
  const isAnnounced = articles.some(({ fingerprint, statements }) => {
    const isOnEvent = fingerprint.events.some((one) => one.event === event);
    return isOnEvent && statements.some((said) => held.has(said.id) && standsAtHead(said));
  });
  if (!isAnnounced) return undefined;
  const [day, ...others] = new Set(told.flatMap(({ on }) => on ?? []));
  return day === undefined || others.length > 0 ? {} : { for: day };
}

/** What another outlet has further down may concern something else. */
const standsAtHead = ({ place, hand }: Statement): boolean => hand === 'own' || place !== 'text';
