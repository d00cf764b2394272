import type { types } from '@slack/bolt';
import { App, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { type SlackOptions, type SlackSimulator, startSlackSimulator } from './slack-simulator.ts';

/** The real Bolt, listening to a simulator of its own. */
export type BoltApp = AsyncDisposable & {
  readonly slack: SlackSimulator;
  readonly app: App;
  /** Resolves when Bolt has heard `hello` the next time. */
  connectedAgain(): Promise<void>;
};

/** Bolt waits this long after a lost socket before it asks for a new one, and for a pong. Its default is 5 s. */
const PING_TIMEOUT_MS = 500;

/** Starts a simulator, and Bolt over Socket Mode with the handlers that `register` gives it. */
export async function startBolt(register: (app: App) => void, options: SlackOptions = {}): Promise<BoltApp> {
  const slack = await startSlackSimulator(options);
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions },
    clientPingTimeout: PING_TIMEOUT_MS,
    logger: SILENT,
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: SILENT });
  register(app);
  await app.start();
  return {
    slack,
    app,
    connectedAgain: () =>
      new Promise((resolve) => {
        receiver.client.once('connected', () => resolve());
      }),
    async [Symbol.asyncDispose]() {
      await app.stop();
      await slack[Symbol.asyncDispose]();
    },
  };
}

/** The real WebClient, which tries once unless told otherwise. */
export const webClientOf = (
  { apiUrl, botToken }: Pick<SlackSimulator, 'apiUrl' | 'botToken'>,
  options: webApi.WebClientOptions = {},
): webApi.WebClient =>
  new webApi.WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
    ...options,
  });

/** What is posted; the linter takes the SDK's own `postMessage` for the browser's. */
export const post = (
  client: webApi.WebClient,
  message: webApi.ChatPostMessageArguments,
): Promise<webApi.ChatPostMessageResponse> => client.apiCall('chat.postMessage', { ...message });

/** The code with which Slack refuses, or the fault that came instead. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (fault) {
    return fault instanceof webApi.WebAPIPlatformError ? fault.data.error : fault;
  }
}

/** A text that nobody formats. */
export const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text });

const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
