import {
  type BaseInteraction,
  type Channel,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import { type InteractionWords, interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { channelMeant } from '#adapters/discord/asking/server-interaction.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { LOOKING_BACK, placeKindOf, postingRights } from '#adapters/discord/needed-rights.ts';
import { unkeptWishes } from '#adapters/discord/sending/unkept-wishes.ts';
import { type TagOfPosts, taggingOf, tagOfPosts } from '#adapters/discord/tag-of-posts.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Reply } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';

/** What Discord tells with each interaction of the bot's own rights in that channel. */
export type Standing = Pick<BaseInteraction, 'appPermissions' | 'channel' | 'client' | 'guild'>;

/**
 * Why no card can come: the rights that the bot lacks, or a tag that a forum wants with each post. `unread`: what it
 * lacks to look back at what it posted.
 */
type Silence = {
  readonly lacking: readonly string[];
  readonly unread: readonly string[];
  readonly tag: TagOfPosts;
};

/** Where cards are to come from now on, why none can, and what tries it again, where that can be said. */
type Target = Silence & { readonly name: string; readonly command?: string };

/**
 * A reply to `watch add`, or to a watch that changed or moved, says first what Discord will not let be done, such as where
 * no card can come: the watch is saved all the same. Others stay as they are. Said in the language of who asks.
 */
export function warnOfSilence(reply: Reply, inbound: Inbound, here: Standing): Reply {
  if (reply.kind === 'refused') return reply;
  const target = targetOf(inbound, here);
  const { language, workspace } = inbound;
  const words = interactionWords(language ?? workspace.languages[0] ?? 'en');
  const lines = [
    ...(target === undefined ? [] : linesOn(target, words, here.client)),
    ...(reply.kind === 'done' ? unkeptWishes(inbound, here) : []),
  ];
  if (lines.length === 0) return reply;
  const isInTheWay = target !== undefined && hindersCards(target);
  const command = isInTheWay ? target.command : undefined;
  const again = command === undefined ? [] : [{ label: words.tryAgain, command }];
  return {
    ...reply,
    lines: [...lines, ...reply.lines],
    actions: [...again, ...(reply.actions ?? [])],
  };
}

/** A tag that posts get is only told. */
const hindersCards = ({ lacking, unread, tag }: Silence): boolean =>
  lacking.length > 0 || unread.length > 0 || tag.kind === 'none-allowed';

function linesOn(
  { name, lacking, unread, tag }: Target,
  words: InteractionWords,
  { user }: Client<true>,
): readonly Phrase[] {
  const named = (rights: readonly string[]) => rights.map((right) => words.rights[right] ?? right);
  const bot = user.displayName;
  return [
    ...(lacking.length === 0 ? [] : [words.cannotPost(name, named(lacking), bot)]),
    ...(unread.length === 0 ? [] : [words.readsNothingBack(name, named(unread), bot)]),
    ...(tag.kind === 'none-allowed' ? [words.wantsTag(name, bot)] : []),
    ...(tag.kind === 'tag' ? [words.getsTag(name, tag.name, bot)] : []),
  ];
}

function targetOf({ asked, channel, named = [] }: Inbound, here: Standing): Target | undefined {
  const wanted = topicToWatch(asked);
  if (wanted !== undefined) {
    const command = `watch add ${wanted.line}`;
    if (wanted.place !== undefined) return { ...silenceThere(wanted.place, here), command };
    const silence = silenceIn(channelMeant(here), here.appPermissions, here.client);
    return { ...silence, name: channel.name, command };
  }
  if (asked.kind !== 'command' || asked.path.join(' ') !== 'watch edit') return undefined;
  const to = named.find(({ address }) => address === asked.options['to']);
  return to && silenceThere(to.address, here);
}

function silenceThere(
  address: string,
  { client }: Pick<Standing, 'client'>,
): Silence & { readonly name: string } {
  const channel = client.channels.cache.get(address);
  if (channel === undefined || channel.isDMBased()) return { ...NONE, name: '' };
  const held = channel.permissionsFor(client.user);
  return { ...(held === null ? NONE : silenceIn(channel, held, client)), name: `#${channel.name}` };
}

const NONE: Silence = { lacking: [], unread: [], tag: { kind: 'not-needed' } };

/** Who administers the server lacks nothing. */
function silenceIn(
  channel: Channel | null | undefined,
  held: Readonly<PermissionsBitField>,
  { user }: Client<true>,
): Silence {
  const type = channel?.type ?? ChannelType.GuildText;
  const isAdministrator = held.has(PermissionFlagsBits.Administrator);
  return {
    lacking: isAdministrator ? [] : lackingOf(postingRights(placeKindOf(type)), held.bitfield),
    unread: isAdministrator ? [] : lackingOf(LOOKING_BACK, held.bitfield),
    tag:
      channel?.type === ChannelType.GuildForum
        ? tagOfPosts(taggingOf(channel, held), user.displayName)
        : NONE.tag,
  };
}
