import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId } from '#channel/messenger.ts';
import type { Ask } from '#command/command.ts';
import { moveCards } from '#command/watch/move-cards.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import type { Post } from '#delivery/delivery.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { StoryState } from '#subscription/subscription.ts';
import { aPost, desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf, plainText } from '../plain-text.ts';

const CALL = 'Macron Putin call';
const night: ChannelRef = { ...channel, id: 'night' as ChannelId, address: 'C2', name: '#night' };
const AT_NIGHT: Pick<Ask, 'named' | 'standing'> = { named: [night], standing: async () => 'manages' };

/** A channel that watches the call and is owed, or has, the card of a story on it. */
async function owed(differing: Partial<Post>, state: StoryState, languages = ['en']) {
  const at = await aDesk(languages);
  const { deliveries, stories, subscriptions, workspaces } = at.desk.ledger;
  await workspaces.saveChannel(night);
  await at.run(watchAdd, { topic: CALL });
  const [watch] = await subscriptions.listByChannel(channel.id);
  const shortName = await at.report('Macron and Putin spoke by phone on Monday');
  const story = (await stories.findByShortName(shortName))!;
  const inChannel = ({ id }: ChannelRef) => deliveries.findPost(id, story.id);
  const save = (where: ChannelRef, post: Partial<Post>) =>
    deliveries.savePost(
      aPost({ ...post, key: postKey(where, story.id), channel: where.id, story: story.id }),
    );
  await save(channel, differing);
  await subscriptions.setStoryState(watch!.id, story.id, state, at.desk.clock());
  const move = (also: Ask['options'] = {}) =>
    watchEdit.run(
      { channel, who: 'Ana', options: { topic: CALL, to: '#night', ...also }, ...AT_NIGHT },
      at.desk,
    );
  const stateIn = async (where: ChannelRef) => [
    ...(await subscriptions.storyStatesOf(where.id, story.id)).values(),
  ];
  return { ...at, story, inChannel, save, move, stateIn };
}

const HELD = { state: 'held', heldFor: 'digest', dueAt: '2026-03-02T18:00:00.000Z' } as const;
const SHOWN = { state: 'sent', shown: 1, message: 'm1' as MessageId } as const;

describe('moving a watch', () => {
  test('takes along what it was holding, and says so', async () => {
    await using at = await owed(HELD, 'held');
    expect(linesOf(await at.move())).toEqual([
      '“Macron Putin call” moves to #night. New stories go there.',
      'A card that it was holding goes along, and is told in #night by the rules there.',
    ]);
    expect(await at.inChannel(channel)).toMatchObject({ state: 'cancelled' });
    const there = await at.inChannel(night);
    expect(there).toMatchObject({ state: 'pending', channel: night.id, card: { story: at.story.shortName } });
    expect(plainText(there?.card.about ?? [])).toContain('topic “Macron Putin call”');
    expect(there?.heldFor).toBeUndefined();
    expect(await at.stateIn(night)).toEqual(['posted']);
  });

  test('brings back what it took along when it is undone', async () => {
    await using at = await owed(HELD, 'held');
    await at.press(await at.move(), 'Undo');
    expect(await at.inChannel(channel)).toMatchObject({ state: 'pending' });
    expect(await at.inChannel(night)).toMatchObject({ state: 'cancelled' });
    expect(await at.stateIn(channel)).toEqual(['held']);
  });

  test('says what it was holding that the other channel has muted', async () => {
    await using at = await owed(HELD, 'held', ['fr']);
    const mute = { channel: night.id, story: at.story.id, by: 'Nadia', at: '2026-03-01T08:00:00.000Z' };
    await at.desk.ledger.subscriptions.saveMute(mute);
    expect(linesOf(await at.move())[1]).toBe(
      "Une fiche qui attendait est abandonnée : dans #night, quelqu'un a tu son dossier ou retiré sa fiche.",
    );
    expect(await at.inChannel(night)).toBeUndefined();
    expect(await at.stateIn(night)).toEqual(['muted']);
  });

  test('keeps the one card that the other channel has of what it was holding', async () => {
    await using at = await owed(HELD, 'held');
    await at.save(night, { ...SHOWN, cardHash: 'as its own watches want it' });
    await at.move();
    expect(await at.inChannel(night)).toMatchObject({
      state: 'sent',
      cardHash: 'as its own watches want it',
    });
    expect(await at.stateIn(night)).toEqual(['joined']);
  });

  test('offers to move no card that another topic of the channel wants', async () => {
    await using at = await owed(SHOWN, 'posted');
    await at.run(watchAdd, { topic: 'Macron' });
    const { subscriptions } = at.desk.ledger;
    const other = (await subscriptions.listByChannel(channel.id)).find(({ name }) => name === 'Macron');
    await subscriptions.setStoryState(other!.id, at.story.id, 'joined', at.desk.clock());
    const reply = await at.move();
    expect(linesOf(reply)[0]).toContain('The open card stays in #desk');
    expect(reply.actions?.map(({ label }) => label)).toEqual(['Undo']);
  });

  test('is undone no more once a card has gone after it', async () => {
    await using at = await owed(SHOWN, 'posted');
    await at.save(night, SHOWN);
    const reply = await at.move();
    const command = reply.actions?.find(({ label }) => label === 'Move those too')?.command ?? '';
    const options = { cards: command.replace('move-cards ', '') };
    await moveCards.run({ channel, who: 'Ana', options, standing: async () => 'manages' }, at.desk);
    expect(await at.inChannel(channel)).toMatchObject({ card: { status: [{ text: 'NOW IN ▸ #night' }] } });
    expect((await at.press(reply, 'Undo')).kind).toBe('refused');
    expect(await at.desk.ledger.subscriptions.listByChannel(night.id)).toHaveLength(1);
  });
});
