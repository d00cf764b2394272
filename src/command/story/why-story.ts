import { timeOf } from '#article/article.ts';
import { listed } from '#card/counted.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import { tellEvidence } from '#command/story/tell-evidence.ts';
import { whyNot } from '#command/story/why-not.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { storyWordsIn } from '#command/words/story-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Pointer, Post } from '#delivery/delivery.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { Match } from '#match/match.ts';
import type { Story } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { explainTopic } from '#topic/explain-topic.ts';
import { parseQuery } from '#topic/parse-query.ts';

/** More would be a wall of text; the first ones are why the card came. */
const MOST_TOPICS = 3;
const MOST_ARTICLES = 10;

/** Why a story stands in this channel: the words that met its topics, and what became of its card; or why it does not. */
export async function whyStory(story: Story, ask: Ask, desk: Desk): Promise<Reply> {
  const { ledger } = desk;
  const words = await wordsFor(ask, desk);
  const articles = await ledger.stories.articlesOf(story.id);
  const watches = await ledger.subscriptions.listForStory(ask.channel.id, story.id);
  const post = await ledger.deliveries.findPost(ask.channel.id, story.id);
  if (watches.length === 0 && post === undefined)
    return whyNot(await ledger.articles.findMany(articles.slice(0, MOST_ARTICLES)), ask, desk);

  const { notThisEvent, wrongSide } = storyWordsIn(words.language).actions;
  const matches = await ledger.stories.matchesOf(articles);
  const reasons = watches.slice(0, MOST_TOPICS).map((watch) => tellWatch(watch, matches, words, desk));
  return {
    kind: 'answer',
    lines: [
      ...(await Promise.all(reasons)).flat(),
      ...(post === undefined ? await tellStates(story, ask, words, desk) : await tellPost(post, words, desk)),
    ],
    actions: [
      { label: words.actions.seeStory, command: `story show ${story.shortName}` },
      { label: notThisEvent, command: `story hide ${story.shortName} what:articles` },
      { label: wrongSide, command: `story hide ${story.shortName} what:statements` },
    ],
  };
}

/** The first article that met the topic is the one it began with: matches come in order of arrival. */
async function tellWatch(
  { topic, name, createdAt }: Subscription,
  matches: readonly Match[],
  { language, why }: ReplyWords,
  { ledger, lexicon, catalogue }: Desk,
): Promise<readonly Phrase[]> {
  const watched = why.watched(name, createdAt);
  const match = matches.find((one) => one.topic === topic && one.tier === 'strong');
  const article = match && (await ledger.articles.find(match.article));
  if (match === undefined || article === undefined) return [watched];

  const parsed = parseQuery(name, lexicon);
  const parts = parsed.kind === 'topic' ? explainTopic(parsed.topic, lexicon, language).parts : [];
  const found = tellEvidence(match.evidence, parts, why);
  const outlet = catalogue.outlet(article.outlet)?.name ?? article.outlet;
  return [
    why.because(found, outlet, timeOf(article)),
    ...(match.status === 'happened' ? [] : [why.toldAs[match.status]]),
    watched,
  ];
}

/** Where a story stands that met a topic and has no card yet: held, waiting, told in a digest, muted. */
async function tellStates(
  { id }: Story,
  { channel }: Ask,
  { why, storyStates }: ReplyWords,
  { ledger }: Desk,
): Promise<readonly Phrase[]> {
  const states = await ledger.subscriptions.storyStatesOf(channel.id, id);
  const told = new Set([...states.values()].map((state) => storyStates[state]));
  return [...told].map(why.storyStands);
}

async function tellPost(
  post: Post,
  { language, why, deliveryStates }: ReplyWords,
  { ledger, lexicon }: Desk,
): Promise<readonly Phrase[]> {
  if (post.postedAt === undefined) return [why.cardStands(deliveryStates[post.state])];

  const pointers = await ledger.deliveries.pointersOf(post.channel, post.story);
  const edits = pointers
    .filter(({ state }) => state === 'sent')
    .flatMap((pointer) => {
      const change = changeOf(pointer, why.changes);
      if (change === undefined) return [];
      const who = change.subjects.map((one) => shownName(one as ActorId, lexicon, language));
      return [{ at: pointer.dueAt, why: why.changes[change.kind](listed(who, why.and)) }];
    });
  return [why.posted(post.postedAt, edits)];
}

type Kind = keyof ReplyWords['why']['changes'];

/**
 * A change's key names its kind and its subjects: "denied:norland", "side-spoke:norland+surland". Other lines, such as
 * of a closed card, are no changes.
 */
function changeOf(
  { change }: Pointer,
  changes: ReplyWords['why']['changes'],
): { readonly kind: Kind; readonly subjects: readonly string[] } | undefined {
  const [kind = '', subject = ''] = change.split(':');
  return Object.hasOwn(changes, kind) ? { kind: kind as Kind, subjects: subject.split('+') } : undefined;
}
