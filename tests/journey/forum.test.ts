import { expect, test } from 'vitest';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Seen } from '../simulators/discord/people.ts';
import type { WorldSeed } from '../simulators/discord/world.ts';
import { aNewsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const BEGIN = 'POST /channels/:channel/threads';
const WORLD: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [
        { name: 'desk' },
        { name: 'stories', kind: 'forum' },
        { name: 'tagged', kind: 'forum', needsTag: true, tags: [{ name: 'News' }] },
        { name: 'untaggable', kind: 'forum', needsTag: true },
      ],
      roles: [{ name: 'Moderators', permissions: ['MANAGE_GUILD'] }],
      members: [
        { name: 'Ana' },
        { name: 'Ben', roles: ['Moderators'] },
        { name: 'Dora', roles: ['Moderators'], locale: 'fr' },
      ],
    },
  ],
};
const ben = { user: 'Ben', channel: 'desk' };

/** The program on a Discord with a forum, where Ben watches a topic that he has moved there. */
async function aForumDesk() {
  const discord = await startDiscordSimulator({ world: WORLD });
  const room = await aNewsroom({ DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl });
  const { people, world } = discord;
  await room.round();
  await people.slash('watch add', { topic: TOPIC }, ben);
  const moved = told(await people.slash('watch edit', { topic: TOPIC, to: 'stories' }, ben));
  const forum = discord.channel('stories').id;
  return {
    discord,
    room,
    people,
    moved,
    posts: () => [...world.channels.values()].filter(({ parent }) => parent === forum),
    async report() {
      room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
      await room.round();
    },
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect(discord.violations()).toEqual([]);
    },
  };
}

function told(seen: Seen): string {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen.text;
}

test('a watch that is moved to a forum brings a post for each story, which later reports edit', async () => {
  await using at = await aForumDesk();
  expect(at.moved).toContain('moves to #stories');
  expect(at.moved).not.toContain('cannot post');
  await at.report();
  expect(at.posts().map(({ name }) => name)).toEqual([CALL]);
  const [card] = at.discord.messagesIn(CALL);
  expect(at.discord.readChannel(CALL)).toContain(`### ${CALL}`);

  at.room.stand.publish('palace', 'p1', CALL, `${CALL} on Tuesday, the palace said.`);
  await at.room.round();
  await at.room.wait(60);
  expect(at.posts()).toHaveLength(1);
  const [newer] = at.discord.messagesIn(CALL);
  expect(newer?.revisions.length).toBeGreaterThan(card?.revisions.length ?? 0);
  expect(at.discord.messagesIn('desk')).toEqual([]);
});

test('a post whose answer is lost is never posted twice, in this life or the next', async () => {
  await using at = await aForumDesk();
  at.discord.faults.add({ kind: 'drop-after', on: BEGIN });
  await at.report();
  expect(at.posts()).toHaveLength(1);
  await at.room.restart();
  for (let minutes = 0; minutes < 10; minutes += 1) await at.room.wait(1);
  expect(at.posts()).toHaveLength(1);
  expect(at.discord.readChannel(CALL)).toContain(`### ${CALL}`);
});

test('a post that did not arrive is posted once', async () => {
  await using at = await aForumDesk();
  at.discord.faults.add({ kind: 'drop-before', on: BEGIN });
  await at.report();
  for (let minutes = 0; minutes < 10; minutes += 1) await at.room.wait(1);
  expect(at.posts()).toHaveLength(1);
});

test('what is asked in a post of the bot’s is asked of its forum', async () => {
  await using at = await aForumDesk();
  await at.report();
  const inPost = { ...ben, channel: CALL };
  expect(told(await at.people.slash('watch list', {}, inPost))).toContain('#stories watches 1 topic');
  expect(told(await at.people.slash('watch add', { topic: 'Freedonia visit' }, inPost))).toContain(
    '#stories now watches “Freedonia visit”.',
  );
  const card = at.discord.messagesIn(CALL)[0]?.id ?? '';
  expect(told(await at.people.press(card, 'Why?', inPost))).toContain(`Topic “${TOPIC}”, watched since`);
  expect(told(await at.people.press(card, 'More…', inPost))).toContain(CALL);
  const { guild } = at.discord.channel('stories');
  for (const link of [
    `https://discord.com/channels/${guild}/${card}`,
    `https://discord.com/channels/${guild}/${card}/${card}`,
  ]) {
    expect(told(await at.people.slash('story show', { story: link }, inPost))).toContain(`### ${CALL}`);
    expect(told(await at.people.slash('story why', { link }, inPost))).toContain('**Because**');
    expect(told(await at.people.slash('story show', { story: link }, ben))).not.toContain(CALL);
  }
});

