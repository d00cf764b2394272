import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { hearInvitation, type LetIn } from '#adapters/slack/asking/hear-invitation.ts';
import { hearRemoval } from '#adapters/slack/asking/hear-removal.ts';
import { listen } from '#adapters/slack/asking/listen.ts';
import { readHome, type SlackHome } from '#adapters/slack/asking/slack-home.ts';
import type { SlackManagers } from '#adapters/slack/asking/slack-inbound.ts';
import { isSendableToken } from '#adapters/slack/is-sendable-token.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import { slackMessenger } from '#adapters/slack/sending/slack-messenger.ts';
import { clientOptions, slackClient } from '#adapters/slack/slack-client.ts';
import { slackDirectory } from '#adapters/slack/slack-directory.ts';
import { slackLogger } from '#adapters/slack/slack-logger.ts';
import type { SlackPace } from '#adapters/slack/slack-pace.ts';
import { SlackSocket } from '#adapters/slack/slack-socket.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import type { Receive, Suggest } from '#command/inbound.ts';
import type { ShowDashboard } from '#command/watch/dashboard.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Secret } from '#kernel/secret.ts';

/**
 * What connecting needs. Where they are absent, `apiUrl` is Slack's own, `managers` whoever is in a channel, `languages`
 * English: Slack tells those of people, not of a workspace; and `pace` as often as its documents allow.
 */
export type SlackOptions = {
  readonly botToken: Secret;
  readonly appToken: Secret;
  readonly apiUrl?: string;
  readonly managers?: SlackManagers;
  readonly languages?: readonly string[];
  readonly pace?: SlackPace;
  readonly receive: Receive;
  readonly suggest: Suggest;
  readonly dashboard: ShowDashboard;
  readonly letIn: LetIn;
  readonly clock: Clock;
  readonly log: Log;
};

const NOT_LET_IN = 'Slack does not let Readout in';

/**
 * Connects one Slack workspace by Socket Mode, and keeps it connected. Throws where Slack refuses a token, or is out of
 * reach at first. Disposing it takes no more events, and waits for the answers under way.
 */
export async function connectSlack(options: SlackOptions): Promise<ChatPlatform> {
  refuseNoToken('bot', options.botToken);
  refuseNoToken('app', options.appToken);
  const logger = slackLogger(options.log);
  const client = slackClient(options.botToken, logger, options.apiUrl);
  const home = await letIn(() => readHome(client));
  const receiver = socketReceiver(options, logger);
  const app = appFor(options, home, receiver, logger);
  const workspaces = hearRemoval(app, home, options.log);
  hearInvitation(app, home, options);
  const answering: Answering = {
    home,
    directory: slackDirectory(client, options.clock),
    managers: options.managers ?? 'channel-members',
    languages: options.languages ?? ['en'],
    receive: options.receive,
    log: options.log,
  };
  const underWay = listen(app, { answering, suggest: options.suggest, dashboard: options.dashboard });
  const socket = new SlackSocket(receiver.client, options.log);
  await letIn(() => socket.open());
  return {
    messenger: slackMessenger(client, home.url, options.pace),
    workspaces: () => workspaces,
    async [Symbol.asyncDispose]() {
      await socket[Symbol.asyncDispose]();
      await Promise.allSettled(underWay);
    },
  };
}

function refuseNoToken(whose: string, token: Secret): void {
  if (!isSendableToken(token)) throw new Error(`${NOT_LET_IN}: the ${whose} token is not a token`);
}

/** Says in one line why Slack did not let us in. */
async function letIn<Told>(step: () => Promise<Told>): Promise<Told> {
  try {
    return await step();
  } catch (cause) {
    throw new Error(`${NOT_LET_IN}: ${failureOf(cause).detail}`, { cause });
  }
}

/** Reconnecting is left to SlackSocket. */
const socketReceiver = ({ appToken, apiUrl }: SlackOptions, logger: Logger): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken: appToken.reveal(),
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(logger, apiUrl) },
  });

/** With the bot's ids told, Bolt asks Slack nothing by itself: its own question, unanswered, would end the process. */
const appFor = (
  { botToken, apiUrl }: SlackOptions,
  home: SlackHome,
  receiver: SocketModeReceiver,
  logger: Logger,
): App =>
  new App({
    receiver,
    logger,
    logLevel: LogLevel.WARN,
    token: botToken.reveal(),
    botId: home.botId,
    botUserId: home.botUser,
    convoStore: false,
    clientOptions: clientOptions(logger, apiUrl),
  });
