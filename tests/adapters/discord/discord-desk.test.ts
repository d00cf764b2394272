import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../command/a-desk.ts';
import type { Seen } from '../../simulators/discord/people.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

const ben = { user: 'Ben', channel: 'desk' };
const cleo = { user: 'Cleo', channel: 'desk' };

/** Real commands over a database, asked by people at a simulated Discord. */
async function aDiscordDesk() {
  const at = await aDesk();
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const newsroom = await aConnectedNewsroom({ receive });
  const channel = channelRef(newsroom.discord, 'desk');
  return {
    people: newsroom.discord.people,
    watches: async () => {
      const found = await at.desk.ledger.subscriptions.listByChannel(channel.id);
      return found.map(({ name }) => name);
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

test('a desk watches a topic, sees it in the list, and undoes it', async () => {
  await using at = await aDiscordDesk();
  const added = told(await at.people.slash('watch add', { topic: 'Iran' }, ben));
  expect(added.text).toContain('**#desk now watches “Iran”.**');
  expect(await at.watches()).toEqual(['Iran']);
  expect(told(await at.people.slash('watch list', {}, ben)).text).toContain('**Iran**');

  expect(told(await at.people.press(added.id, 'Undo', ben)).text).toContain(
    '**#desk no longer watches “Iran”.**',
  );
  expect(await at.watches()).toEqual([]);
});

test('a look-up is answered to anybody, and its button changes nothing for who may only look', async () => {
  await using at = await aDiscordDesk();
  const tested = told(await at.people.slash('watch test', { topic: 'Iran' }, ben));
  const refused = told(await at.people.press(tested.id, 'Yes, watch that', cleo));
  expect(refused.text).toContain('not change');
  expect(await at.watches()).toEqual([]);
  expect(told(await at.people.slash('news latest', {}, cleo)).text).toContain('Nothing');
});