test('a thread that people began in a forum is a channel of its own', async () => {
  await using at = await aForumDesk();
  const { world } = at.discord;
  const forum = at.discord.channel('stories');
  const ana = [...world.guilds.values()][0]?.members[0]?.user.id ?? '';
  const state = { owner: ana, isArchived: false, isLocked: false, archivedAt: world.clock() };
  const thread = { ...forum, id: world.newId(), name: 'gossip', kind: 'thread', parent: forum.id } as const;
  world.channels.set(thread.id, { ...thread, thread: state });
  const list = await at.people.slash('watch list', {}, { ...ben, channel: 'gossip' });
  expect(told(list)).toContain('#gossip watches nothing yet');
});

test('who moves a watch to a forum is told what the bot lacks there', async () => {
  await using at = await aForumDesk();
  at.discord.denyBot('stories', ['SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS']);
  await at.people.slash('watch add', { topic: 'Freedonia visit' }, ben);
  const move = { topic: 'Freedonia visit', to: 'stories' };
  expect(told(await at.people.slash('watch edit', move, ben))).toContain(
    'I lack Create Posts, Send Messages in Posts.',
  );
});

test.each([
  ['Ben', 'untaggable', 'Saved, but I cannot post in #untaggable'],
  ['Dora', 'untaggable', 'Enregistré, mais je ne peux pas écrire dans #untaggable'],
  ['Ben', 'tagged', '**#tagged asks for a tag with each post\\:** mine get “News”, or “readout” once'],
  [
    'Dora',
    'tagged',
    '**#tagged exige un tag pour chaque post \\:** les miens reçoivent « News », ou « readout »',
  ],
])('who moves a watch to a forum that wants tags is told which it gets: %s, #%s', async (user, to, words) => {
  await using at = await aForumDesk();
  const who = { ...ben, user };
  await at.people.slash('watch add', { topic: 'Freedonia visit' }, who);
  const move = { topic: 'Freedonia visit', to };
  expect(told(await at.people.slash('watch edit', move, who))).toContain(words);
});

test('a topic is watched in a forum from elsewhere, in which nothing can be typed', async () => {
  await using at = await aForumDesk();
  const added = await at.people.slash('watch add', { topic: 'Freedonia bridge', in: 'tagged' }, ben);
  expect(told(added)).toContain('#tagged now watches “Freedonia bridge”');
  expect(told(added)).toContain('mine get “News”');
  expect(JSON.stringify(added)).not.toContain('Try again');
  const bridge = 'Freedonia opens a bridge';
  at.room.stand.publish('courier', 'b1', bridge, 'The bridge was opened on Tuesday.');
  await at.room.round();
  const { tags = [] } = at.discord.channel('tagged');
  const post = at.discord.channel(bridge);
  expect(post).toMatchObject({ parent: at.discord.channel('tagged').id, appliedTags: [tags[0]?.id] });
  expect(at.discord.messagesIn('desk')).toEqual([]);
});

test('what is asked back about a topic for a forum is about that forum too', async () => {
  await using at = await aForumDesk();
  const twice = () => at.people.slash('watch add', { topic: 'Freedonia bridge', in: 'tagged' }, ben);
  await twice();
  const again = told(await twice());
  expect(again).toContain('#tagged already watches it');
  // In #desk nothing of that name is watched: a button could only say so.
  expect(again).not.toContain('Change it');
});

test.each([
  ['Ben', 'I lack Create Posts, Send Messages in Posts.', 'Try again'],
  ['Dora', 'il me manque Créer des posts, Envoyer des messages dans les posts.', 'Réessayer'],
])(
  'who watches in a forum where the bot may not post is told what it lacks: %s',
  async (user, lacks, again) => {
    await using at = await aForumDesk();
    const who = { ...ben, user };
    at.discord.denyBot('stories', ['SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS']);
    const added = await at.people.slash('watch add', { topic: 'Freedonia visit', in: 'stories' }, who);
    expect(told(added)).toContain(lacks);
    at.discord.denyBot('stories', []);
    const id = added.kind === 'message' ? added.message.id : '';
    const tried = told(await at.people.press(id, again, who));
    expect(tried).toContain('#stories');
    expect(tried).not.toContain(lacks);
  },
);

test('a post that people deleted stays deleted, and its forum gets the next story', async () => {
  await using at = await aForumDesk();
  await at.report();
  at.discord.deleteChannel(CALL);
  at.room.stand.publish('palace', 'p1', CALL, `${CALL} on Tuesday, the palace said.`);
  await at.room.round();
  await at.room.wait(60);
  expect(at.posts()).toEqual([]);
  expect(told(await at.people.slash('readout status', {}, ben))).toContain('1 muted');
});
