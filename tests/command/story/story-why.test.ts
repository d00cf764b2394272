import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import { linkKey } from '#article/identity-keys.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Desk } from '#command/command.ts';
import { readAgain } from '#command/feed/read-again.ts';
import { storyWhy, whyCard } from '#command/story/story-why.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import type { Pointer } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { FeedId } from '#feed/feed.ts';
import type { ChannelId } from '#kernel/id.ts';
import { matchArticle } from '#match/match-article.ts';
import { TopicIndex } from '#match/topic-index.ts';
import type { Story } from '#story/story.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { aPost, desk as channel, NOON } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const CALL = 'Macron Putin call';
const LINK = 'https://wire.example/1?utm_source=chat';

/** A report that the journey matched with a watch of the channel, and whose card it posted at 11:41. */
async function aPostedStory(title: string) {
  const at = await aDesk();
  await at.run(watchAdd, { topic: CALL });
  const shortName = await at.report(title);
  const story = (await at.desk.ledger.stories.findByShortName(shortName)) as Story;
  await matchAgain(story, CALL, at.desk);
  const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
  if (watch === undefined) throw new Error('nothing is watched');
  await at.desk.ledger.subscriptions.setStoryState(watch.id, story.id, 'posted', at.desk.clock());
  const post = aPost({
    key: postKey(channel, story.id),
    story: story.id,
    state: 'sent',
    shown: 1,
    message: 'm1' as MessageId,
    postedAt: '2026-03-02T11:41:00.000Z',
  });
  await at.desk.ledger.deliveries.savePost(post);
  return { ...at, story, post, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

async function matchAgain({ firstArticle }: Story, query: string, desk: Desk): Promise<void> {
  const article = await desk.ledger.articles.find(firstArticle);
  const parsed = parseQuery(query, desk.lexicon);
  if (article === undefined || parsed.kind === 'problem') throw new Error('nothing to match');
  const index = new TopicIndex(desk.lexicon);
  index.add(parsed.topic);
  await desk.ledger.stories.saveMatches(matchArticle(readAgain(article, desk), index, desk.lexicon));
}

const sentPointer = (story: Story, change: string, dueAt: string): Pointer => ({
  key: change as DeliveryKey,
  channel: channel.id,
  story: story.id,
  change,
  line: [],
  state: 'sent',
  plannedAt: dueAt,
  dueAt,
  attempts: 0,
});

/** A link to one message, as Slack writes it. */
const linkIn = (address: string) => `<https://desk.slack.com/archives/${address}/p1772452800123456>`;

describe('why a story stands here', () => {
  test('is told by the words that met the topic, and by what its card went through', async () => {
    await using at = await aPostedStory('Macron and Putin spoke by phone on Monday');
    const { deliveries } = at.desk.ledger;
    await deliveries.savePointer(sentPointer(at.story, 'side-spoke:france', '2026-03-02T11:46:00.000Z'));
    await deliveries.savePointer(
      sentPointer(at.story, 'confirmed:france+russia', '2026-03-02T11:46:30.000Z'),
    );
    await deliveries.savePointer(sentPointer(at.story, 'card-closed:grey', '2026-03-02T11:47:00.000Z'));
    const failed = sentPointer(at.story, 'denied:russia', '2026-03-02T11:48:00.000Z');
    await deliveries.savePointer({ ...failed, state: 'dead' });

    const reply = await at.run(storyWhy, { story: at.story.shortName.toLowerCase() });
    expect(linesOf(reply)).toEqual([
      'Because the title has “Macron”, “Putin” and “spoke by phone” (phone call). (World Wire, 2026-03-02T11:00:00.000Z)',
      'Topic “Macron Putin call”, watched since 2026-03-02T12:00:00.000Z.',
      "Posted 2026-03-02T11:41:00.000Z because: first report; edited 2026-03-02T11:46:00.000Z because: France's account; edited 2026-03-02T11:46:30.000Z because: France and Russian Federation's own text.",
    ]);
  });

  test('is told by the button of its card, only in the channel of the card', async () => {
    await using at = await aPostedStory('Macron and Putin spoke by phone on Monday');
    const ask = { channel, who: 'Ana', options: {} };
    expect(linesOf(await whyCard(at.post.key, ask, at.desk))[0]).toContain('Because the title has');

    const elsewhere: ChannelRef = { ...channel, id: 'elsewhere' as ChannelId };
    const refused = await whyCard(at.post.key, { ...ask, channel: elsewhere }, at.desk);
    expect(linesOf(refused)).toEqual(['This card is not known here any more.']);
    const unheardOf = await whyCard('unheard-of' as DeliveryKey, ask, at.desk);
    expect(unheardOf.kind).toBe('refused');
  });

  test('is told for a link to its card, only in the channel of the card', async () => {
    await using at = await aPostedStory('Macron and Putin spoke by phone on Monday');
    const { message: _, ...post } = at.post;
    const message = '1772452800.123456' as MessageId;
    await at.desk.ledger.deliveries.savePost({ ...post, message });
    expect(linesOf(await at.run(storyWhy, { story: linkIn('desk') }))[0]).toContain('Because the title has');

    const elsewhere = await at.run(storyWhy, { story: linkIn('night') });
    expect(linesOf(elsewhere)).toEqual(['That message stands in another channel. Ask there.']);
    const other = await at.run(storyWhy, { story: linkIn('desk').replace('456>', '789>') });
    expect(linesOf(other)).toEqual(['This card is not known here any more.']);
  });

  test('says how the event is told where it did not simply happen', async () => {
    await using at = await aPostedStory('Macron and Putin to hold a phone call next week');
    expect(linesOf(await at.run(storyWhy, { story: at.story.shortName }))[1]).toBe(
      'It tells of something planned, not of something that happened.',
    );
  });

  test('says where the story stands for the topic while no card is owed', async () => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: CALL });
    const name = await at.report('Macron and Putin spoke by phone on Monday');
    const story = (await at.desk.ledger.stories.findByShortName(name)) as Story;
    await matchAgain(story, CALL, at.desk);
    const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
    if (watch === undefined) throw new Error('nothing is watched');
    await at.desk.ledger.subscriptions.setStoryState(watch.id, story.id, 'waiting', at.desk.clock());
    const lines = linesOf(await at.run(storyWhy, { story: name }));
    expect(lines[0]).toMatch(/^Because the title has/);
    expect(lines.at(-1)).toBe('The story stands here as: waiting.');
  });

  test('is told for a link of one of its reports', async () => {
    await using at = await aPostedStory('Macron and Putin spoke by phone on Monday');
    const key = linkKey(LINK) ?? '';
    const { firstArticle, shortName } = at.story;
    await at.desk.ledger.articles.remember([{ feed: 'feed' as FeedId, key, article: firstArticle }], NOON);
    const lines = linesOf(await at.run(storyWhy, { story: LINK }));
    expect(lines[0]).toBe(`This report belongs to the story ${shortName}.`);
    expect(lines[1]).toMatch(/^Because the title has/);
  });

  test('says where its card stands when it has not been posted', async () => {
    await using at = await aPostedStory('Macron and Putin spoke by phone on Monday');
    await at.desk.ledger.deliveries.savePost(aPost({ ...at.post, state: 'dead', shown: 0 }));
    const { postedAt: _, message: __, ...neverPosted } = at.post;
    await at.desk.ledger.deliveries.savePost({ ...neverPosted, state: 'dead', shown: 0 });
    const reply = await at.run(storyWhy, { story: at.story.shortName });
    expect(linesOf(reply).at(-1)).toBe('Its card here: given up.');
  });
});

