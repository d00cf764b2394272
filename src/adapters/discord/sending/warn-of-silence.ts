import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { postingRights } from '#adapters/discord/needed-rights.ts';
import type { Reply } from '#command/command.ts';
import type { Inbound } from '#command/inbound.ts';
import { topicToWatch } from '#command/watch/topic-to-watch.ts';

/** What Discord tells with each interaction of the bot's own rights in that channel. */
export type Standing = Pick<BaseInteraction, 'appPermissions' | 'channel' | 'client'>;

/** Where cards are to come from now on, what the bot lacks there, and what tries it again, where that can be said. */
type Target = { readonly name: string; readonly lacking: readonly string[]; readonly command?: string };

/**
 * A reply to `watch add`, or to a watch that moved, says first where no card can come: the watch is saved all the same.
 * Others stay as they are. Said in the language of who asks.
 */
export function warnOfSilence(reply: Reply, inbound: Inbound, here: Standing): Reply {
  const target = reply.kind === 'refused' ? undefined : targetOf(inbound, here);
  if (target === undefined || target.lacking.length === 0) return reply;
  const { language, workspace } = inbound;
  const words = interactionWords(language ?? workspace.languages[0] ?? 'en');
  const rights = target.lacking.map((right) => words.rights[right] ?? right);
  const again = target.command === undefined ? [] : [{ label: words.tryAgain, command: target.command }];
  return {
    ...reply,
    lines: [words.cannotPost(target.name, rights, here.client.user.displayName), ...reply.lines],
    actions: [...again, ...(reply.actions ?? [])],
  };
}

function targetOf({ asked, channel, named = [] }: Inbound, here: Standing): Target | undefined {
  const topic = topicToWatch(asked);
  if (topic !== undefined)
    return { name: channel.name, lacking: lackingHere(here), command: `watch add ${topic}` };
  if (asked.kind !== 'command' || asked.path.join(' ') !== 'watch edit') return undefined;
  const to = named.find(({ address }) => address === asked.options['to']);
  return to && { name: to.name, lacking: lackingIn(to.address, here) };
}

const lackingHere = ({ appPermissions, channel }: Standing): readonly string[] =>
  lackingOfHeld(appPermissions, channel?.isThread() ?? false);

function lackingIn(address: string, { client }: Standing): readonly string[] {
  const channel = client.channels.cache.get(address);
  if (channel === undefined || channel.isDMBased()) return [];
  const held = channel.permissionsFor(client.user);
  return held === null ? [] : lackingOfHeld(held, channel.isThread());
}

/** Who administers the server lacks nothing. */
const lackingOfHeld = (held: Standing['appPermissions'], isThread: boolean): readonly string[] =>
  held.has(PermissionFlagsBits.Administrator) ? [] : lackingOf(postingRights(isThread), held.bitfield);
