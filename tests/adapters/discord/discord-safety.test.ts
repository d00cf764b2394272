import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../command/a-desk.ts';
import type { Seen } from '../../simulators/discord/people.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

const ben = { user: 'Ben', channel: 'desk' };

/** Real commands over a database, in which Ben watches a topic. */
async function aWatchingDesk() {
  const at = await aDesk();
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const newsroom = await aConnectedNewsroom({ receive });
  const { people, world } = newsroom.discord;
  const added = told(await people.slash('watch add', { topic: 'Iran' }, ben));
  const channel = channelRef(newsroom.discord, 'desk');
  return {
    discord: newsroom.discord,
    people,
    added,
    watches: () => at.desk.ledger.subscriptions.listByChannel(channel.id),
    /** Somebody takes away the role by which Ben manages the server. */
    dismissBen: () => {
      for (const guild of world.guilds.values())
        world.guilds.set(guild.id, {
          ...guild,
          members: guild.members.map((member) =>
            member.user.name === 'Ben' ? { ...member, roles: [] } : member,
          ),
        });
    },
    async [Symbol.asyncDispose]() {
      await newsroom[Symbol.asyncDispose]();
      await at[Symbol.asyncDispose]();
    },
  };
}

function told(seen: Seen) {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return { text: seen.text, id: seen.message.id };
}

test('T04 a form is refused when it is sent by somebody who manages no longer', async () => {
  await using at = await aWatchingDesk();
  const form = await at.people.press(at.added.id, 'Change', ben);
  expect(form.kind).toBe('form');
  at.dismissBen();
  const seen = told(await at.people.submit(form, { urgent: 'yes' }, ben));
  expect(seen.text).toMatch(/manage.*E-/);
  expect((await at.watches())[0]).not.toHaveProperty('isUrgent');
});

test('T04 who manages no longer can take back what they did themselves, and nothing else', async () => {
  await using at = await aWatchingDesk();
  at.dismissBen();
  await expect(at.people.slash('watch remove', { topic: 'Iran' }, ben)).rejects.toThrow(
    'Ben is not shown /watch',
  );
  expect(told(await at.people.press(at.added.id, 'Undo', ben)).text).toContain('**Taken back\\:**');
  expect(await at.watches()).toEqual([]);
});

test('T08 a press that Discord sends twice is carried out once', async () => {
  await using at = await aWatchingDesk();
  at.discord.faults.add({ kind: 'send-twice', on: 'INTERACTION_CREATE' });
  expect(told(await at.people.press(at.added.id, 'Undo', ben)).text).toContain('**Taken back\\:**');
  expect(await at.watches()).toEqual([]);
});

test('T08 a form that Discord sends twice is carried out once', async () => {
  await using at = await aWatchingDesk();
  const form = await at.people.press(at.added.id, 'Change', ben);
  at.discord.faults.add({ kind: 'send-twice', on: 'INTERACTION_CREATE' });
  const seen = told(await at.people.submit(form, { urgent: 'yes' }, ben));
  expect(seen.text).toContain('Iran');
  expect((await at.watches())[0]).toMatchObject({ isUrgent: true });
});
