import { messageOfLink } from '#channel/message-of-link.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { findLivingStory, findStory } from '#command/story/find-story.ts';
import { linkedPost } from '#command/story/linked-post.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Story } from '#story/story.ts';

/** A link as people type it, and as Slack writes it: `<https://…|…>`. */
const LINK = /^<?(https?:\/\/[^\s|>]+)/i;

/** The story that somebody named, or how to mend what they typed. */
export type NamedStory =
  | { readonly kind: 'story'; readonly story: Story }
  | { readonly kind: 'none'; readonly reply: Reply };

/** The story named by its short name, or by a link to its card, or to a line under it, in this channel. */
export async function namedStory(typed: string, ask: Ask, desk: Desk): Promise<NamedStory> {
  const named = typed.trim();
  const link = LINK.exec(named)?.[1];
  const linked = link === undefined ? undefined : messageOfLink(link);
  if (linked === undefined) {
    const story = await findStory(named, ask.channel.workspace, desk);
    if (story !== undefined) return { kind: 'story', story };
    const words = await wordsFor(ask, desk);
    return none(words.noSuchStory(named.toUpperCase()));
  }
  const { why } = await wordsFor(ask, desk);
  const found = await linkedPost(linked, ask, desk);
  if (found.kind === 'elsewhere') return none(why.cardElsewhere);
  const story = found.kind === 'here' ? await findLivingStory(found.post.story, desk) : undefined;
  return story === undefined ? none(why.noSuchCard) : { kind: 'story', story };
}

const none = (line: Reply['lines'][number]): NamedStory => ({
  kind: 'none',
  reply: { kind: 'refused', lines: [line] },
});
