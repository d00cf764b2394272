import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { undoOf } from '#command/undo/undo-change.ts';
import { moveCards } from '#command/watch/move-cards.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import type { ChannelId } from '#kernel/id.ts';
import { linesOf } from '../command/plain-text.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const SUMMARY = 'The leaders of Freedonia and Sylvania spoke by phone on Tuesday for an hour.';
const TOPIC = 'Freedonia Sylvania call';

const headsIn = (printed: string): readonly string[] =>
  [...printed.matchAll(/^━━ R-\w+ · (\S+(?: à jour)?)/gm)].map(([, head = '']) => head);

/** A card on the call stands in the terminal; its watch asks for more than the one of every newsroom, or not. */
async function afterFirstCard(asked: Readonly<Record<string, string>> = {}): Promise<Newsroom> {
  const room = await aNewsroom();
  await room.round();
  if (Object.keys(asked).length > 0) {
    await using open = await room.openDesk();
    const options = { topic: TOPIC, ...asked };
    await watchEdit.run({ channel: open.channel, who: 'Ana', options }, open.desk);
  }
  room.stand.publish('courier', 'c1', CALL, SUMMARY);
  expect(headsIn(await room.round())).toHaveLength(1);
  return room;
}

/** Moves the watch to another channel, which the same terminal prints, or back from there. */
async function move(room: Newsroom, way: 'there' | 'back' = 'there') {
  await using open = await room.openDesk();
  const night = { ...open.channel, id: 'night' as ChannelId, address: 'night', name: '#night' };
  await open.desk.ledger.workspaces.saveChannel(night);
  const [from, to] = way === 'there' ? [open.channel, night] : [night, open.channel];
  const ask = {
    channel: from,
    who: 'Ana',
    named: [to],
    standing: () => Promise.resolve('manages' as const),
  };
  const reply = await watchEdit.run({ ...ask, options: { topic: TOPIC, to: to.name } }, open.desk);
  return { reply, here: open.channel.id, night: night.id };
}

test('a card whose watch moved away is kept up where it stands, and gets no second one', async () => {
  await using room = await afterFirstCard();
  const { reply, here, night } = await move(room);
  expect(linesOf(reply)[0]).toMatch(/The open card stays in .* and is still updated until it is quiet\.$/);
  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
  const printed = await room.round();
  expect(headsIn(printed)).toEqual(['updated']);
  expect(printed).toContain(`topic “${TOPIC}”`);
  const { deliveries } = room.readout().ledger;
  const [story] = await room.readout().ledger.stories.listRecent({ since: new Date(0), limit: 1 });
  expect(await deliveries.findPost(here, story!.id)).toMatchObject({
    state: 'sent',
    keptFor: [{ name: TOPIC }],
  });
  expect((await deliveries.findPost(night, story!.id))?.message).toBeUndefined();
});

test('a card is moved after its watch where somebody wants that, and says where it went', async () => {
  await using room = await afterFirstCard();
  const { reply, here, night } = await move(room);
  const command = reply.actions?.find(({ label }) => label === 'Move those too')?.command ?? '';
  const press = async () => {
    await using open = await room.openDesk();
    const options = { cards: command.replace('move-cards ', '') };
    return await moveCards.run({ channel: open.channel, who: 'Ana', options }, open.desk);
  };
  expect(linesOf(await press())[0]).toBe('The card moves to #night. What stands here says where it went.');
  expect((await press()).kind).toBe('refused');
  const printed = await room.wait(1);
  expect(headsIn(printed).toSorted()).toEqual(['new', 'updated']);
  expect(printed).toContain('NOW IN ▸ #night');
  const { deliveries, stories } = room.readout().ledger;
  const [story] = await stories.listRecent({ since: new Date(0), limit: 1 });
  expect(await deliveries.findPost(night, story!.id)).toMatchObject({ state: 'sent' });

  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
  expect(headsIn(await room.round())).toEqual(['updated']);
  expect((await deliveries.findPost(here, story!.id))?.card.status).toMatchObject([
    { text: 'NOW IN ▸ #night' },
  ]);
});

test('what is new after the move goes to the other channel alone', async () => {
  await using room = await afterFirstCard();
  const { night } = await move(room);
  await room.wait(60 * 24 * 4);
  room.stand.publish('courier', 'c9', CALL, SUMMARY);
  expect(headsIn(await room.round())).toEqual(['new']);
  const stories = await room.readout().ledger.stories.listRecent({ since: new Date(0), limit: 9 });
  const posts = await Promise.all(
    stories.map(({ id }) => room.readout().ledger.deliveries.findPost(night, id)),
  );
  expect(posts.filter((post) => post?.message !== undefined)).toHaveLength(1);
});

test('a card whose watch was removed is not kept up', async () => {
  await using room = await afterFirstCard();
  await using open = await room.openDesk();
  await watchRemove.run({ channel: open.channel, who: 'Ana', options: { topic: TOPIC } }, open.desk);
  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
  expect(headsIn(await room.round())).toEqual([]);
});

test('a card that is kept up is told in the languages that its watch wanted', async () => {
  await using room = await afterFirstCard({ languages: 'fr' });
  await move(room);
  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
  const printed = await room.round();
  expect(headsIn(printed)).toEqual(['mise à jour']);
  expect(printed).toContain(`sujet « ${TOPIC} »`);
});

test('a card is kept up again where the watch that came back is sent away by an undo', async () => {
  await using room = await afterFirstCard();
  await move(room);
  const { here, reply } = await move(room, 'back');
  await using open = await room.openDesk();
  const token =
    reply.actions?.find(({ command }) => command.startsWith('undo '))?.command.slice('undo '.length) ?? '';
  await undoOf(() => commands).run({ channel: open.channel, who: 'Ana', options: { token } }, open.desk);
  const { deliveries, stories } = room.readout().ledger;
  const [story] = await stories.listRecent({ since: new Date(0), limit: 1 });
  expect(await deliveries.findPost(here, story!.id)).toMatchObject({ keptFor: [{ name: TOPIC }] });
});

test('a watch that comes back takes its cards up again, and with it they end', async () => {
  await using room = await afterFirstCard();
  await move(room);
  const { here } = await move(room, 'back');
  const { deliveries, stories } = room.readout().ledger;
  const [story] = await stories.listRecent({ since: new Date(0), limit: 1 });
  expect(await deliveries.findPost(here, story!.id)).not.toHaveProperty('keptFor');
  room.stand.publish('palace', 'p1', `${CALL} on Tuesday`, 'Both sides called the talk useful.');
  expect(headsIn(await room.round())).toEqual(['updated']);

  await using open = await room.openDesk();
  await watchRemove.run({ channel: open.channel, who: 'Ana', options: { topic: TOPIC } }, open.desk);
  room.stand.publish('herald', 'h1', `${CALL} again on Tuesday`, 'Both leaders thanked each other.');
  expect(headsIn(await room.round())).toEqual([]);
});
