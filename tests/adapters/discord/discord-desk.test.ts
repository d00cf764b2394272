import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';
import { idOf } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../command/a-desk.ts';
import { aCard } from '../../delivery/owed.ts';
import { aWeb, rss } from '../../feed/a-web.ts';
import { shownBody } from '../../simulators/discord/message.ts';
import type { Seen } from '../../simulators/discord/people.ts';
import type { WorldSeed } from '../../simulators/discord/world.ts';
import { aConnectedNewsroom } from './a-connected-newsroom.ts';
import { channelRef } from './a-newsroom.ts';

const ben = { user: 'Ben', channel: 'desk' };
const cleo = { user: 'Cleo', channel: 'desk' };

const FRENCH_READER: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }],
      roles: [{ name: 'Editors', permissions: ['MANAGE_GUILD'] }, { name: 'Readers' }],
      members: [{ name: 'Ana' }, { name: 'Dora', roles: ['Editors'], locale: 'fr' }],
    },
  ],
};

/** Real commands over a database, asked by people at a simulated Discord. */
async function aDiscordDesk(web?: FeedFetcher, world?: WorldSeed) {
  const at = await aDesk(['en'], web);
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const newsroom = await aConnectedNewsroom({ receive, ...(world && { world }) });
  const channel = channelRef(newsroom.discord, 'desk');
  return {
    discord: newsroom.discord,
    /** A card that stands in the channel although nothing is kept of it: of an older time. */
    anOldCard: async () => {
      await newsroom.platform.messenger.create(channel, aCard(), idOf('long-ago'));
      return newsroom.discord.messagesIn('desk')[0]?.id ?? '';
    },
    people: newsroom.discord.people,
    ownFeeds: async () =>
      (await at.desk.ledger.ownFeeds.listByWorkspace(channel.workspace)).map(({ name }) => name),
    found: () => at.desk.ledger.subscriptions.listByChannel(channel.id),
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
    '**Taken back\\:** `watch add Iran`',
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

test('who moves a watch to where the bot may not post is told so', async () => {
  await using at = await aDiscordDesk();
  await at.people.slash('watch add', { topic: 'Iran' }, ben);
  at.discord.denyBot('night', ['VIEW_CHANNEL', 'SEND_MESSAGES']);
  const moved = told(await at.people.slash('watch edit', { topic: 'Iran', to: 'night' }, ben));
  expect(moved.text).toContain('cannot post in #night');
  expect(moved.text).toContain('I lack View Channel, Send Messages.');
  expect(moved.text).toContain('moves to #night');
});

test('who asks for what Discord will not let the bot do is told so, by the names that Discord shows', async () => {
  const readers = { topic: 'Iran', mention: 'Readers' };
  await using at = await aDiscordDesk();
  await at.people.slash('watch add', { topic: 'Iran' }, ben);
  const quiet = told(await at.people.slash('watch edit', readers, ben));
  expect(quiet.text).toContain(String.raw`Discord will not notify \@Readers`);
  expect(quiet.text).toContain(String.raw`New cards mention \@Readers.`);
  const loud = told(await at.people.slash('watch edit', { ...readers, mention: 'Moderators' }, ben));
  expect(loud.text).not.toContain('will not notify');

  expect(told(await at.people.slash('watch edit', { topic: 'Iran', thread: 'yes' }, ben)).text).not.toContain(
    'cannot open a thread',
  );
  at.discord.denyBot('desk', ['CREATE_PUBLIC_THREADS', 'READ_MESSAGE_HISTORY']);
  const threaded = told(await at.people.slash('watch edit', { topic: 'Iran', thread: 'yes' }, ben));
  expect(threaded.text).toContain('Saved, but I cannot open a thread in #desk');
  expect(threaded.text).toContain('I lack Create Public Threads.');
  const added = told(await at.people.slash('watch add', { topic: 'Iran inspection' }, ben));
  expect(added.text).toContain('I cannot read back what I post in #desk');
  expect(added.text).toContain('I lack Read Message History');
});

test('what Discord will not let the bot do is told in French where French is read', async () => {
  await using at = await aDiscordDesk(undefined, FRENCH_READER);
  const dora = { user: 'Dora', channel: 'desk' };
  await at.people.slash('watch add', { topic: 'Iran' }, dora);
  at.discord.denyBot('desk', ['CREATE_PUBLIC_THREADS', 'READ_MESSAGE_HISTORY']);
  const edited = told(
    await at.people.slash('watch edit', { topic: 'Iran', mention: 'Readers', thread: 'yes' }, dora),
  );
  expect(edited.text).toContain('Discord n’avertira pas');
  expect(edited.text).toContain('il me manque Créer des fils publics');
  const added = told(await at.people.slash('watch add', { topic: 'Iran inspection' }, dora));
  expect(added.text).toContain('il me manque Voir les anciens messages');
});

test('the form of a watch shows the role that it mentions, and an emptied one mentions nobody', async () => {
  await using at = await aDiscordDesk();
  await at.people.slash('watch add', { topic: 'Iran' }, ben);
  const edited = told(await at.people.slash('watch edit', { topic: 'Iran', mention: 'Moderators' }, ben));
  expect(edited.text).toContain(String.raw`New cards mention \@Moderators.`);
  const [role] = [...at.discord.world.guilds.values()].flatMap(({ roles }) =>
    roles.filter(({ name }) => name === 'Moderators'),
  );
  const mentions = async () => (await at.found()).map(({ mention }) => mention);
  expect(await mentions()).toEqual([`<@&${role?.id}>`]);

  const opened = async () => {
    const nothing = told(await at.people.slash('watch edit', { topic: 'Iran' }, ben));
    return at.people.press(nothing.id, 'Change it', ben);
  };
  const form = await opened();
  const menus = form.kind === 'form' ? form.form.components.map(({ component }) => component) : [];
  expect(menus).toContainEqual(
    expect.objectContaining({ custom_id: 'mention', default_values: [{ id: role?.id, type: 'role' }] }),
  );
  expect(told(await at.people.submit(form, { urgent: 'yes' }, ben)).text).toContain('Moderators');
  expect(await mentions()).toEqual([`<@&${role?.id}>`]);

  const emptied = told(await at.people.submit(await opened(), { mention: '' }, ben));
  expect(emptied.text).toContain('Nobody is mentioned.');
  expect(await mentions()).toEqual([undefined]);
  const stillNone = told(await at.people.submit(await opened(), {}, ben));
  expect(stillNone.text).not.toContain('mentioned');
});

test('what the bot lacks is told in the language of who asks', async () => {
  await using at = await aDiscordDesk(undefined, FRENCH_READER);
  at.discord.denyBot('desk', ['SEND_MESSAGES']);
  const added = await at.people.slash('watch add', { topic: 'Iran' }, { user: 'Dora', channel: 'desk' });
  expect(told(added).text).toContain('il me manque Envoyer des messages');
});

test('a look-up is answered to anybody, and its button changes nothing for who may only look', async () => {
  await using at = await aDiscordDesk();
  const latest = told(await at.people.slash('news latest', { topic: 'Iran' }, cleo));
  expect(latest.text).toContain('Nothing');
  const shown = told(await at.people.press(latest.id, 'Show here', cleo));
  expect(at.discord.readChannel('desk')).toBe(shown.text);
  await expect(at.people.slash('watch add', { topic: 'Iran' }, cleo)).rejects.toThrow(
    'Cleo is not shown /watch',
  );
  expect(await at.watches()).toEqual([]);
});

test('the menu of a card is for those who manage', async () => {
  await using at = await aDiscordDesk();
  const card = await at.anOldCard();
  const refused = await at.people.press(card, 'More…', cleo);
  expect(told(refused).text).toMatch(/manage.*E-/);
  expect(refused).toMatchObject({ isPrivate: true });
});

test('who may only look is told which roles manage, none of which is called', async () => {
  await using at = await aDiscordDesk();
  const card = await at.anOldCard();
  await at.people.slash('readout-admin settings', { manager: 'Moderators' }, ben);
  const refused = await at.people.press(card, 'More…', cleo);
  const role = [...at.discord.world.guilds.values()][0]?.roles.find(({ name }) => name === 'Moderators');
  expect(told(refused).text).toContain(`managed by <@&${role?.id}>, or by members who may manage`);
  expect(refused).toMatchObject({ isPrivate: true, message: { pings: [] } });
});

test.each(['More…', 'Why?'])(
  'the button %s of a card that is known no more says so kindly',
  async (button) => {
    await using at = await aDiscordDesk();
    const seen = await at.people.press(await at.anOldCard(), button, ben);
    expect(seen).toMatchObject({ isPrivate: true });
    expect(told(seen).text).toContain('**This card is not known here any more.**');
  },
);

test('a workspace adds a feed, lists it, takes it as a file, removes it, and undoes that', async () => {
  const address = 'https://news.example/world.xml';
  const { web } = aWeb({ [address]: { body: rss('Harbour News') } });
  await using at = await aDiscordDesk(web);
  const added = told(await at.people.slash('feed add', { address }, ben));
  expect(added.text).toContain('**Added: Harbour News**');
  expect(told(await at.people.slash('feed list', {}, ben)).text).toContain('news.example/world.xml');

  const exported = await at.people.slash('feed export', {}, ben);
  const file = exported.kind === 'message' ? shownBody(exported.message).files?.[0] : undefined;
  expect(file?.name).toBe('readout-feeds.opml');
  expect(file?.text).toContain(`xmlUrl="${address}"`);

  const removed = told(await at.people.slash('feed remove', { feed: 'Harbour News' }, ben));
  expect(await at.ownFeeds()).toEqual([]);
  expect(told(await at.people.press(removed.id, 'Undo', ben)).text).toContain('`feed remove Harbour News`');
  expect(await at.ownFeeds()).toEqual(['Harbour News']);
});

test('a list of feeds is taken from a file that somebody uploads', async () => {
  const file = 'https://files.example/mine.opml';
  const { web } = aWeb({
    [file]: { body: '<opml><body><outline xmlUrl="https://news.example/world.xml"/></body></opml>' },
    'https://news.example/world.xml': { body: rss('Harbour News') },
  });
  await using at = await aDiscordDesk(web);
  expect(told(await at.people.slash('feed import', { file }, ben)).text).toContain('1 feed added of 1.');
  expect(await at.ownFeeds()).toEqual(['Harbour News']);
});

test('who may not manage the server is not offered to add feeds', async () => {
  const address = 'https://news.example/world.xml';
  const { web } = aWeb({ [address]: { body: rss('Harbour News') } });
  await using at = await aDiscordDesk(web);
  await expect(at.people.slash('feed add', { address }, cleo)).rejects.toThrow();
  expect(await at.ownFeeds()).toEqual([]);
});
