import type { REST } from 'discord.js';
import { discordMessenger } from '#adapters/discord/sending/discord-messenger.ts';
import { outcomeOfLooking } from '#adapters/discord/sending/find-message.ts';
import { type ForumMessenger, forumMessenger } from '#adapters/discord/sending/forum-messenger.ts';
import { knownChannels, type Told } from '#adapters/discord/sending/known-channels.ts';
import { type NotSent, outcomeOfAsking } from '#adapters/discord/sending/outcome-of-error.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';

/** Whose messages are its own, and after whom a forum's tag may be called. */
export type Bot = { readonly id: string; readonly name: string };

/**
 * Posts cards as this bot, in forums as posts and anywhere else as messages. `told`: what Discord has told of a
 * channel by itself; of others it is asked once, and without it nothing in a channel links to a message.
 */
export function messengerByChannel(rest: REST, bot: Bot, told: Told = () => undefined): Messenger {
  const known = knownChannels(rest, told);
  const channels = discordMessenger(rest, bot.id, (address) => told(address)?.server);
  const forums = forumMessenger({ rest, botId: bot.id, botName: bot.name, known });
  const messengerFor = async ({ address }: ChannelRef): Promise<ForumMessenger> =>
    (await known(address)).isForum ? forums : channels;
  const send = async <Outcome>(
    channel: ChannelRef,
    ask: (messenger: ForumMessenger) => Promise<Outcome>,
  ): Promise<Outcome | NotSent> => {
    const messenger = await messengerFor(channel).catch(outcomeOfAsking);
    return 'kind' in messenger ? messenger : ask(messenger);
  };
  return {
    ...channels,
    create: (channel, ...rest) => send(channel, (messenger) => messenger.create(channel, ...rest)),
    edit: (channel, ...rest) => send(channel, (messenger) => messenger.edit(channel, ...rest)),
    remove: (channel, ...rest) => send(channel, (messenger) => messenger.remove(channel, ...rest)),
    reply: (channel, ...rest) => send(channel, (messenger) => messenger.reply(channel, ...rest)),
    digest: (channel, ...rest) => send(channel, (messenger) => messenger.digest(channel, ...rest)),
    say: (channel, ...rest) => send(channel, (messenger) => messenger.say(channel, ...rest)),
    findByKey: async (channel, ...rest) => {
      const messenger = await messengerFor(channel).catch(outcomeOfLooking);
      return 'kind' in messenger ? messenger : messenger.findByKey(channel, ...rest);
    },
  };
}
