import type { MessageId } from '#channel/messenger.ts';

/** A message as a link names it: by the platform's own ids of it and its channel. */
export type LinkedMessage = { readonly address: string; readonly message: MessageId };

/**
 * https://discord.com/channels/SERVER/CHANNEL/MESSAGE, also of the test versions of its app. A post of a forum is linked
 * to as a channel, whose id its first message has too.
 */
const DISCORD = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d+\/(\d+)(?:\/(\d+))?/i;
/** https://NAME.slack.com/archives/CHANNEL/pTIME, the time without its point. */
const SLACK = /^https:\/\/[\w.-]+\.slack\.com\/archives\/(\w+)\/p(\d{10})(\d{6})/i;

/** The message that a link copied from Discord or Slack points at; nothing for a link to anything else. */
export function messageOfLink(link: string): LinkedMessage | undefined {
  const [, channel, message = channel] = DISCORD.exec(link) ?? [];
  if (channel !== undefined) return { address: channel, message: message as MessageId };
  const [, archive, seconds, fraction] = SLACK.exec(link) ?? [];
  if (archive === undefined) return undefined;
  return { address: archive, message: `${seconds}.${fraction}` as MessageId };
}
