import { timeOf } from '#article/article.ts';
import type { EventTypeId } from '#lexicon/event.ts';
import type { Statement } from '#statement/statement.ts';
import type { Denial, SideAccount } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';

/** The first denial of the event by a party to it, in words that the account holds. */
export function denialOf(
  sides: readonly SideAccount[],
  event: EventTypeId | undefined,
  articles: readonly ArticleFacts[],
): Denial | undefined {
  const parties = sides.map(({ side }) => side);
  const held = new Set(sides.flatMap(({ statements }) => statements.map(({ statement }) => statement)));
  for (const one of articles) {
    const denial = one.statements.find((said) => held.has(said.id) && deniesEvent(said, one, event));
    const by = denial?.sides.find((side) => parties.includes(side));
    if (by !== undefined) return { by, at: timeOf(one.article), article: one.article.id };
  }
  return undefined;
}

/** A denial further down may concern something else; one at the head of an article on the event concerns the event. */
function deniesEvent(
  { denies, place }: Statement,
  { fingerprint }: ArticleFacts,
  event: EventTypeId | undefined,
): boolean {
  if (!denies || place === 'text') return false;
  const told = fingerprint.events.filter((one) => one.event === event);
  return told.length === 0 || told.some(({ status }) => status === 'denied');
}
