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
    discord: newsroom.discord,
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

test('who watches where the bot may not post is told so, and can try again', async () => {
  await using at = await aDiscordDesk();
  at.discord.denyBot('desk', ['SEND_MESSAGES']);
  const added = told(await at.people.slash('watch add', { topic: 'Iran' }, ben));
  expect(added.text).toContain(
    String.raw`**Saved, but I cannot post in #desk\:** I lack Send Messages. A channel manager can allow it under Edit Channel → Permissions → readout.`,
  );
  expect(await at.watches()).toEqual(['Iran']);
  const still = told(await at.people.press(added.id, 'Try again', ben));
  expect(still.text).toContain('I cannot post in #desk');

  at.discord.denyBot('desk', []);
  const again = told(await at.people.press(still.id, 'Try again', ben));
  expect(again.text).not.toContain('cannot post');
  expect(await at.watches()).toEqual(['Iran']);
});

test('a look-up is answered to anybody, and its button changes nothing for who may only look', async () => {
  await using at = await aDiscordDesk();
  const tested = told(await at.people.slash('watch test', { topic: 'Iran' }, ben));
  const refused = told(await at.people.press(tested.id, 'Yes, watch that', cleo));
  expect(refused.text).toContain('not change');
  expect(await at.watches()).toEqual([]);
  expect(told(await at.people.slash('news latest', {}, cleo)).text).toContain('Nothing');
});
