import type { Complain } from '#config/problem.ts';
import { type Environment, readSecret } from '#config/read-secret.ts';
import type { Settings, SlackTokens } from '#config/settings.ts';
import type { Secret } from '#kernel/secret.ts';

/** Addresses that reach no further than this machine. */
const LOOPBACK_URL = /^https?:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d+)?(?:\/|$)/;

/** How each kind of Slack token begins: they are easily swapped. */
const SLACK_TOKENS = {
  SLACK_BOT_TOKEN: {
    begins: 'xoxb-',
    remedy: 'Copy the “Bot User OAuth Token” of your app, under OAuth & Permissions.',
  },
  SLACK_APP_TOKEN: {
    begins: 'xapp-',
    remedy: 'Create an app-level token with connections:write, under Basic Information → App-Level Tokens.',
  },
} as const;

/** How many workspaces of Slack one program serves: each holds a connection of its own. */
const MOST_WORKSPACES = 9;

/** The chat platforms that the environment has tokens for; one without is simply not started. */
export function readPlatforms(
  environment: Environment,
  complain: Complain,
): Pick<Settings, 'discord'> & { readonly slack?: Omit<NonNullable<Settings['slack']>, 'managers'> } {
  const token = readSecret('DISCORD_TOKEN', environment, complain);
  const discordApi = readApi('READOUT_DISCORD_API', environment, complain);
  const slack = readSlackTokens('', environment, complain);
  const others = readOtherTokens(environment, complain);
  const slackApi = readApi('READOUT_SLACK_API', environment, complain);
  return {
    ...(token && { discord: { token, ...discordApi } }),
    ...(slack && { slack: { ...slack, ...slackApi, ...(others.length > 0 && { others }) } }),
  };
}

/** Those of further workspaces: `SLACK_BOT_TOKEN_2`, `SLACK_APP_TOKEN_2` and so on. */
function readOtherTokens(environment: Environment, complain: Complain): readonly SlackTokens[] {
  const numbers = Array.from({ length: MOST_WORKSPACES - 1 }, (_, index) => index + 2);
  return numbers.flatMap((number) => readSlackTokens(`_${number}`, environment, complain) ?? []);
}

function readSlackTokens(
  behind: string,
  environment: Environment,
  complain: Complain,
): SlackTokens | undefined {
  const botToken = readSlackToken('SLACK_BOT_TOKEN', behind, environment, complain);
  const appToken = readSlackToken('SLACK_APP_TOKEN', behind, environment, complain);
  if (botToken && appToken)
    return { botToken, appToken, ...(behind !== '' && { variable: `SLACK_BOT_TOKEN${behind}` }) };
  if (botToken || appToken) {
    const missing = botToken ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
    complain({
      where: `${missing}${behind}`,
      message: 'is not set, and Slack needs both of its tokens.',
      remedy: `${SLACK_TOKENS[missing].remedy} To do without Slack, take the other token away.`,
    });
  }
  return undefined;
}

function readSlackToken(
  kind: keyof typeof SLACK_TOKENS,
  behind: string,
  environment: Environment,
  complain: Complain,
): Secret | undefined {
  const name = `${kind}${behind}`;
  const token = readSecret(name, environment, complain);
  const { begins, remedy } = SLACK_TOKENS[kind];
  if (token && !token.reveal().startsWith(begins))
    complain({ where: name, message: `does not begin with ${begins}.`, remedy });
  return token;
}

/** Another address of a platform's API: for simulators on this machine only, since tokens are sent there. */
function readApi(name: string, environment: Environment, complain: Complain): { readonly apiUrl?: string } {
  const apiUrl = environment[name]?.trim();
  if (!apiUrl) return {};
  if (LOOPBACK_URL.test(apiUrl) && URL.canParse(apiUrl)) return { apiUrl };
  complain({
    where: name,
    message: 'must be an address on this machine, such as http://127.0.0.1:8080.',
    remedy: 'Leave it out: it is for simulators only, and the token would be sent there.',
  });
  return {};
}
