import { type Logger, webApi } from '@slack/bolt';
import { SECOND_MS } from '#kernel/clock.ts';
import type { Secret } from '#kernel/secret.ts';

/** Shorter than a delivery's lease: whoever takes over must not find the first request still under way. */
const TIMEOUT_MS = 15 * SECOND_MS;

/**
 * How we call Slack: once. A retry by the SDK posts a message twice when only the answer was lost; the delivery stage
 * retries, and knows what to look for first. `apiUrl` is Slack's own where it is absent.
 */
export const clientOptions = (logger: Logger, apiUrl?: string): webApi.WebClientOptions => ({
  logger,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: TIMEOUT_MS,
  // Bolt answers a response_url by this too, and sets no limit of its own.
  fetch: (address, request) => fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), ...request }),
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
});

/** Slack's Web API under one token. */
export const slackClient = (token: Secret, logger: Logger, apiUrl?: string): webApi.WebClient =>
  new webApi.WebClient(token.reveal(), clientOptions(logger, apiUrl));
