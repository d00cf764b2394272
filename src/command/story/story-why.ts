import type { StoredArticle } from '#article/article-store.ts';
import { linkKey } from '#article/identity-keys.ts';
import { type LinkedMessage, messageOfLink } from '#channel/message-of-link.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Ask, Command, Desk, Option, Reply } from '#command/command.ts';
import { findLivingStory, findStory } from '#command/story/find-story.ts';
import { linkedPost } from '#command/story/linked-post.ts';
import { nothingNamed } from '#command/story/nothing-named.ts';
import { channelOfCard } from '#command/story/story-asked.ts';
import { cardOption } from '#command/story/story-option.ts';
import { whyDigest } from '#command/story/why-digest.ts';
import { whyNot } from '#command/story/why-not.ts';
import { whyStory } from '#command/story/why-story.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Post } from '#delivery/delivery.ts';
import type { Story } from '#story/story.ts';

/** A link as people type it, and as Slack writes it: `<https://…|…>`. */
const LINK = /^<?(https?:\/\/[^\s|>]+)/i;

const byShortName: Option = {
  ...cardOption,
  description: { en: 'Its short name, such as R-7K2Q', fr: 'Son nom court, par exemple R-7K2Q' },
};

/** `story why R-7K2Q` or `story why https://…`: why a story, a card or an article stands in this channel, or why it does not. */
export const storyWhy: Command = {
  path: ['story', 'why'],
  pathInFrench: ['dossier', 'pourquoi'],
  description: {
    en: 'Why a story stands here, or why a link does not',
    fr: 'Pourquoi un dossier est ici, ou pourquoi un lien n’y est pas',
  },
  options: [
    byShortName,
    {
      name: 'link',
      nameInFrench: 'lien',
      description: { en: 'The link of an article, or of a card', fr: 'Le lien d’un article, ou d’une fiche' },
      kind: 'text',
      isRequired: false,
    },
  ],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const { story: shortName, link: pasted } = ask.options;
    const named = (shortName ?? pasted ?? '').trim().replace(/^link:/i, '');
    if (named === '') return nothingNamed(storyWhy, ask, desk);
    const link = LINK.exec(named)?.[1];
    const linked = link === undefined ? undefined : messageOfLink(link);
    if (linked !== undefined) return whyMessage(linked, ask, desk);
    if (link !== undefined) return whyLink(link, ask, desk);

    const story = await findStory(named, ask.channel.workspace, desk);
    if (story !== undefined) return whyStory(story, { ...ask, channel: channelOfCard(story, ask) }, desk);
    const words = await wordsFor(ask, desk);
    return { kind: 'refused', lines: [words.noSuchStory(named.toUpperCase())] };
  },
};

/** Why the card with this key, of one story or of many, stands in this channel. A key of another channel is not known here. */
export async function whyCard(key: DeliveryKey, ask: Ask, desk: Desk): Promise<Reply> {
  const { deliveries, digests } = desk.ledger;
  const post = await deliveries.findPostByKey(key);
  if (post?.channel === ask.channel.id) return whyPost(post, ask, desk);
  const digest = post === undefined ? await digests.find(key) : undefined;
  return digest?.channel === ask.channel.id ? whyDigest(digest, ask, desk) : whyPost(undefined, ask, desk);
}

/** Why the card, or the line under a card, that this message is stands in this channel. */
async function whyMessage(linked: LinkedMessage, ask: Ask, desk: Desk): Promise<Reply> {
  const { why } = await wordsFor(ask, desk);
  const found = await linkedPost(linked, ask, desk);
  return found.kind === 'elsewhere'
    ? { kind: 'refused', lines: [why.cardElsewhere] }
    : whyPost(found.kind === 'here' ? found.post : undefined, ask, desk);
}

async function whyPost(post: Post | undefined, ask: Ask, desk: Desk): Promise<Reply> {
  const story = post && (await findLivingStory(post.story, desk));
  if (story !== undefined) return whyStory(story, ask, desk);
  const words = await wordsFor(ask, desk);
  return { kind: 'refused', lines: [words.why.noSuchCard] };
}

async function whyLink(link: string, ask: Ask, desk: Desk): Promise<Reply> {
  const { why } = await wordsFor(ask, desk);
  const stored = await findByLink(link, ask, desk);
  if (stored === undefined) return { kind: 'answer', lines: [why.neverSeen(link)] };
  if (stored.state === 'parked') return { kind: 'answer', lines: [why.isHeldBack] };
  if (stored.state === 'unread') return { kind: 'answer', lines: [why.isUnread] };

  const { article } = stored;
  const id = await desk.ledger.stories.storyOf(article.id);
  const story = id && (await findLivingStory(id, desk));
  if (story === undefined || !(await isHere(story, ask, desk))) return whyNot([article], ask, desk);
  const reply = await whyStory(story, ask, desk);
  return { ...reply, lines: [why.isPartOf(story.shortName), ...reply.lines] };
}

/** Whether the channel has its card, or will hear of it. */
async function isHere({ id }: Story, { channel }: Ask, { ledger }: Desk): Promise<boolean> {
  if ((await ledger.deliveries.findPost(channel.id, id)) !== undefined) return true;
  return (await ledger.subscriptions.listForStory(channel.id, id)).length > 0;
}

async function findByLink(
  link: string,
  { channel }: Ask,
  { ledger }: Desk,
): Promise<StoredArticle | undefined> {
  const key = linkKey(link);
  if (key === undefined) return undefined;
  const seen = await ledger.articles.findByKey(key, channel.workspace);
  const [stored] = await ledger.articles.findStored(seen);
  return stored;
}
