import * as spec from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import { type DiscordSimulator, startDiscordSimulator } from './discord/discord-simulator.ts';
import type { WorldSeed } from './discord/world.ts';

const WORLD: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [
        { name: 'desk' },
        { name: 'stories', kind: 'forum' },
        {
          name: 'tagged',
          kind: 'forum',
          needsTag: true,
          tags: [{ name: 'News' }, { name: 'Pinned', isModerated: true }],
        },
      ],
      members: [{ name: 'Ana' }],
    },
  ],
};

type Told = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** One request as a bot without any library would make it. */
async function ask(
  { apiUrl, token }: DiscordSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Told> {
  const response = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'user-agent': 'DiscordBot (test, 1)' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Told['body'] };
}

const post = (discord: DiscordSimulator, forum = 'stories', tags?: readonly string[]) =>
  ask(discord, 'POST', `/channels/${discord.channel(forum).id}/threads`, {
    name: 'Talks',
    message: { content: 'They talk.' },
    ...(tags && { applied_tags: tags }),
  });

test('a post is a thread and its first message, with one id', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const { status, body } = await post(discord);
  expect(status).toBe(201);
  const { message, ...thread } = body as { readonly id: string; readonly message: { readonly id: string } };
  expect(message.id).toBe(thread.id);
  expect(spec.ThreadResponseSchema.safeParse(thread).error).toBeUndefined();
  expect(spec.MessageResponseSchema.safeParse(message).error).toBeUndefined();
  const { guild, id } = discord.channel('stories');
  expect(
    spec.GuildChannelResponseSchema.safeParse((await ask(discord, 'GET', `/channels/${id}`)).body).error,
  ).toBeUndefined();
  const active = await ask(discord, 'GET', `/guilds/${guild}/threads/active`);
  expect(active.body['threads']).toMatchObject([{ id: thread.id, parent_id: id }]);
});

test('a forum takes posts alone, and a forum that wants tags no post without', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const path = `/channels/${discord.channel('stories').id}/messages`;
  expect((await ask(discord, 'POST', path, { content: 'x' })).body['code']).toBe(50_008);
  expect(discord.violations()).toHaveLength(1);
  expect((await post(discord, 'tagged')).body['code']).toBe(40_067);
  expect(discord.violations()).toHaveLength(1);
});

test('a post takes the tags of its forum, and those that are moderated only from who manages threads', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const { id } = discord.channel('tagged');
  const forum = (await ask(discord, 'GET', `/channels/${id}`)).body;
  expect(spec.GuildChannelResponseSchema.safeParse(forum).error).toBeUndefined();
  const [news = '', pinned = ''] = (forum['available_tags'] as readonly { readonly id: string }[]).map(
    (tag) => tag.id,
  );
  const tagged = await post(discord, 'tagged', [news]);
  expect(tagged.status).toBe(201);
  expect(tagged.body).toMatchObject({ applied_tags: [news] });
  expect((await post(discord, 'tagged', [id])).body['code']).toBe(10_087);
  expect((await post(discord, 'tagged', [pinned])).body['code']).toBe(50_013);
});

test('two requests for a post are two posts, whatever they have in common', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const [first, second] = [await post(discord), await post(discord)];
  expect(first.body['id']).not.toBe(second.body['id']);
});

test('a closed post is listed among the archived, takes no edit, and is opened by a message or on request', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const id = String((await post(discord)).body['id']);
  const edit = () => ask(discord, 'PATCH', `/channels/${id}/messages/${id}`, { content: 'They talked.' });
  const archived = async () => {
    const path = `/channels/${discord.channel('stories').id}/threads/archived/public?limit=100`;
    return ((await ask(discord, 'GET', path)).body['threads'] as readonly object[]).length;
  };
  discord.closeThread('Talks');
  expect(await archived()).toBe(1);
  expect((await edit()).body['code']).toBe(50_083);
  expect((await ask(discord, 'PATCH', `/channels/${id}`, { archived: false })).status).toBe(200);
  expect((await edit()).status).toBe(200);
  discord.closeThread('Talks');
  expect((await ask(discord, 'POST', `/channels/${id}/messages`, { content: 'x' })).status).toBe(200);
  expect(await archived()).toBe(0);
});

test('a locked post is opened, edited and answered by nobody who does not manage threads', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const id = String((await post(discord)).body['id']);
  discord.closeThread('Talks', true);
  expect((await ask(discord, 'PATCH', `/channels/${id}`, { archived: false })).body['code']).toBe(50_013);
  expect((await ask(discord, 'POST', `/channels/${id}/messages`, { content: 'x' })).body['code']).toBe(
    160_005,
  );
  expect((await ask(discord, 'DELETE', `/channels/${id}`)).body['code']).toBe(50_013);
});

test('with a forum its posts are gone', async () => {
  await using discord = await startDiscordSimulator({ world: WORLD });
  const id = String((await post(discord)).body['id']);
  discord.deleteChannel('stories');
  expect((await ask(discord, 'GET', `/channels/${id}`)).body['code']).toBe(10_003);
});
