import type { ChannelRef, Platform } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/**
 * One messenger over several workspaces of a platform, each with its own. What one of them is refused for its token, or
 * told to wait with, holds no other. A channel of none waits: its workspace is not connected now.
 */
export function messengerByWorkspace(
  platform: Platform,
  messengerOf: (workspace: WorkspaceId) => Messenger | undefined,
): Messenger {
  const within = async <Outcome>(
    channel: ChannelRef,
    send: (messenger: Messenger) => Promise<Outcome>,
  ): Promise<Outcome | typeof NOT_CONNECTED> => {
    const messenger = messengerOf(channel.workspace);
    return messenger === undefined ? NOT_CONNECTED : ofItselfAlone(await send(messenger));
  };
  return {
    platform,
    create: (channel, ...rest) => within(channel, (messenger) => messenger.create(channel, ...rest)),
    edit: (channel, ...rest) => within(channel, (messenger) => messenger.edit(channel, ...rest)),
    remove: (channel, ...rest) => within(channel, (messenger) => messenger.remove(channel, ...rest)),
    reply: (channel, ...rest) => within(channel, (messenger) => messenger.reply(channel, ...rest)),
    digest: (channel, ...rest) => within(channel, (messenger) => messenger.digest(channel, ...rest)),
    say: (channel, ...rest) => within(channel, (messenger) => messenger.say(channel, ...rest)),
    findByKey: (channel, ...rest) => within(channel, (messenger) => messenger.findByKey(channel, ...rest)),
  };
}

/** Tried again about as often as the program tries to connect; what waits is news no more before it was tried too often. */
const NOT_CONNECTED = {
  kind: 'later',
  retryAfterMs: 30 * SECOND_MS,
  detail: 'its workspace is not connected',
} as const;

/** A platform's word on a token, or on everything, is its word on this workspace. */
function ofItselfAlone<Outcome>(outcome: Outcome): Outcome {
  const told = outcome as { readonly kind?: string; readonly reason?: string; readonly isEverywhere?: true };
  if (told.kind === 'refused' && told.reason === 'not-authorised')
    return { ...outcome, reason: 'not-allowed' };
  if (told.kind !== 'later' || told.isEverywhere === undefined) return outcome;
  const { isEverywhere: _, ...here } = told;
  return here as Outcome;
}
