import { type APIUser, Routes } from 'discord.js';
import { openRest, type RestOptions } from '#adapters/discord/open-rest.ts';
import { messengerByChannel } from '#adapters/discord/sending/messenger-by-channel.ts';
import type { Messenger } from '#channel/messenger.ts';

/**
 * A messenger by REST alone: it listens to nothing, so that it can post beside a running program without taking any
 * command away from it. Throws where Discord does not accept the token or is not reached.
 */
export async function openMessenger(options: RestOptions): Promise<Messenger> {
  const rest = openRest(options);
  const bot = (await rest.get(Routes.user())) as APIUser;
  return messengerByChannel(rest, { id: bot.id, name: bot.global_name ?? bot.username });
}
