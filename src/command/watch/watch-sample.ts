import type { Card } from '#card/card.ts';
import { cardHash } from '#card/card-hash.ts';
import type { Action } from '#channel/action.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { namedStory } from '#command/story/named-story.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyOption } from '#command/story/story-option.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { readingsOf } from '#command/watch/readings-of.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Post } from '#delivery/delivery.ts';
import { oweCard } from '#delivery/owe-card.ts';
import { hasEnded } from '#delivery/plan-post.ts';
import { wasTakenBack } from '#delivery/sample-taken-back.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { Story } from '#story/story.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { parseQuery } from '#topic/parse-query.ts';

/**
 * `watch sample R-7K2Q`: the card of a story that came before the watch, in the channel, said to be a sample. It is the
 * story's one card there from then on: news of it changes that card, and takes the word "sample" off.
 */
export const watchSample: Command = {
  path: ['watch', 'sample'],
  pathInFrench: ['veille', 'exemple'],
  description: {
    en: 'Post the card of a story here, as a sample of what a topic brings',
    fr: 'Publier ici la fiche d’un dossier, comme exemple de ce qu’apporte un sujet',
  },
  options: [storyOption],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const named = await namedStory(ask.options['story'] ?? '', ask, desk);
    if (named.kind === 'none') return named.reply;
    const { story } = named;

    const watches = await watchesMetBy(story, ask, desk);
    const [card] = await storyCards(
      [story],
      ask.channel,
      { ...desk, note: [words.watch.sample.note, desk.note].filter(Boolean).join(' ') },
      { topics: watches.map((watch) => watch.name) },
    );
    if (card === undefined) throw new Error(`There is no card of the story ${story.shortName}.`);
    const { existing, undo } = await post({ story, card, watches }, ask, desk);
    return existing === undefined
      ? { ...isComing(card, ask, words), actions: undo }
      : standsHere(existing, story, ask, words);
  },
};

/** The channel's watches whose topic the story meets today. */
async function watchesMetBy(story: Story, { channel }: Ask, desk: Desk): Promise<readonly Subscription[]> {
  const { ledger, lexicon } = desk;
  const watches = await ledger.subscriptions.listByChannel(channel.id);
  const index = new TopicIndex(lexicon);
  for (const { topic, name } of watches) {
    const parsed = parseQuery(name, lexicon);
    if (parsed.kind === 'topic') index.add({ ...parsed.topic, id: topic });
  }
  const met = new Set<string>();
  for await (const { read } of readingsOf(await ledger.stories.articlesOf(story.id), desk)) {
    for (const { topic, tier } of matchArticle(read, index, lexicon)) if (tier === 'strong') met.add(topic);
  }
  return watches.filter(({ topic }) => met.has(topic));
}

/** Writes down that the card is owed; gives the post that is there already, if there is one, or how to take it back. */
async function post(
  sample: { readonly story: Story; readonly card: Card; readonly watches: readonly Subscription[] },
  ask: Ask,
  desk: Desk,
): Promise<{ readonly existing: Post | undefined; readonly undo: readonly Action[] }> {
  const { story, card, watches } = sample;
  const { channel } = ask;
  const made = await makeChange('watch sample', ask, desk, async ({ deliveries, subscriptions }, now) => {
    const existing = await deliveries.findPost(channel.id, story.id);
    if (existing !== undefined && !wasTakenBack(existing)) return undefined;
    const states = await subscriptions.storyStatesOf(channel.id, story.id);
    const stood = watches.map(({ id }) => {
      const state = states.get(id);
      return { watch: id, ...(state !== undefined && { state }) };
    });
    const hash = cardHash(card);
    await oweCard(deliveries, { channel, story: story.id, card, cardHash: hash, changes: [], now });
    for (const { id } of watches) await subscriptions.setStoryState(id, story.id, 'posted', now);
    return {
      result: undefined,
      detail: story.shortName,
      // What a terminal printed stays.
      ...(channel.platform !== 'terminal' && {
        inverse: {
          kind: 'remove-sample',
          channel: channel.id,
          story: story.id,
          by: ask.who,
          cardHash: hash,
          stood,
        },
      }),
    };
  });
  return made === undefined
    ? { existing: await desk.ledger.deliveries.findPost(channel.id, story.id), undo: [] }
    : { existing: undefined, undo: made.undo };
}

const isComing = ({ headline }: Card, { channel }: Ask, { watch }: ReplyWords): Reply => ({
  kind: 'done',
  lines: [watch.sample.isComing(headline, channel.name)],
});

function standsHere(
  existing: Post,
  { shortName }: Story,
  { channel }: Ask,
  { watch, deliveryStates }: ReplyWords,
): Reply {
  if (hasEnded(existing))
    return { kind: 'refused', lines: [watch.sample.hasEnded(shortName, deliveryStates[existing.state])] };
  return { kind: 'answer', lines: [watch.sample.standsAlready(shortName, channel.name)] };
}