/** Stores a report that was seen under the link, written in another way. */
async function keepLink(title: string, at: Awaited<ReturnType<typeof aDesk>>): Promise<void> {
  const story = await at.desk.ledger.stories.findByShortName(await at.report(title));
  const article = story?.firstArticle as ArticleId;
  const key = linkKey('http://wire.example/1') ?? '';
  await at.desk.ledger.articles.remember([{ feed: 'feed' as FeedId, key, article }], at.desk.clock());
}

describe('why a link does not stand here', () => {
  const lines = async (title: string, watched: readonly string[]) => {
    await using at = await aDesk();
    for (const topic of watched) await at.run(watchAdd, { topic });
    await keepLink(title, at);
    return linesOf(await at.run(storyWhy, { story: `link:${LINK}` }));
  };

  test('is told by what the nearest topic would have needed', async () => {
    expect(await lines('Macron and Putin dine', ['Iran truce', CALL])).toEqual([
      'Not posted: the title has “Macron” and “Putin”, but nothing on phone call.',
      'Nearest topic here: “Macron Putin call”, watched since 2026-03-02T12:00:00.000Z.',
      'It is on hand under news search.',
    ]);
  });

  test('shows words that look like the event and are none', async () => {
    expect((await lines('Macron and Starmer call on Putin to accept terms', [CALL])).slice(0, 2)).toEqual([
      'Not posted: the title has “Macron” and “Putin”, but nothing on phone call.',
      '“call on Putin to accept” looks like it, and is no phone call.',
    ]);
  });

  test.each([
    [
      'somebody else speaking for one',
      "Putin's envoy phoned Macron",
      CALL,
      "“Putin's” tells of somebody or something of Vladimir Putin's, not of Vladimir Putin",
    ],
    [
      'others having done it',
      'Macron spoke by phone with Starmer about Putin',
      CALL,
      'it tells of others in “spoke by phone”',
    ],
    ['its being long past', 'Three years ago Macron phoned Putin', CALL, '“phoned” is told as long past'],
    [
      'who did it to whom',
      'Iran threatened Putin',
      'Putin threatens Iran',
      '“threatened” is told the other way round',
    ],
  ])('is told by %s', async (_what, title, topic, told) => {
    const [first] = await lines(title, [topic]);
    expect(first).toMatch(/^Not posted: the title has /);
    expect(first).toContain(`, but ${told}.`);
  });

  test.each([
    ['what the topic leaves out', 'Iran football talks', ['Iran -football'], 'which the topic leaves out'],
    ['where it comes from', 'Iran holds talks', ['Iran kind:official'], 'the topic asks for kind:official'],
    ['its age', 'Iran holds talks', ['Iran'], 'was old news when it was first seen here'],
    ['another subject', 'A farm fair opens', ['Iran'], 'it has no part of any topic'],
    ['nothing being watched', 'Iran holds talks', [], 'this channel watches nothing'],
  ])('is told by %s', async (_why, title, watched, told) => {
    expect((await lines(title, watched))[0]).toContain(told);
  });

  test('is told by the pause of a watch', async () => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: 'Iran' });
    const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
    if (watch === undefined) throw new Error('nothing is watched');
    await at.desk.ledger.subscriptions.update({ ...watch, isPaused: true });
    await keepLink('Iran holds talks', at);
    const [id] = await at.desk.ledger.articles.findByKey(linkKey(LINK) ?? '');
    const article = id && (await at.desk.ledger.articles.find(id));
    if (article === undefined) throw new Error('nothing is kept');
    const fresh = { ...article, edition: 2, isArchive: false, seenAt: watch.createdAt };
    await at.desk.ledger.articles.save(fresh, 'read');
    expect(linesOf(await at.run(storyWhy, { story: LINK }))[0]).toBe(
      'Not posted: it meets the topic, but that is paused here.',
    );
  });

  test('says that a link was never seen', async () => {
    await using at = await aDesk();
    expect(linesOf(await at.run(storyWhy, { story: 'https://other.example/' }))).toEqual([
      'Not posted: https://other.example/ stood in no feed that we read, or too long ago.',
    ]);
  });

  test('says that an article was held back with its feed', async () => {
    await using at = await aDesk();
    await keepLink('Iran holds talks', at);
    const [id] = await at.desk.ledger.articles.findByKey(linkKey(LINK) ?? '');
    await at.desk.ledger.articles.setState(id as ArticleId, 'parked', { at: at.desk.clock() });
    expect(linesOf(await at.run(storyWhy, { story: LINK }))[0]).toContain(
      'its feed suddenly brought much anew',
    );
  });

  test('is told in French where the workspace speaks it', async () => {
    await using at = await aDesk(['fr']);
    await at.run(watchAdd, { topic: CALL });
    const story = await at.report('Macron and Putin dine');
    const [first] = linesOf(await at.run(storyWhy, { story }));
    expect(first).toBe(
      'Non publié : le titre contient « Macron » et « Putin » (Poutine), mais rien sur phone call.',
    );
  });
});

test('why takes a link under its own name, as Discord offers it, and asks for one or the other', async () => {
  await using at = await aDesk();
  expect(linesOf(await at.run(storyWhy, { link: 'https://other.example/' }))[0]).toContain(
    'stood in no feed',
  );
  const reply = await at.run(storyWhy);
  expect(reply.kind).toBe('refused');
  expect(linesOf(reply)).toEqual(['Still missing: story. Type story why [STORY] [LINK].']);
  await using french = await aDesk(['fr']);
  expect(linesOf(await french.run(storyWhy))[0]).toMatch(/^Élément manquant : dossier\. /);
});

test('why says what a short name looks like when there is none', async () => {
  await using at = await aDesk();
  expect(linesOf(await at.run(storyWhy, { story: 'r-none' }))[0]).toContain('No story is called “R-NONE”.');
});
