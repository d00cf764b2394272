import { expect, test } from 'vitest';
import type { Environment } from '#config/read-secret.ts';
import { startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { aNewsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const FLOOD = 'A flood closes three roads';
const BEN = { user: 'Ben', channel: 'desk' };
const BORIS = { user: 'U0BORIS', channel: 'C0DESK' };

/** The program with both platforms, on each of which the topic is watched. A violation of their rules fails the test. */
async function watchedOnBoth() {
  const discord = await startDiscordSimulator();
  const slack = await startSlackSimulator();
  const tokens: Environment = {
    DISCORD_TOKEN: discord.token,
    READOUT_DISCORD_API: discord.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    READOUT_SLACK_API: slack.apiUrl,
  };
  const room = await aNewsroom(tokens);
  await room.round();
  for (const topic of [TOPIC, 'flood roads']) {
    await discord.people.slash('watch add', { topic }, BEN);
    const said = await slack.people.slash(`watch add ${topic}`, BORIS);
    await slack.until(() => said.replies().length > 0 && said.replies());
  }
  const shown = () => ({
    discord: discord.messagesIn('desk').map(({ id }) => id),
    slack: slack
      .messages('C0DESK')
      .filter(({ visibleTo }) => visibleTo === undefined)
      .map(({ ts }) => ts),
  });
  return {
    room,
    shown,
    async [Symbol.asyncDispose]() {
      await room[Symbol.asyncDispose]();
      await slack[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
      expect([...discord.violations(), ...slack.violations()]).toEqual([]);
    },
  };
}

test("yesterday's copy posts nothing again that stands on the platforms, and what happens next once", async () => {
  await using both = await watchedOnBoth();
  const { room } = both;
  const copy = await room.backUp();
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  room.stand.publish('palace', 'p1', `${CALL}, the palace says`, `${CALL} on Tuesday.`);
  await room.round();
  const before = both.shown();
  expect(before.discord).not.toHaveLength(0);
  expect(before.slack).not.toHaveLength(0);

  await room.goBackTo(copy);
  await room.round();
  await room.wait(11);
  await room.round();
  expect(both.shown()).toEqual(before);

  room.stand.publish('courier', 'c2', FLOOD, 'Nobody was hurt in the flood.');
  await room.round();
  expect(both.shown().discord).toHaveLength(before.discord.length + 1);
  expect(both.shown().slack).toHaveLength(before.slack.length + 1);
});

test('without the restore noted, the same copy posts again: the test sees what it guards against', async () => {
  await using both = await watchedOnBoth();
  const { room } = both;
  const copy = await room.backUp();
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  const before = both.shown();
  await room.goBackTo(copy);
  room.sql('delete from restores');
  await room.round();
  await room.wait(11);
  expect(both.shown()).not.toEqual(before);
});
