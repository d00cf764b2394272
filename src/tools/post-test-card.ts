import type { ChannelRef } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';
import type { Messenger, SendOutcome } from '#channel/messenger.ts';
import { openMessenger } from '#compose/open-messenger.ts';
import type { Config } from '#config/read-config.ts';
import { idOf } from '#kernel/id.ts';
import { testCard } from '#tools/test-card.ts';

/** Posts the test card to the channel that is called so, among those known; what came of it, in words. */
export async function postTestCard(
  named: string,
  channels: readonly ChannelRef[],
  config: Config,
  now: Date,
): Promise<SetUpFinding> {
  const found = channels.filter((channel) => isCalled(channel, named));
  const [channel] = found;
  if (channel === undefined) return unknownChannel(named, channels);
  if (found.length > 1) return severalChannels(named, found);

  const messenger = await tryToOpen(channel, config);
  if ('message' in messenger) return messenger;
  const key = idOf<'Delivery'>('test-card', channel.id, now.toISOString());
  return tell(channel, await messenger.create(channel, testCard, key));
}

/** By #name, by the name alone, since a shell takes # for a comment, or by the platform's id. */
const isCalled = ({ name, address }: ChannelRef, named: string): boolean =>
  named === name || `#${named}` === name || named === address;

function unknownChannel(named: string, channels: readonly ChannelRef[]): SetUpFinding {
  const known = channels.map(({ name, address }) => `${name} (${address})`).join(', ');
  return {
    message: `No channel called ${named} is known.`,
    remedy:
      known === ''
        ? 'Type a command there first, such as /watch list on Discord or /readout watch list on Slack.'
        : `Known are ${known}. For another, type a command there first.`,
  };
}

const severalChannels = (named: string, found: readonly ChannelRef[]): SetUpFinding => ({
  message: `Several channels are called ${named}.`,
  remedy: `Name one by its id: ${found.map(({ platform, address }) => `${address} (${platform})`).join(', ')}.`,
});

async function tryToOpen({ platform, name }: ChannelRef, config: Config): Promise<Messenger | SetUpFinding> {
  try {
    const messenger = await openMessenger(platform, config);
    if (messenger !== undefined) return messenger;
    return { message: `${name} is on ${platform}, which has no token.`, remedy: 'See .env.example.' };
  } catch {
    return { message: `${platform} does not let us in.`, remedy: 'See what stands above about its token.' };
  }
}

function tell({ name }: ChannelRef, outcome: SendOutcome): SetUpFinding {
  switch (outcome.kind) {
    case 'sent':
      return { message: `a test card stands in ${name}` };
    case 'later':
      return { message: `not posted in ${name}: ${outcome.detail}`, remedy: 'Try again in a minute.' };
    case 'refused':
      return {
        message: `not posted in ${name}: ${outcome.detail} (${outcome.reason})`,
        remedy: 'See what stands above about this channel.',
      };
    case 'message-gone':
      return { message: `the test card was posted in ${name}, and somebody deleted it` };
    case 'unknown':
      return {
        message: `it is not known whether it stands in ${name}: ${outcome.detail}`,
        remedy: 'Look into the channel.',
      };
  }
}
