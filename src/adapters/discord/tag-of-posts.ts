import { ChannelFlags, type ForumChannel, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';

/** How a forum wants its posts tagged, and whether the bot may set also the tags that are for moderators. */
export type Tagging = {
  readonly isRequired: boolean;
  readonly tags: readonly ForumTag[];
  readonly mayModerate: boolean;
};

/** A tag as its forum has it; a moderated one is set by who manages threads (docs: resources/channel, "Forum Tag Object"). */
type ForumTag = { readonly id: string; readonly name: string; readonly moderated: boolean };

/** Which tag the bot's posts get. `none-allowed`: the forum demands one, and has none that the bot may set. */
export type TagOfPosts =
  | { readonly kind: 'not-needed' | 'none-allowed' }
  | { readonly kind: 'tag'; readonly id: string; readonly name: string };

/**
 * The tag for posts in a forum that demands one: the one that is called as the bot is, so that a desk can choose it, else
 * the first that the bot may set, in the forum's own order. A forum that demands none gets none.
 */
export function tagOfPosts({ isRequired, tags, mayModerate }: Tagging, bot: string): TagOfPosts {
  if (!isRequired) return { kind: 'not-needed' };
  const allowed = tags.filter(({ moderated }) => mayModerate || !moderated);
  const tag = allowed.find(({ name }) => isSameName(name, bot)) ?? allowed[0];
  return tag === undefined ? { kind: 'none-allowed' } : { kind: 'tag', id: tag.id, name: tag.name };
}

/** How a forum that Discord tells of wants its posts tagged, by what the bot may do there. */
export const taggingOf = (
  { flags, availableTags }: Pick<ForumChannel, 'flags' | 'availableTags'>,
  held: Readonly<PermissionsBitField> | null,
): Tagging => ({
  isRequired: flags.has(ChannelFlags.RequireTag),
  tags: availableTags,
  mayModerate: held?.has(PermissionFlagsBits.ManageThreads) === true,
});

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
