import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Command, Desk } from '#command/command.ts';
import { type NamedStory, namedStory } from '#command/story/named-story.ts';
import { nothingNamed } from '#command/story/nothing-named.ts';
import type { Story } from '#story/story.ts';

/** The story that a look-up is about, or how to mend what was typed. */
export async function storyAsked(command: Command, ask: Ask, desk: Desk): Promise<NamedStory> {
  const typed = ask.options['story'] ?? '';
  if (typed.trim() !== '') return namedStory(typed, ask, desk);
  return { kind: 'none', reply: await nothingNamed(command, ask, desk) };
}

/** Where the card of this story is looked for: in the thread of that card it is the channel in which it stands. */
export const channelOfCard = ({ id }: Story, { card, channel }: Ask): ChannelRef =>
  card?.story.id === id ? card.channel : channel;
