import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#kernel/log.ts';

const TOKEN = /x(?:ox[a-z]|app)-[\w-]+/g;
/** Their query holds the ticket that opens the socket; a response_url is a right in itself. */
const ADDRESS = /(?:wss?|https?):\/\/\S+/g;

/** What Bolt would print goes to our log: warnings and errors, without tokens and addresses. The rest is dropped. */
export function slackLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...told) => {
      log.warn('slack.sdk_warned', { detail: withoutSecrets(told) });
    },
    error: (...told) => {
      log.error('slack.sdk_failed', { detail: withoutSecrets(told) });
    },
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.WARN,
  };
}

const withoutSecrets = (told: readonly unknown[]): string =>
  told
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .replaceAll(TOKEN, '•••')
    .replaceAll(ADDRESS, '(address)');
