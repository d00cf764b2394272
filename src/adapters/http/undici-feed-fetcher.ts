import { setTimeout as pause } from 'node:timers/promises';
import type { Validators } from '#feed/feed.ts';
import type { FeedFetcher, FeedVisit } from '#feed/feed-visit.ts';
import { addressGuard } from './address-guard.ts';
import type { Resolve } from './guarded-connector.ts';
import { type Answer, guardedGet, type NoAnswer } from './guarded-get.ts';
import { guardedRoads } from './guarded-roads.ts';
import { type PageFetch, type PageMeans, politePages } from './polite-pages.ts';
import type { Proxies } from './proxy-for.ts';
import { type ReadHeader, revisitHints } from './revisit-hints.ts';
import { failureOf } from './status-failure.ts';

/** How to fetch. */
export type FetchOptions = {
  /** Networks (CIDR) permitted although they are not public, for self-hosters; usually empty. */
  readonly allowNetworks: readonly string[];
  /** Such as `Readout/0.1 (+https://example.org/readout)`: publishers can tell who asks. */
  readonly userAgent: string;
  /** For one visit altogether. */
  readonly timeoutMs: number;
  /** Of a body, packed or unpacked. */
  readonly maxBytes: number;
  /** Finds the addresses of a name; the system's resolver unless told otherwise. */
  readonly resolve?: Resolve;
  /** Of the environment; without them everything is asked directly. */
  readonly proxies?: Proxies;
  /** The clock and the patience of page visits; a test brings its own. */
  readonly pages?: Partial<Pick<PageMeans, 'nowMs' | 'pause'>>;
};

const NO_PROXIES: Proxies = { exceptions: [] };
const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';
/** A longer validator is not worth keeping, and would make our own request too large. */
const LONGEST_VALIDATOR = 1_024;

/**
 * Fetches feeds by conditional GET, and pages, through the address guard: no cookies, no referrer, one connection
 * per host. Dispose it to close its sockets.
 */
export function undiciFeedFetcher(
  options: FetchOptions,
): FeedFetcher & AsyncDisposable & { readonly fetchPage: PageFetch } {
  const { timeoutMs, maxBytes, userAgent, proxies = NO_PROXIES } = options;
  const roads = guardedRoads(addressGuard(options.allowNetworks), proxies, options.resolve);
  const closing = new AbortController();
  const fetchPage = politePages({
    get: (url, accept, beforeHop) =>
      guardedGet(url, {
        roads,
        timeoutMs,
        maxBytes,
        headers: requestHeaders(userAgent, accept),
        ...(beforeHop && { beforeHop }),
      }),
    product: userAgent.split('/')[0] ?? userAgent,
    nowMs: () => Date.now(),
    pause: (ms) => pause(ms, undefined, { ref: false, signal: closing.signal }).catch(() => {}),
    ...options.pages,
  });
  return {
    async visit({ url, validators, followers }) {
      const agent = followers === undefined ? userAgent : withFollowers(userAgent, followers);
      const headers = { ...requestHeaders(agent, FEED_TYPES), ...conditionsOf(validators) };
      return visitOf(await guardedGet(url, { roads, timeoutMs, maxBytes, headers }), validators, new Date());
    },
    fetchPage,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await roads[Symbol.asyncDispose]();
    },
  };
}

const requestHeaders = (userAgent: string, accept: string) => ({
  accept,
  'accept-encoding': 'gzip, br, deflate',
  'user-agent': userAgent,
});

const conditionsOf = ({ etag, lastModified }: Validators) => ({
  ...(etag !== undefined && { 'if-none-match': etag }),
  ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
});

/** As Feedly and others write it: `Readout/0.1 (+https://…; 3 subscribers)`. */
const withFollowers = (userAgent: string, followers: number): string =>
  userAgent.replace(/\)$/, `; ${followers} ${followers === 1 ? 'subscriber' : 'subscribers'})`);

function visitOf(answer: Answer | NoAnswer, sent: Validators, now: Date): FeedVisit {
  if (answer.kind === 'failed') return { ...answer, hints: {} };
  const hints = revisitHints(answer.header, now);
  const given = validatorsIn(answer.header);
  const moved = answer.movedTo === undefined ? {} : { movedTo: answer.movedTo };

  const wasConditional = sent.etag !== undefined || sent.lastModified !== undefined;
  if (answer.status === 304 && wasConditional) {
    return { kind: 'unchanged', validators: { ...sent, ...given }, hints, ...moved };
  }
  const failure = failureOf(answer);
  return failure === undefined
    ? { kind: 'fresh', ...documentOf(answer), answeredBy: answer.url, validators: given, hints, ...moved }
    : { ...failure, hints };
}

function documentOf({ bytes, header }: Answer) {
  const contentType = header('content-type');
  return contentType === undefined ? { bytes } : { bytes, contentType };
}

/** Validators are kept as they came; one that could not be sent back as it is, is not kept. */
function validatorsIn(header: ReadHeader): Validators {
  const etag = sendable(header('etag'));
  const lastModified = sendable(header('last-modified'));
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

function sendable(value: string | undefined): string | undefined {
  const isSendable = value !== undefined && value.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(value);
  return isSendable ? value : undefined;
}
