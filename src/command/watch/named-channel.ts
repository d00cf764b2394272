import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Desk } from '#command/command.ts';
import { standingIn } from '#command/standing.ts';

/**
 * Another channel that the platform told of with what was asked, by its id or as people call it; one that whoever asks
 * does not see is none.
 */
export async function namedChannel(written: string, ask: Ask, desk: Desk): Promise<ChannelRef | undefined> {
  const called = `#${written.replace(/^#/, '').toLowerCase()}`;
  const channel = ask.named?.find(
    ({ address, name }) => address === written || name.toLowerCase() === called,
  );
  if (channel === undefined || (await standingIn(channel, ask, desk)) === 'sees-not') return undefined;
  return channel;
}
