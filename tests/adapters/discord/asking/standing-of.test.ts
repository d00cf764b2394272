import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Standing } from '#command/standing.ts';
import type { WorldSeed } from '../../../simulators/discord/world.ts';
import { aConnectedNewsroom } from '../a-connected-newsroom.ts';
import { channelRef } from '../a-newsroom.ts';

/** Ben manages the server, Dora its channels; Cleo does neither. */
const world: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }, { name: 'night' }, { name: 'announcements' }, { name: 'board' }],
      roles: [
        { name: 'Moderators', permissions: ['MANAGE_GUILD'] },
        { name: 'Editors', permissions: ['MANAGE_CHANNELS'] },
      ],
      members: [
        { name: 'Ana' },
        { name: 'Ben', roles: ['Moderators'] },
        { name: 'Dora', roles: ['Editors'] },
        { name: 'Cleo' },
      ],
    },
  ],
};

let newsroom: Awaited<ReturnType<typeof aConnectedNewsroom>>;
beforeAll(async () => {
  newsroom = await aConnectedNewsroom({ world });
  newsroom.discord.denyEveryone('announcements', ['SEND_MESSAGES']);
  newsroom.discord.denyEveryone('board', ['VIEW_CHANNEL']);
}, 60_000);
afterAll(() => newsroom[Symbol.asyncDispose]());

/** What Discord tells of somebody who asks in #desk, for another channel. */
async function standing(user: string, channel: string): Promise<Standing | undefined> {
  await newsroom.discord.people.slash('news latest', {}, { user, channel: 'desk' });
  return newsroom.inbounds.at(-1)?.standing?.(channelRef(newsroom.discord, channel));
}

test.each(['night', 'announcements', 'board'])(
  'Manage Server manages every channel: #%s',
  async (channel) => {
    expect(await standing('Ben', channel)).toBe('manages');
  },
);

test.each([
  ['Dora', 'night', 'manages'],
  ['Dora', 'announcements', 'manages'],
  ['Dora', 'board', 'sees-not'],
  ['Cleo', 'night', 'takes-part'],
  ['Cleo', 'announcements', 'sees'],
  ['Cleo', 'board', 'sees-not'],
] as const)('%s, who does not manage the server, is in #%s one who %s', async (user, channel, expected) => {
  expect(await standing(user, channel)).toBe(expected);
});

test('a channel that Discord does not tell us of is seen by nobody but who manages the server', async () => {
  const gone = { ...channelRef(newsroom.discord, 'night'), address: '1' };
  await newsroom.discord.people.slash('news latest', {}, { user: 'Cleo', channel: 'desk' });
  expect(await newsroom.inbounds.at(-1)?.standing?.(gone)).toBe('sees-not');
});
