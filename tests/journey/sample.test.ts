import { expect, test } from 'vitest';
import { MINUTE_MS } from '#kernel/clock.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Seen } from '../simulators/discord/people.ts';
import type { WorldSeed } from '../simulators/discord/world.ts';
import { aNewsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const WORLD: WorldSeed = {
  guilds: [
    {
      name: 'Newsroom',
      channels: [{ name: 'desk' }, { name: 'stories', kind: 'forum' }],
      members: [{ name: 'Ana' }],
    },
  ],
};

function idOf(seen: Seen): string {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen.message.id;
}

/** A Discord where a story that came before its watch is posted as a sample, and taken back. */
async function aSampleTakenBack() {
  const ana = { user: 'Ana', channel: 'desk' };
  const discord = await startDiscordSimulator({ world: WORLD });
  const room = await aNewsroom({ DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl });
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  const added = await discord.people.slash('watch add', { topic: TOPIC }, ana);
  const sample = await discord.people.press(idOf(added), 'Post it here as a sample', ana);
  await room.wait(1);
  const shown = discord.readChannel('desk');
  await discord.people.press(idOf(sample), 'Undo', ana);
  await room.wait(1);
  return {
    discord,
    room,
    shown,
    left: discord.messagesIn('desk'),
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect(discord.violations()).toEqual([]);
    },
  };
}

test('a sample that is taken back is gone, and news of its story brings a card of its own', async () => {
  await using at = await aSampleTakenBack();
  expect(at.shown).toContain('A sample of what this topic brings');
  expect(at.left).toEqual([]);
  // Discord has forgotten the key of what was deleted by then; nothing is posted under it before.
  at.discord.clock.moveBy(5 * MINUTE_MS);
  at.room.stand.publish('palace', 'p1', CALL, `${CALL} on Tuesday, the palace said.`);
  await at.room.round();
  await at.room.wait(10);
  const card = at.discord.readChannel('desk');
  expect(card.split(`### ${CALL}`)).toHaveLength(2);
  expect(card).not.toContain('A sample of what this topic brings');
});
