import type { webApi } from '@slack/bolt';
import { slackMessenger } from '#adapters/slack/sending/slack-messenger.ts';
import { slackClient } from '#adapters/slack/slack-client.ts';
import { slackLogger } from '#adapters/slack/slack-logger.ts';
import type { ChannelRef } from '#channel/channel.ts';
import { Secret } from '#kernel/secret.ts';
import { desk, keepingLog, wordsIn } from '../adapters/slack/a-slack.ts';
import { type EmulatedSlack, startEmulatedSlack } from '../simulators/slack/emulated-slack.ts';
import { describeMessenger, type Messaging } from './messenger.contract.ts';

// The same suite as over our simulator, so that both of us would have to be wrong about Slack in the same way.
describeMessenger('Slack as emulate knows it', async () => messagingOver(await startEmulatedSlack()));

function messagingOver(emulated: EmulatedSlack): Messaging {
  const client = slackClient(new Secret(emulated.botToken), slackLogger(keepingLog().log), emulated.apiUrl);
  const channel: ChannelRef = { ...desk, address: emulated.channel };
  return {
    messenger: slackMessenger(client),
    channel,
    restarted: () => Promise.resolve(slackMessenger(client)),
    seen: async () => {
      const shown = await everyMessage(client, emulated.channel);
      return shown.map(({ blocks }) => wordsIn(blocks).join('\n')).join('\n');
    },
    async [Symbol.asyncDispose]() {
      await emulated[Symbol.asyncDispose]();
    },
  };
}

/** Its history leaves out replies that were broadcast, so each thread is read too. */
async function everyMessage(client: webApi.WebClient, channel: string) {
  const { messages = [] } = await client.conversations.history({ channel });
  const threads = await Promise.all(
    messages.map(({ ts = '' }) => client.conversations.replies({ channel, ts })),
  );
  return threads.flatMap(({ messages }) => messages ?? []);
}
