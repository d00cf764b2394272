import { once } from 'node:events';
import { ChannelType, Client, GatewayIntentBits, MessageFlags, type TextChannel } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type DiscordSimulator,
  type DiscordSimulatorOptions,
  startDiscordSimulator,
} from './discord/discord-simulator.ts';
import { isInvalidRequest } from './discord/rest-server.ts';

const stops: (() => PromiseLike<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function simulate(options: DiscordSimulatorOptions = {}): Promise<DiscordSimulator> {
  const simulator = await startDiscordSimulator(options);
  stops.push(() => simulator[Symbol.asyncDispose]());
  return simulator;
}

/** A real discord.js client, logged in; `desk` is the channel it writes to. */
async function logIn(simulator: DiscordSimulator, token = simulator.token) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: simulator.apiUrl, version: '10' },
  });
  stops.push(() => client.destroy());
  await Promise.all([once(client, 'clientReady'), client.login(token)]);
  const desk = client.channels.cache.get(simulator.channel('desk').id) as TextChannel;
  return { client, desk };
}

describe('discord.js on the simulator', () => {
  test('logs in with the Guilds intent alone and sees its channels', async () => {
    const simulator = await simulate();
    const { client, desk } = await logIn(simulator);
    expect(client.user?.username).toBe('readout');
    expect(desk.type).toBe(ChannelType.GuildText);
    expect(simulator.violations()).toEqual([]);
  });

  test('turns a plain sentence into a Components V2 card and answers it', async () => {
    const simulator = await simulate();
    const { desk } = await logIn(simulator);
    const message = await desk.send({ content: 'Talks were held', allowedMentions: { parse: [] } });
    await message.edit({
      content: null,
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 17, components: [{ type: 10, content: '### Talks were held' }] }],
    });
    await message.reply({ content: 'Both sides have spoken.', allowedMentions: { parse: [] } });
    expect(simulator.readChannel('desk')).toBe('### Talks were held\nBoth sides have spoken.');
    expect(simulator.violations()).toEqual([]);
    expect(simulator.served.filter(isInvalidRequest)).toEqual([]);
  });
});
