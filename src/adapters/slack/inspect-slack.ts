import { type Logger, LogLevel, type webApi } from '@slack/bolt';
import { readHome, type SlackHome } from '#adapters/slack/asking/slack-home.ts';
import { isSendableToken } from '#adapters/slack/is-sendable-token.ts';
import { failureOf, slackCode } from '#adapters/slack/sending/outcome-of-error.ts';
import { slackClient } from '#adapters/slack/slack-client.ts';
import { NEEDED_SCOPES, OPTIONAL_SCOPES } from '#adapters/slack/slack-scopes.ts';
import { APP_PAGE, WHERE_TOKENS_ARE } from '#adapters/slack/where-tokens-are.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { SetUpFinding } from '#channel/chat-platform.ts';
import type { Secret } from '#kernel/secret.ts';

const MANIFEST = 'config/slack-manifest.json';
/** Whoever checks a set-up reads the findings; the SDK's own words would stand between them. */
const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

/**
 * Looks at what Slack lets us do: the bot's token and its scopes, Socket Mode, and whether the bot is in those of these channels that are of its workspace.
 * Opens no connection and posts nothing.
 */
export async function inspectSlack(options: {
  readonly botToken: Secret;
  readonly appToken: Secret;
  readonly apiUrl?: string;
  readonly channels: readonly ChannelRef[];
}): Promise<readonly SetUpFinding[]> {
  const bot = slackClient(options.botToken, silent, options.apiUrl);
  const app = slackClient(options.appToken, silent, options.apiUrl);
  const socket = isSendableToken(options.appToken) ? await inspectSocket(app) : notAToken('app');
  if (!isSendableToken(options.botToken)) return [notAToken('bot'), socket];
  try {
    const home = await readHome(bot);
    const channels = await Promise.all(
      options.channels
        .filter(({ workspace, address }) => workspace === home.id && !isPerson(address))
        .map((channel) => inspectChannel(bot, channel, home)),
    );
    return [inBot(home), ...scopesOf(home), socket, ...channels];
  } catch (fault) {
    return [botProblem(fault), socket];
  }
}

/** A conversation with one person, whom we greeted: there is nothing to be let into. */
const isPerson = (address: string): boolean => /^[UW]/.test(address);

const inBot = ({ name, botName }: SlackHome): SetUpFinding => ({
  message: `The bot token is that of @${botName} in ${name}.`,
});

const botProblem = (fault: unknown): SetUpFinding => ({
  message: `The bot token does not work: ${failureOf(fault).detail}.`,
  remedy:
    failureOf(fault).kind === 'refused'
      ? WHERE_TOKENS_ARE.bot
      : 'Look whether this machine reaches slack.com, and try again.',
});

const notAToken = (whose: keyof typeof WHERE_TOKENS_ARE): SetUpFinding => ({
  message: `The ${whose} token is not a token: there is a space, a second line or a foreign character in it.`,
  remedy: WHERE_TOKENS_ARE[whose],
});

function scopesOf({ scopes }: SlackHome): readonly SetUpFinding[] {
  const missing = Object.entries(NEEDED_SCOPES).filter(([scope]) => !scopes.includes(scope));
  const left = Object.entries(OPTIONAL_SCOPES).filter(([scope]) => !scopes.includes(scope));
  return [
    ...missing.map(([scope, use]) => ({
      message: `The scope ${scope} is missing: without it Readout cannot ${use}.`,
      remedy: `Paste ${MANIFEST} at ${APP_PAGE} → App Manifest, save, and reinstall the app.`,
    })),
    ...left.map(([scope, what]) => ({
      message: `Without the scope ${scope}, which may be left out, ${what}.`,
    })),
  ];
}

async function inspectSocket(app: webApi.WebClient): Promise<SetUpFinding> {
  try {
    await app.apps.connections.open({});
    return { message: 'Socket Mode is on, and the app token opens it.' };
  } catch (fault) {
    return {
      message: `Socket Mode does not open: ${failureOf(fault).detail}.`,
      remedy: `Turn on Socket Mode at ${APP_PAGE} → Socket Mode, and copy an app-level token (xapp-…) with the scope connections:write from Basic Information.`,
    };
  }
}

async function inspectChannel(
  bot: webApi.WebClient,
  { address, name }: ChannelRef,
  { botName }: SlackHome,
): Promise<SetUpFinding> {
  try {
    const { channel } = await bot.conversations.info({ channel: address });
    if (channel?.is_archived === true)
      return {
        message: `${name} is archived.`,
        remedy: 'Unarchive it, or watch the topics in another channel.',
      };
    if (channel?.is_member === true || channel?.is_im === true) return { message: `The bot is in ${name}.` };
    return { message: `The bot is not in ${name}.`, remedy: `Type /invite @${botName} there.` };
  } catch (fault) {
    const isHidden = slackCode(fault) === 'channel_not_found';
    return {
      message: isHidden
        ? `${name} is not there, or it is private and the bot is not in it.`
        : `${name} could not be looked at: ${failureOf(fault).detail}.`,
      remedy: isHidden
        ? `Type /invite @${botName} there.`
        : 'See what stands above about token and scopes, and try again.',
    };
  }
}
