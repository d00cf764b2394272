import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { hearInvitation } from '#adapters/slack/asking/hear-invitation.ts';
import { hearRemoval } from '#adapters/slack/asking/hear-removal.ts';
import { listen } from '#adapters/slack/asking/listen.ts';
import { readHome, type SlackHome } from '#adapters/slack/asking/slack-home.ts';
import { type SlackManagers, slackWorkspace } from '#adapters/slack/asking/slack-inbound.ts';
import type { WorkspaceNotes } from '#adapters/slack/asking/workspace-notes.ts';
import { isSendableToken } from '#adapters/slack/is-sendable-token.ts';
import { heedingRefusals } from '#adapters/slack/sending/heed-refusals.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import { slackMessenger } from '#adapters/slack/sending/slack-messenger.ts';
import { clientOptions, slackClient } from '#adapters/slack/slack-client.ts';
import { slackDirectory } from '#adapters/slack/slack-directory.ts';
import { slackLogger } from '#adapters/slack/slack-logger.ts';
import type { SlackPace } from '#adapters/slack/slack-pace.ts';
import { SlackSocket } from '#adapters/slack/slack-socket.ts';
import { tokenStanding } from '#adapters/slack/token-standing.ts';
import { WHERE_TOKENS_ARE } from '#adapters/slack/where-tokens-are.ts';
import type { ChatPlatform } from '#channel/chat-platform.ts';
import { TokenRefused } from '#channel/token-refused.ts';
import type { Receive, Suggest } from '#command/inbound.ts';
import type { ShowDashboard } from '#command/watch/dashboard.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Secret } from '#kernel/secret.ts';

/**
 * What connecting needs. Where they are absent, `apiUrl` is Slack's own, `managers` whoever is in a channel, `languages`
 * English: Slack tells those of people, not of a workspace; and `pace` as often as its documents allow.
 */
export type SlackOptions = WorkspaceNotes & {
  readonly botToken: Secret;
  readonly appToken: Secret;
  /** Which settings hold these tokens; absent: those of the first workspace. */
  readonly settings?: TokenSettings;
  readonly apiUrl?: string;
  readonly managers?: SlackManagers;
  readonly languages?: readonly string[];
  readonly pace?: SlackPace;
  readonly receive: Receive;
  readonly suggest: Suggest;
  readonly dashboard: ShowDashboard;
  readonly clock: Clock;
  readonly log: Log;
};

/** Where each token stands. */
type TokenSettings = Readonly<Record<keyof typeof WHERE_TOKENS_ARE, string>>;

const FIRST: TokenSettings = { bot: 'SLACK_BOT_TOKEN', app: 'SLACK_APP_TOKEN' };

const NOT_LET_IN = 'Slack does not let Readout in';

/**
 * Connects one Slack workspace by Socket Mode, and keeps it connected until Slack takes our token no more. Throws where
 * Slack is out of reach at first, and `TokenRefused` where it refuses a token. Disposing it takes no more events, and
 * waits for the answers under way.
 */
export async function connectSlack(options: SlackOptions): Promise<ChatPlatform> {
  const { settings = FIRST } = options;
  refuseNoToken('bot', options.botToken, settings);
  refuseNoToken('app', options.appToken, settings);
  const logger = slackLogger(options.log);
  const client = slackClient(options.botToken, logger, options.apiUrl);
  const home = await letIn('bot', settings, () => readHome(client));
  const receiver = socketReceiver(options, logger);
  const app = appFor(options, home, receiver, logger);
  const answering: Answering = {
    home,
    directory: slackDirectory(client, options.clock),
    managers: options.managers ?? 'channel-members',
    languages: options.languages ?? ['en'],
    receive: options.receive,
    log: options.log,
  };
  const standing = tokenStanding();
  hearRemoval(app, answering, { standing, leave: options.leave });
  hearInvitation(app, answering, options);
  const underWay = listen(app, { answering, suggest: options.suggest, dashboard: options.dashboard });
  const socket = new SlackSocket(receiver.client, options.log, settings.app);
  await letIn('app', settings, () => socket.open());
  await options.welcome({ workspace: slackWorkspace(home, answering.languages) });
  return {
    messenger: heedingRefusals(slackMessenger(client, home.url, options.pace), standing),
    problem: standing.problem,
    deafFor: () => (socket.isRefused ? settings.app : undefined),
    workspaces: () => new Set(standing.problem() === undefined ? [home.id] : []),
    async [Symbol.asyncDispose]() {
      await socket[Symbol.asyncDispose]();
      await Promise.allSettled(underWay);
    },
  };
}

function refuseNoToken(whose: keyof TokenSettings, token: Secret, settings: TokenSettings): void {
  if (isSendableToken(token)) return;
  throw new TokenRefused(`${NOT_LET_IN}: the ${whose} token is not a token`, { setting: settings[whose] });
}

/** Says in one line why Slack did not let us in, and what helps. */
async function letIn<Told>(
  whose: keyof TokenSettings,
  settings: TokenSettings,
  step: () => Promise<Told>,
): Promise<Told> {
  try {
    return await step();
  } catch (cause) {
    const failure = failureOf(cause);
    const why = `${NOT_LET_IN}: ${failure.detail}`;
    if (failure.kind !== 'refused' || failure.reason !== 'not-authorised') throw new Error(why, { cause });
    throw new TokenRefused(`${why}. ${WHERE_TOKENS_ARE[whose]}`, { cause, setting: settings[whose] });
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
