import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { MessageId } from '#channel/messenger.ts';
import type { Standing } from '#command/standing.ts';
import { moveCards, movingOf } from '#command/watch/move-cards.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { ChannelId } from '#kernel/id.ts';
import { aPost, desk as terminal } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf, plainText } from '../plain-text.ts';

const TOPIC = 'Macron Putin call';
const here: ChannelRef = { ...terminal, platform: 'slack', address: 'C1' };
const night: ChannelRef = { ...here, id: 'night' as ChannelId, address: 'C2', name: '#night' };

/** A card that its watch left behind when it moved to `#night`. */
async function aCardLeft(languages = ['en']) {
  const at = await aDesk(languages);
  const { ledger } = at.desk;
  for (const channel of [here, night]) await ledger.workspaces.saveChannel(channel);
  await watchAdd.run({ channel: night, who: 'Ana', options: { topic: TOPIC } }, at.desk);
  const [watch] = await ledger.subscriptions.listByChannel(night.id);
  const shortName = await at.report('Macron and Putin spoke by phone on Monday');
  const story = (await ledger.stories.findByShortName(shortName))!;
  const post = aPost({
    key: postKey(here, story.id),
    story: story.id,
    state: 'sent',
    shown: 1,
    message: 'm1' as MessageId,
    keptFor: [{ topic: watch!.topic, name: TOPIC }],
  });
  await ledger.deliveries.savePost(post);
  const mute = { channel: night.id, story: story.id, by: 'Ana', at: at.desk.clock().toISOString() };
  await ledger.subscriptions.saveMute(mute);
  const [, ...carried] = movingOf(watch!.id, [shortName]).split(' ');
  const press = (standing: Standing) =>
    moveCards.run(
      {
        channel: here,
        who: 'Ana',
        options: { cards: carried.join(' ') },
        standing: () => Promise.resolve(standing),
      },
      at.desk,
    );
  const posts = () => Promise.all([here, night].map(({ id }) => ledger.deliveries.findPost(id, story.id)));
  return { ...at, watch: watch!, story, press, posts };
}

describe('“Move those too”', () => {
  test('posts the card where its watch went, and has the old one say so', async () => {
    await using at = await aCardLeft();
    expect(linesOf(await at.press('manages'))).toEqual([
      'The card moves to #night. What stands here says where it went.',
    ]);
    const [left, gone] = await at.posts();
    expect(left).toMatchObject({ state: 'pending', card: { status: [{ text: 'NOW IN ▸ #night' }] } });
    expect(left).not.toHaveProperty('keptFor');
    // Composed anew: what else the channel that it leaves watches is not said in the other.
    expect(gone).toMatchObject({ state: 'pending', card: { story: at.story.shortName } });
    expect(plainText(gone?.card.about ?? [])).toContain(`topic “${TOPIC}”`);
    const { subscriptions, workspaces } = at.desk.ledger;
    expect(await subscriptions.findMute(night.id, at.story.id)).toBeUndefined();
    expect(await subscriptions.storyStatesOf(night.id, at.story.id)).toEqual(
      new Map([[at.watch.id, 'posted']]),
    );
    expect(await workspaces.listAudit(here.workspace, 1)).toMatchObject([
      { what: 'move-cards', detail: TOPIC },
    ]);
  });

  test.each(['takes-part', 'sees', 'sees-not'] as const)(
    'moves nothing into a channel that who presses does not manage: %s',
    async (standing) => {
      await using at = await aCardLeft();
      expect(linesOf(await at.press(standing))[0]).toContain('a channel that you manage');
      const [left, gone] = await at.posts();
      expect(left).toMatchObject({ state: 'sent', keptFor: [{ name: TOPIC }] });
      expect(gone).toBeUndefined();
    },
  );

  test('leaves a card that another topic of the channel wants where it is, and counts it not', async () => {
    await using at = await aCardLeft();
    await watchAdd.run({ channel: here, who: 'Ana', options: { topic: 'Macron' } }, at.desk);
    const [other] = await at.desk.ledger.subscriptions.listByChannel(here.id);
    await at.desk.ledger.subscriptions.setStoryState(other!.id, at.story.id, 'posted', at.desk.clock());
    expect(linesOf(await at.press('manages'))[0]).toContain('another topic here wants them');
    const [left, gone] = await at.posts();
    expect(left).toMatchObject({ state: 'sent', keptFor: [{ name: TOPIC }] });
    expect(gone).toBeUndefined();
    expect(await at.desk.ledger.subscriptions.findMute(night.id, at.story.id)).toBeDefined();
  });

  test('lets a mute stand that others set in the other channel', async () => {
    await using at = await aCardLeft();
    const { subscriptions } = at.desk.ledger;
    const ofNadia = { channel: night.id, story: at.story.id, by: 'Nadia', at: '2026-03-01T08:00:00.000Z' };
    await subscriptions.saveMute(ofNadia);
    expect(linesOf(await at.press('manages'))[0]).toContain('in #night somebody muted their stories');
    expect(await subscriptions.findMute(night.id, at.story.id)).toEqual(ofNadia);
    expect((await at.posts()).map((post) => post?.state)).toEqual(['sent', undefined]);
  });

  test('announces no card as moved that people removed from the other channel', async () => {
    await using at = await aCardLeft();
    const removed = aPost({
      key: postKey(night, at.story.id),
      channel: night.id,
      story: at.story.id,
      state: 'cancelled',
      shown: 1,
      message: 'm2' as MessageId,
      removedBy: 'Nadia',
    });
    await at.desk.ledger.deliveries.savePost(removed);
    expect((await at.press('manages')).kind).toBe('refused');
    expect(await at.posts()).toMatchObject([
      { state: 'sent', keptFor: [{ name: TOPIC }] },
      { state: 'cancelled' },
    ]);
  });

  test('moves a card once', async () => {
    await using at = await aCardLeft();
    await at.press('manages');
    expect((await at.press('manages')).kind).toBe('refused');
  });

  test('is told in French', async () => {
    await using at = await aCardLeft(['fr']);
    expect(linesOf(await at.press('manages'))[0]).toContain('La fiche passe dans #night.');
  });
});
