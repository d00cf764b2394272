import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import { watchSample } from '#command/watch/watch-sample.ts';
import type { Story } from '#story/story.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf, plainText } from '../plain-text.ts';

const HEADLINE = 'Macron and Putin spoke by phone on Monday';

/** A story that came before the channel began to watch its topic. */
async function anOldStory(languages?: readonly string[]) {
  const at = await aDesk(languages);
  const name = await at.report(HEADLINE);
  await at.run(watchAdd, { topic: 'Macron Putin call' });
  await at.run(watchAdd, { topic: 'Iran' });
  const story = (await at.desk.ledger.stories.findByShortName(name)) as Story;
  return { ...at, story, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

test('a sample is owed as the one card of its story, says that it is one, and is accounted for', async () => {
  await using at = await anOldStory();
  const { deliveries, subscriptions, workspaces } = at.desk.ledger;
  const reply = await at.run(watchSample, { story: at.story.shortName.toLowerCase() });
  expect(reply.kind).toBe('done');
  expect(linesOf(reply)).toEqual([`“${HEADLINE}” comes to #desk as a sample.`]);

  const post = await deliveries.findPost(channel.id, at.story.id);
  expect(post).toMatchObject({ state: 'pending', wanted: 1, shown: 0 });
  const shown = [
    ...(post?.card.about ?? []),
    ...(post?.card.footer ?? []).flat(),
    ...(post?.card.context ?? []).flat(),
  ];
  expect(plainText(shown)).toContain('A sample of what this topic brings');
  expect(plainText(shown)).toContain('Macron Putin call');
  expect(await subscriptions.countStoryStates()).toEqual({ posted: 1 });
  expect(await workspaces.listAudit(channel.workspace, 1)).toMatchObject([
    { who: 'Ana', what: 'watch sample', detail: at.story.shortName },
  ]);
});

test('a sample is posted once, and not where its card came to an end', async () => {
  await using at = await anOldStory();
  const { deliveries } = at.desk.ledger;
  const { shortName } = at.story;
  await at.run(watchSample, { story: shortName });
  const again = await at.run(watchSample, { story: shortName });
  expect(again.kind).toBe('answer');
  expect(linesOf(again)).toEqual([`${shortName} stands in #desk already.`]);

  const post = await deliveries.findPost(channel.id, at.story.id);
  if (post === undefined) throw new Error('nothing is owed');
  await deliveries.savePost({ ...post, state: 'cancelled' });
  const refused = await at.run(watchSample, { story: shortName });
  expect(refused.kind).toBe('refused');
  expect(linesOf(refused)).toEqual([`Not posted: the card of ${shortName} here: called off.`]);
});

test('a sample of a story that no watch here meets is posted, and counted for none', async () => {
  await using at = await anOldStory();
  await at.run(watchRemove, { topic: 'Macron Putin call' });
  expect((await at.run(watchSample, { story: at.story.shortName })).kind).toBe('done');
  expect(await at.desk.ledger.subscriptions.countStoryStates()).toEqual({});
});

test('a sample speaks French where the workspace does, and knows no story that is none', async () => {
  await using at = await anOldStory(['fr']);
  expect(linesOf(await at.run(watchSample, { story: 'r-none' }))[0]).toContain("Aucun dossier ne s'appelle");
  expect(linesOf(await at.run(watchSample, { story: at.story.shortName }))).toEqual([
    `« ${HEADLINE} » arrive dans #desk comme exemple.`,
  ]);
});

describe('a sample that is taken back', () => {
  const slack = { ...channel, platform: 'slack' } as const;

  async function aSample() {
    const at = await anOldStory();
    await at.desk.ledger.workspaces.saveChannel(slack);
    const ask = { channel: slack, who: 'Ana' };
    const sample = () => watchSample.run({ ...ask, options: { story: at.story.shortName } }, at.desk);
    const reply = await sample();
    const post = async () => {
      const found = await at.desk.ledger.deliveries.findPost(slack.id, at.story.id);
      if (found === undefined) throw new Error('nothing is owed');
      return found;
    };
    return { ...at, sample, reply, post };
  }

  test('is called off while it waits', async () => {
    await using at = await aSample();
    expect((await at.press(at.reply, 'Undo')).kind).toBe('done');
    expect(await at.post()).toMatchObject({ state: 'cancelled', reason: 'the sample was taken back' });
    // As if it had never been asked for: the story is not muted, and may be asked for again.
    expect(await at.desk.ledger.subscriptions.countStoryStates()).toEqual({});
    expect((await at.sample()).kind).toBe('done');
    expect(await at.post()).toMatchObject({ state: 'pending', wanted: 2, shown: 0 });
    expect(await at.desk.ledger.subscriptions.countStoryStates()).toEqual({ posted: 1 });
  });

  test('is removed where it stands', async () => {
    await using at = await aSample();
    const message = 'm1' as MessageId;
    await at.desk.ledger.deliveries.savePost({ ...(await at.post()), state: 'sent', shown: 1, message });
    expect((await at.press(at.reply, 'Undo')).kind).toBe('done');
    expect(await at.post()).toMatchObject({ state: 'pending', removedBy: 'Ana' });
    expect(await at.desk.ledger.subscriptions.countStoryStates()).toEqual({});
  });

  test('stays once news has made it the card of its story', async () => {
    await using at = await aSample();
    const real = { ...(await at.post()), shown: 2, wanted: 2, cardHash: 'without the word' };
    await at.desk.ledger.deliveries.savePost({ ...real, state: 'sent', message: 'm1' as MessageId });
    expect((await at.press(at.reply, 'Undo')).kind).toBe('refused');
    const post = await at.post();
    expect(post.state).toBe('sent');
    expect(post.removedBy).toBeUndefined();
    expect(await at.desk.ledger.subscriptions.countStoryStates()).toEqual({ posted: 1 });
  });

  test('stays while it is being sent this moment', async () => {
    await using at = await aSample();
    await at.desk.ledger.deliveries.savePost({ ...(await at.post()), state: 'sending' });
    expect((await at.press(at.reply, 'Undo')).kind).toBe('refused');
    expect((await at.post()).state).toBe('sending');
  });

  test('is not offered at a terminal, where what is printed stays', async () => {
    await using at = await anOldStory();
    expect((await at.run(watchSample, { story: at.story.shortName })).actions).toEqual([]);
  });
});
