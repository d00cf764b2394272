import {
  type BaseInteraction,
  type Channel,
  ChannelFlags,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { type InteractionWords, interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { channelMeant } from '#adapters/discord/asking/server-interaction.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { placeKindOf, postingRights } from '#adapters/discord/needed-rights.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Reply } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';

/** What Discord tells with each interaction of the bot's own rights in that channel. */
export type Standing = Pick<BaseInteraction, 'appPermissions' | 'channel' | 'client'>;

/** Why no card can come: the rights that the bot lacks, and whether a forum wants a tag with each post. */
type Silence = { readonly lacking: readonly string[]; readonly isForWantOfATag: boolean };

/** Where cards are to come from now on, why none can, and what tries it again, where that can be said. */
type Target = Silence & { readonly name: string; readonly command?: string };

/**
 * A reply to `watch add`, or to a watch that moved, says first where no card can come: the watch is saved all the same.
 * Others stay as they are. Said in the language of who asks.
 */
export function warnOfSilence(reply: Reply, inbound: Inbound, here: Standing): Reply {
  const target = reply.kind === 'refused' ? undefined : targetOf(inbound, here);
  if (target === undefined) return reply;
  const { language, workspace } = inbound;
  const words = interactionWords(language ?? workspace.languages[0] ?? 'en');
  const lines = linesOn(target, words, here.client);
  if (lines.length === 0) return reply;
  const again = target.command === undefined ? [] : [{ label: words.tryAgain, command: target.command }];
  return {
    ...reply,
    lines: [...lines, ...reply.lines],
    actions: [...again, ...(reply.actions ?? [])],
  };
}

function linesOn(
  { name, lacking, isForWantOfATag }: Target,
  words: InteractionWords,
  { user }: Client<true>,
): readonly Phrase[] {
  const rights = lacking.map((right) => words.rights[right] ?? right);
  return [
    ...(rights.length === 0 ? [] : [words.cannotPost(name, rights, user.displayName)]),
    ...(isForWantOfATag ? [words.wantsTag(name)] : []),
  ];
}

function targetOf({ asked, channel, named = [] }: Inbound, here: Standing): Target | undefined {
  const topic = topicToWatch(asked);
  if (topic !== undefined) {
    const silence = silenceIn(channelMeant(here), here.appPermissions);
    return { ...silence, name: channel.name, command: `watch add ${topic}` };
  }
  if (asked.kind !== 'command' || asked.path.join(' ') !== 'watch edit') return undefined;
  const to = named.find(({ address }) => address === asked.options['to']);
  return to && { ...silenceThere(to.address, here), name: to.name };
}

function silenceThere(address: string, { client }: Standing): Silence {
  const channel = client.channels.cache.get(address);
  const held = channel === undefined || channel.isDMBased() ? null : channel.permissionsFor(client.user);
  return held === null ? NONE : silenceIn(channel, held);
}

const NONE: Silence = { lacking: [], isForWantOfATag: false };

/** Who administers the server lacks nothing. */
function silenceIn(
  channel: Pick<Channel, 'type' | 'flags'> | null | undefined,
  held: Readonly<PermissionsBitField>,
): Silence {
  const type = channel?.type ?? ChannelType.GuildText;
  const isAdministrator = held.has(PermissionFlagsBits.Administrator);
  return {
    lacking: isAdministrator ? [] : lackingOf(postingRights(placeKindOf(type)), held.bitfield),
    isForWantOfATag: type === ChannelType.GuildForum && channel?.flags?.has(ChannelFlags.RequireTag) === true,
  };
}
