import { expect, test } from 'vitest';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Place, Seen } from '../simulators/discord/people.ts';
import type { Channel, WorldSeed } from '../simulators/discord/world.ts';
import { aNewsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const LOOK_UPS = ['show', 'sides', 'sources', 'history', 'why'];
const WORLD: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }, { name: 'lobby' }, { name: 'stories', kind: 'forum' }],
      roles: [{ name: 'Moderators', permissions: ['MANAGE_GUILD'] }],
      // The first owns the server: nothing there is hidden from her.
      members: [
        { name: 'Ana' },
        { name: 'Ben', roles: ['Moderators'] },
        { name: 'Cleo' },
        { name: 'Dora', locale: 'fr' },
      ],
    },
  ],
};
const ben = { user: 'Ben', channel: 'desk' };
const ana = { user: 'Ana', channel: 'desk' };

/** The program on a Discord, whose #desk, or what is named, has the card of one story. */
async function aPostedCard(to = 'desk') {
  const discord = await startDiscordSimulator({ world: WORLD });
  const room = await aNewsroom({ DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl });
  const { people, world } = discord;
  const idOfAna = [...world.guilds.values()][0]?.members[0]?.user.id ?? '';
  await room.round();
  await people.slash('watch add', { topic: TOPIC }, ben);
  if (to !== 'desk') await people.slash('watch edit', { topic: TOPIC, to }, ben);
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  const [card] = discord.messagesIn(to === 'desk' ? 'desk' : CALL);
  if (card === undefined) throw new Error('No card was posted.');
  return {
    discord,
    room,
    people,
    card,
    /** A thread as somebody begins one: of a message it has that message's id. */
    begin(name: string, id: string, { parent = 'desk', owner = idOfAna } = {}): void {
      const home = discord.channel(parent);
      const state = { owner, isArchived: false, isLocked: false, archivedAt: world.clock() };
      const thread: Channel = { ...home, id, name, kind: 'thread', parent: home.id, thread: state };
      world.channels.set(id, thread);
    },
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect(discord.violations()).toEqual([]);
    },
  };
}

type PostedCard = Awaited<ReturnType<typeof aPostedCard>>;

function told(seen: Seen): string {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen.text;
}

/** What each look-up answers where no story is named. */
async function allAsked({ people }: PostedCard, place: Place): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const word of LOOK_UPS) answers.push(told(await people.slash(`story ${word}`, {}, place)));
  return answers;
}

const namesTheStory = [
  expect.stringContaining(`### ${CALL}`),
  expect.stringContaining('who said what'),
  expect.stringContaining('1 report in order of arrival'),
  expect.stringContaining('as it stood in'),
  expect.stringContaining('**Because** the title has'),
];

test('in a thread that people began from a card its story need not be named', async () => {
  await using at = await aPostedCard();
  at.begin('on the call', at.card.id);
  const inThread = { ...ana, channel: 'on the call' };
  expect(await allAsked(at, inThread)).toEqual(namesTheStory);
  expect(told(await at.people.slash('story history', {}, inThread))).toContain('as it stood in #desk');
});

test('in a thread that the bot began at its card the same holds, and the buttons go on there', async () => {
  await using at = await aPostedCard();
  at.begin('on the call', at.card.id, { owner: at.discord.world.bot.id });
  const inThread = { ...ana, channel: 'on the call' };
  const shown = await at.people.slash('story show', {}, inThread);
  expect(told(shown)).toContain(`### ${CALL}`);
  if (shown.kind !== 'message') throw new Error('Nothing was shown.');
  const history = await at.people.press(shown.message.id, 'History', inThread);
  expect(told(history)).toContain('as it stood in #desk');
  const there = at.discord.messagesIn('on the call').length;
  await at.people.press(shown.message.id, 'Show here', inThread);
  await expect.poll(() => at.discord.messagesIn('on the call').length).toBe(there + 1);
});

test('in a post of a forum the story is that of its card', async () => {
  await using at = await aPostedCard('stories');
  expect(await allAsked(at, { ...ana, channel: CALL })).toEqual(namesTheStory);
});

