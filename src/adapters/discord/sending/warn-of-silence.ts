import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { lackingOf } from '#adapters/discord/channel-rights.ts';
import { postingRights } from '#adapters/discord/needed-rights.ts';
import type { Reply } from '#command/command.ts';
import type { Asked, Inbound } from '#command/inbound.ts';

/** What Discord tells with each interaction of the bot's own rights in that channel. */
export type Standing = Pick<BaseInteraction, 'appPermissions' | 'channel' | 'client'>;

const WATCH_ADD = /^\/?watch\s+add\s+/i;

/** A reply to `watch add` that says first where no card can come: the watch is saved all the same. Others stay as they are. */
export function warnOfSilence(reply: Reply, { asked, channel, workspace }: Inbound, here: Standing): Reply {
  const topic = topicToWatch(asked);
  const lacking = lackingToPost(here);
  if (topic === undefined || reply.kind === 'refused' || lacking.length === 0) return reply;
  const words = interactionWords(workspace.languages[0] ?? 'en');
  const rights = lacking.map((right) => words.rights[right] ?? right);
  return {
    ...reply,
    lines: [words.cannotPost(channel.name, rights, here.client.user.displayName), ...reply.lines],
    actions: [{ label: words.tryAgain, command: `watch add ${topic}` }, ...(reply.actions ?? [])],
  };
}

function topicToWatch(asked: Asked): string | undefined {
  switch (asked.kind) {
    case 'command':
      return asked.path.join(' ') === 'watch add' ? asked.options['topic'] : undefined;
    case 'words':
      return WATCH_ADD.test(asked.words) ? asked.words.replace(WATCH_ADD, '') : undefined;
    case 'form':
    case 'why':
      return undefined;
  }
}

function lackingToPost({ appPermissions, channel }: Standing): readonly string[] {
  if (appPermissions.has(PermissionFlagsBits.Administrator)) return [];
  return lackingOf(postingRights(channel?.isThread() ?? false), appPermissions.bitfield);
}
