import { expect, test } from 'vitest';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { contentOf } from '../simulators/slack/world.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const BEN = { user: 'Ben', channel: 'desk' };
const CLEO = { user: 'Cleo', channel: 'desk' };

/** More at once than The Courier ever brought. */
async function flood(room: Newsroom): Promise<void> {
  await room.round();
  for (let number = 1; number <= 30; number += 1) {
    room.stand.publish('courier', `old-${number}`, `Minutes of sitting ${number} of the harbour council`);
  }
  await room.round();
}

const heldIn = async (room: Newsroom): Promise<number> =>
  (await room.readout().ledger.articles.listInState('parked', 99)).length;

test('on Discord a flood is told once in the operator’s channel, and a manager releases it by its button', async () => {
  await using discord = await startDiscordSimulator();
  const [desk] = [...discord.world.channels.values()].filter(({ name }) => name === 'desk');
  const operator = { platform: 'discord', address: desk?.id ?? '' } as const;
  const tokens = { DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl };
  await using room = await aNewsroom(tokens, operator);
  await flood(room);
  await room.restart();
  await room.round();
  const [notice, ...others] = discord.messagesIn('desk');
  expect(others).toEqual([]);
  expect(discord.readChannel('desk')).toContain('30 new articles at once');

  const refused = await discord.people.press(notice?.id ?? '', 'Release', CLEO);
  expect(refused).toMatchObject({ text: expect.stringContaining('look, not change') as string });
  expect(await heldIn(room)).toBe(30);

  const elsewhere = await discord.people.slash(
    'feed drop',
    { outlet: 'courier' },
    { ...BEN, channel: 'night' },
  );
  expect(elsewhere).toMatchObject({ text: expect.stringContaining('Only the operator') as string });
  expect(await heldIn(room)).toBe(30);

  const released = await discord.people.press(notice?.id ?? '', 'Release', BEN);
  expect(released).toMatchObject({ text: expect.stringContaining('30 released') as string });
  expect(await heldIn(room)).toBe(0);
  expect(discord.violations()).toEqual([]);
});

test('on Slack a flood is told once in the operator’s channel, and its button drops it', async () => {
  await using slack = await startSlackSimulator();
  const operator = { platform: 'slack', address: 'C0DESK' } as const;
  const tokens = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  };
  await using room = await aNewsroom(tokens, operator);
  await flood(room);
  await room.round();
  const [notice, ...others] = slack.messages('C0DESK');
  expect(others).toEqual([]);
  expect(JSON.stringify(notice && contentOf(notice))).toContain('30 new articles at once');

  const pressed = await slack.people.press('do-1', {
    user: 'U0BORIS',
    channel: 'C0DESK',
    ts: notice?.ts ?? '',
  });
  const [reply] = await slack.until(() => pressed.replies().length > 0 && pressed.replies());
  expect(JSON.stringify(reply && contentOf(reply))).toContain('30 dropped');
  expect(await heldIn(room)).toBe(0);
  expect(slack.violations()).toEqual([]);
});