test('in the thread of a card it is muted for the channel of that card, and heard of again there', async () => {
  await using at = await aPostedCard();
  at.begin('on the call', at.card.id, { owner: at.discord.world.bot.id });
  const inThread = { ...ben, channel: 'on the call' };
  const muted = await at.people.slash('watch mute', {}, inThread);
  expect(told(muted)).toMatch(/^\*\*#desk hears no more of R-\w{4}/);
  const name = /R-\w{4}/.exec(told(muted))?.[0] ?? '';
  if (muted.kind !== 'message') throw new Error('Nothing was said.');
  expect(told(await at.people.press(muted.message.id, 'Undo', inThread))).toContain('Taken back');
  expect(told(await at.people.slash('watch mute', { off: true }, inThread))).toContain(
    `${name} is not muted in #desk.`,
  );
  await at.people.slash('watch mute', { story: name }, inThread);
  expect(told(await at.people.slash('watch mute', { story: name, off: true }, ben))).toContain(
    `**This channel hears of ${name} again.**`,
  );
});

test('where no card is, every look-up says what is missing, and where it need not be said', async () => {
  await using at = await aPostedCard();
  at.begin('gossip', at.discord.world.newId());
  for (const channel of ['desk', 'lobby', 'gossip'])
    for (const answer of await allAsked(at, { ...ben, channel })) {
      expect(answer).toMatch(/^\*\*Still missing: story\.\*\* Type `\/story \w+ \[STORY\]/);
      expect(answer).toContain('**Apps → Show this story**');
      expect(answer).not.toContain(CALL);
      await at.room.wait(1);
    }
});

test('who does not see the channel of a card gets nothing of it in a thread of it', async () => {
  await using at = await aPostedCard();
  at.begin('on the call', at.card.id);
  at.discord.denyEveryone('desk', ['VIEW_CHANNEL']);
  for (const answer of await allAsked(at, { user: 'Cleo', channel: 'on the call' })) {
    expect(answer).toContain('**Still missing: story.**');
    expect(answer).not.toContain(CALL);
  }
});

test.each([
  ['Ana', 'Show this story', 'Who said what'],
  ['Dora', 'Voir ce dossier', 'Qui a dit quoi'],
])('%s chooses “%s” at a card, and is shown its story alone', async (user, menu, button) => {
  await using at = await aPostedCard();
  const before = at.discord.messagesIn('desk').length;
  const seen = await at.people.chooseApp(menu, at.card.id, { ...ana, user });
  expect(seen).toMatchObject({ kind: 'message', isPrivate: true });
  expect(told(seen)).toContain(`### ${CALL}`);
  expect(told(seen)).toContain(button);
  expect(at.discord.messagesIn('desk')).toHaveLength(before);
  if (seen.kind !== 'message') throw new Error('Nothing was shown.');
  expect(told(await at.people.press(seen.message.id, button, { ...ana, user }))).toContain('R-');
});

test('what is shown so can be shown to all, and it stays that story', async () => {
  await using at = await aPostedCard();
  const seen = await at.people.chooseApp('Show this story', at.card.id, ana);
  if (seen.kind !== 'message') throw new Error('Nothing was shown.');
  const before = at.discord.messagesIn('desk').length;
  await at.people.press(seen.message.id, 'Show here', ana);
  await expect.poll(() => at.discord.messagesIn('desk').length).toBe(before + 1);
});

test.each([
  ['Ana', 'Show this story', '**That message is no card of mine.**'],
  ['Dora', 'Voir ce dossier', "**Ce message n'est pas une de mes fiches.**"],
])('%s chooses “%s” at another message, and is told what to do', async (user, menu, words) => {
  await using at = await aPostedCard();
  const said = at.people.say('lunch?', ben);
  const seen = await at.people.chooseApp(menu, said.id, { ...ana, user });
  expect(seen).toMatchObject({ kind: 'message', isPrivate: true });
  expect(told(seen)).toContain(words);
  expect(told(seen)).not.toContain(CALL);
});

test('a message in the thread of a card is of that story', async () => {
  await using at = await aPostedCard();
  at.begin('on the call', at.card.id);
  const inThread = { ...ana, channel: 'on the call' };
  const said = at.people.say('who wrote this?', inThread);
  expect(told(await at.people.chooseApp('Show this story', said.id, inThread))).toContain(`### ${CALL}`);
});

test('a card in another channel than the one it is chosen from is none there', async () => {
  await using at = await aPostedCard();
  at.begin('lobby talk', at.card.id, { parent: 'lobby' });
  const answers = await allAsked(at, { ...ana, channel: 'lobby talk' });
  expect(answers.filter((answer) => answer.includes(CALL))).toEqual([]);
});
