import { describe, expect, test } from 'vitest';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import { cardMenu, menuOf } from '#command/button/card-menu.ts';
import type { Reply } from '#command/command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Story } from '#story/story.ts';
import { aPost, desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const TOPIC = 'Macron Putin call';

/** A card that stands in the channel, of a story that met its topic. */
async function aCardHere(languages = ['en']) {
  const at = await aDesk(languages);
  await at.run(watchAdd, { topic: TOPIC });
  const shortName = await at.report('Macron and Putin spoke by phone on Monday');
  const story = (await at.desk.ledger.stories.findByShortName(shortName)) as Story;
  const key = postKey(channel, story.id);
  const post = aPost({ key, story: story.id, state: 'sent', shown: 1, message: 'm1' as MessageId });
  await at.desk.ledger.deliveries.savePost(post);
  const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
  if (watch === undefined) throw new Error('nothing is watched');
  await at.desk.ledger.subscriptions.setStoryState(watch.id, story.id, 'posted', at.desk.clock());
  return { ...at, key, post, shortName, watch };
}

const labelsOf = ({ actions = [] }: Reply): readonly string[] => actions.map(({ label }) => label);

describe('the menu of a card', () => {
  test('offers all that those who manage can do about it here', async () => {
    await using at = await aCardHere();
    const reply = await at.run(cardMenu, { key: at.key });
    expect(linesOf(reply)[0]).toContain(`${at.post.card.headline} · ${at.shortName}`);
    expect(labelsOf(reply)).toEqual([
      'Mute this story',
      'Not this event',
      'Wrong side',
      'Digest only: Macron Putin call',
      'Who said what',
      'History',
      'Remove this card',
    ]);
  });

  test('mutes the story, and then offers to hear of it again', async () => {
    await using at = await aCardHere();
    const muted = await at.press(await at.run(cardMenu, { key: at.key }), 'Mute this story');
    expect(muted.kind).toBe('done');
    const again = await at.run(cardMenu, { key: at.key });
    expect(linesOf(again)[1]).toContain('muted here');
    expect((await at.press(again, 'Hear of it again')).kind).toBe('done');
  });

  test('speaks French where the workspace does', async () => {
    await using at = await aCardHere(['fr']);
    const reply = await at.run(cardMenu, { key: at.key });
    expect(labelsOf(reply)).toContain('Taire ce dossier');
  });

  test('of a card that nobody knows any more is kindly refused', async () => {
    await using at = await aCardHere();
    const reply = await at.run(cardMenu, { key: 'unknown' });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)).toEqual(['This card is not known here any more.']);
    expect(labelsOf(reply)).toHaveLength(1);
  });

  test('of a card in another channel tells nothing of it', async () => {
    await using at = await aCardHere();
    const elsewhere = { ...channel, id: 'elsewhere' as ChannelId, name: '#elsewhere' };
    await at.desk.ledger.workspaces.saveChannel(elsewhere);
    const ask = { channel: elsewhere, who: 'Ana', options: { key: at.key } };
    const reply = await cardMenu.run(ask, at.desk);
    expect(reply).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(reply)).not.toContain(at.shortName);
  });
});

test('what stands on the button is the command of its menu', () => {
  expect(menuOf('abc' as DeliveryKey)).toBe('card abc');
});
