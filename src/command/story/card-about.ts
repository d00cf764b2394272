import type { Ask, Desk } from '#command/command.ts';
import type { Found } from '#command/find-command.ts';
import type { About } from '#command/inbound.ts';
import { findLivingStory } from '#command/story/find-story.ts';

/** What a question is about without naming it: a card of ours, or a message that is none. */
export type CardAbout = Pick<Ask, 'card' | 'isOfNoCard'>;

/** The card at which, or in whose thread, something is asked; nothing where it is asked anywhere else. */
export async function cardAbout(about: About | undefined, desk: Desk): Promise<CardAbout> {
  if (about === undefined) return {};
  for (const { channel, message } of about.messages) {
    const post = await desk.ledger.deliveries.findPostByMessage(channel.id, message);
    const story = post && (await findLivingStory(post.story, desk));
    if (story !== undefined) return { card: { story, channel } };
  }
  return about.isChosen === true ? { isOfNoCard: true } : {};
}

/** The same command about the story of that card, where it takes one and nothing was named. */
export function withStoryOf({ card }: CardAbout, found: Found): Found {
  if (card === undefined || found.kind !== 'command') return found;
  const { command, options } = found;
  const meant = command.options.find(({ isOfCard }) => isOfCard === true);
  const isNamed = command.options.some(
    ({ kind, name }) => kind === 'text' && (options[name] ?? '').trim() !== '',
  );
  if (meant === undefined || isNamed) return found;
  return { ...found, options: { ...options, [meant.name]: card.story.shortName } };
}
