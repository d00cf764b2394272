import {
  type APIMessage,
  type APIThreadChannel,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import { findMessage } from '#adapters/discord/sending/find-message.ts';
import { findPost } from '#adapters/discord/sending/find-post.ts';
import type { KnownChannel } from '#adapters/discord/sending/known-channels.ts';
import {
  lineContent,
  once,
  plainCard,
  type Said,
  saidDigest,
  saidLine,
  wholeCard,
} from '#adapters/discord/sending/message-bodies.ts';
import { onceEdited } from '#adapters/discord/sending/once-edited.ts';
import { threadOf } from '#adapters/discord/sending/open-thread.ts';
import {
  isAboutClosing,
  outcomeOfBeginningPost,
  outcomeOfEditingPost,
  outcomeOfOpeningPost,
  outcomeOfSayingInPost,
} from '#adapters/discord/sending/outcome-in-post.ts';
import { outcomeOfAsking } from '#adapters/discord/sending/outcome-of-error.ts';
import { removeInThread } from '#adapters/discord/sending/remove-in-thread.ts';
import { removePost } from '#adapters/discord/sending/remove-post.ts';
import { tagOfPosts } from '#adapters/discord/tag-of-posts.ts';
import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { withSalon } from '#card/phrase-of.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, EditOutcome, MessageId, Messenger, SendOutcome } from '#channel/messenger.ts';
import { HOUR_MS } from '#kernel/clock.ts';

/** Docs: resources/channel, "Start Thread in Forum or Media Channel". */
const LONGEST_NAME = 100;
/** What a post is called whose words hold nothing that is seen: Discord takes no empty name. */
const UNNAMED = '…';
/** Our clock may be wrong by the hours between two zones; a look too far back finds nothing wrong. */
const LOOK_BACK_MS = 26 * HOUR_MS;
/** How many posts that stand, or may stand, are remembered while this process lives. */
const REMEMBERED = 2_000;

/** What the messenger of forums needs; `known`: on which server a forum is, and how it wants its posts tagged. */
export type ForumMeans = {
  readonly rest: REST;
  readonly botId: string;
  readonly botName: string;
  readonly known: (address: string) => Promise<Pick<KnownChannel, 'server' | 'tagging'>>;
};

/** A messenger's ways to say something, without what is the same everywhere on its platform. */
export type ForumMessenger = Omit<Messenger, 'platform' | 'keyHoldsForMs'>;

/** A new post: what it is called, and what its first message says. */
type NewPost = { readonly name: string; readonly said: Said; readonly isLine?: true };

/**
 * Posts each card as a post of a forum, a thread whose first message it is; lines about it stand in that thread. A forum
 * looks at no nonce: what this process has posted is remembered, and what got no answer is looked for before it is
 * posted again, so that a key is posted once here too. A closed post is opened for an edit; one that people locked is not.
 */
export function forumMessenger(means: ForumMeans): ForumMessenger {
  const { rest, botId, known } = means;
  const posted = new Map<DeliveryKey, MessageId>();
  const doubted = new Set<DeliveryKey>();

  const post = async (forum: ChannelRef, key: DeliveryKey, what: NewPost): Promise<SendOutcome> => {
    const standing = posted.get(key);
    if (standing !== undefined) return { kind: 'sent', message: standing };
    const outcome = doubted.has(key)
      ? await postUnlessThere(means, forum, key, what)
      : await begin(means, forum, what);
    if (outcome.kind === 'sent') posted.set(key, outcome.message);
    if (outcome.kind === 'unknown') doubted.add(key);
    else doubted.delete(key);
    for (const remembered of [posted, doubted]) forgetOldest(remembered);
    return outcome;
  };

  return {
    create: async (forum, card, key, mention) => {
      const what = { name: nameOf(card.headline), said: plainCard(card, key, mention) };
      const created = await post(forum, key, what);
      if (created.kind !== 'sent') return created;
      return onceEdited(created, await edit(rest, created.message, card, key));
    },

    edit: (_forum, message, card, key) => edit(rest, message, card, key),

    remove: (_forum, message, card) => {
      if (card !== undefined) return removeInThread(rest, card, message);
      // What is posted under its key from now on is another post.
      for (const [key, standing] of posted) if (standing === message) posted.delete(key);
      return removePost(rest, botId, message);
    },

    reply: (_forum, message, line, key, view) => sayIn(rest, message, once(key, saidLine(line, view))),

    digest: async (forum, card, key) => {
      const { server } = await known(forum.address);
      const linkTo = (post: string) => `https://discord.com/channels/${server}/${post}`;
      return post(forum, key, { name: nameOf(card.plain), said: saidDigest(card, key, linkTo) });
    },

    say: (forum, { line, actions }, key, view) =>
      post(forum, key, { name: nameOf(plainWords(line)), said: saidLine(line, view, actions), isLine: true }),

    findByKey: (forum, key, since, said) => {
      if (said === undefined) return findPost(means, forum, { since, key });
      const { line, view, others = [] } = said;
      const sought = { since, content: lineContent(line, view), others };
      return said.answers === undefined
        ? findPost(means, forum, sought)
        : findMessage(rest, botId, threadOf(forum, said.answers), sought);
    },
  };
}

/** A name knows no marks, and no times in the reader's own zone. */
const nameOf = (text: string): string => cutLabel(text, LONGEST_NAME) || UNNAMED;

const plainWords = (line: Phrase): string =>
  line
    .map((piece) => withSalon(piece))
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');

/** What a post is looked for by: a line has no button that holds its key. */
const soughtBy = (key: DeliveryKey, { said, isLine }: NewPost) =>
  isLine === true ? { content: said.content ?? '' } : { key };

function forgetOldest(remembered: Map<DeliveryKey, MessageId> | Set<DeliveryKey>): void {
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

async function postUnlessThere(
  means: ForumMeans,
  forum: ChannelRef,
  key: DeliveryKey,
  what: NewPost,
): Promise<SendOutcome> {
  const since = new Date(Date.now() - LOOK_BACK_MS);
  const found = await findPost(means, forum, { since, ...soughtBy(key, what) });
  switch (found.kind) {
    case 'found':
      return { ...found, kind: 'sent' };
    case 'absent':
      return begin(means, forum, what);
    // It was asked for once: that it did not come is not known.
    case 'later':
    case 'cannot-know':
      return { kind: 'unknown', detail: found.detail };
  }
}

/** Where a tag is demanded and none may be set, Discord says so itself. */
async function begin(
  { rest, botName, known }: ForumMeans,
  { address }: ChannelRef,
  { name, said }: NewPost,
): Promise<SendOutcome> {
  const channel = await known(address).catch(outcomeOfAsking);
  if ('kind' in channel) return channel;
  const tag = channel.tagging && tagOfPosts(channel.tagging, botName);
  const body = {
    name,
    auto_archive_duration: ThreadAutoArchiveDuration.ThreeDays,
    message: said,
    ...(tag?.kind === 'tag' && { applied_tags: [tag.id] }),
  };
  try {
    const { id } = (await rest.post(Routes.threads(address), { body })) as APIThreadChannel;
    return { kind: 'sent', message: id as MessageId };
  } catch (error) {
    return outcomeOfBeginningPost(error);
  }
}

async function edit(rest: REST, post: MessageId, card: Card, key: DeliveryKey): Promise<EditOutcome> {
  try {
    return await show(rest, post, card, key);
  } catch (error) {
    return isAboutClosing(error) ? openAndEdit(rest, post, card, key) : outcomeOfEditingPost(error);
  }
}

async function openAndEdit(rest: REST, post: MessageId, card: Card, key: DeliveryKey): Promise<EditOutcome> {
  try {
    await rest.patch(Routes.channel(post), { body: { archived: false } });
  } catch (error) {
    return outcomeOfOpeningPost(error);
  }
  try {
    return await show(rest, post, card, key);
  } catch (error) {
    return outcomeOfEditingPost(error);
  }
}

/** A post's first message has the post's own id. */
async function show(rest: REST, post: MessageId, card: Card, key: DeliveryKey): Promise<EditOutcome> {
  await rest.patch(Routes.channelMessage(post, post), { body: wholeCard(card, key) });
  return { kind: 'sent', message: post };
}

/** Sending opens a closed post by itself (docs: topics/threads, "Active & Archived Threads"). */
async function sayIn(
  rest: REST,
  post: MessageId,
  body: RESTPostAPIChannelMessageJSONBody,
): Promise<SendOutcome> {
  try {
    const { id } = (await rest.post(Routes.channelMessages(post), { body })) as APIMessage;
    return { kind: 'sent', message: id as MessageId };
  } catch (error) {
    return outcomeOfSayingInPost(error);
  }
}
