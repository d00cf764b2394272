import { Agent } from 'undici';
import type { Validators } from '#feed/feed.ts';
import type { FeedFetcher, FeedVisit, RevisitHints, VisitFailure } from '#feed/feed-visit.ts';
import { addressGuard } from './address-guard.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { type Answer, type GetMeans, guardedGet, type NoAnswer } from './guarded-get.ts';
import { type ReadHeader, revisitHints } from './revisit-hints.ts';

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
};

/** A page as it was fetched. */
export type FetchedPage = {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly url: string;
};

/** Reads any page through the same guard as feeds. */
export type PageFetch = (url: string) => Promise<FetchedPage | NoAnswer>;

type StatusFailure = { readonly reason: VisitFailure; readonly detail: string };

const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1';
const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.1';
/** A longer validator is not worth keeping, and would make our own request too large. */
const LONGEST_VALIDATOR = 1_024;

/**
 * Fetches feeds by conditional GET, and pages, through the address guard: no cookies, no referrer, one connection
 * per host. Dispose it to close its sockets.
 */
export function undiciFeedFetcher(
  options: FetchOptions,
): FeedFetcher & AsyncDisposable & { readonly fetchPage: PageFetch } {
  const guard = addressGuard(options.allowNetworks);
  const dispatcher = new Agent({
    connect: guardedConnector(guard, options.resolve),
    connections: 1,
    pipelining: 1,
  });
  const { timeoutMs, maxBytes, userAgent } = options;
  const meansFor = (accept: string, validators: Validators): GetMeans => ({
    dispatcher,
    guard,
    timeoutMs,
    maxBytes,
    headers: requestHeaders(userAgent, accept, validators),
  });

  return {
    visit: async ({ url, validators }) =>
      visitOf(await guardedGet(url, meansFor(FEED_TYPES, validators)), validators, new Date()),
    fetchPage: async (url) => pageOf(await guardedGet(url, meansFor(PAGE_TYPES, {}))),
    [Symbol.asyncDispose]: async () => dispatcher.destroy(),
  };
}

function requestHeaders(userAgent: string, accept: string, { etag, lastModified }: Validators) {
  return {
    accept,
    'accept-encoding': 'gzip, br, deflate',
    'user-agent': userAgent,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

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
    : failedVisit(failure, hints);
}

const failedVisit = (failure: StatusFailure, hints: RevisitHints): FeedVisit => ({
  kind: 'failed',
  ...failure,
  hints,
});

function pageOf(answer: Answer | NoAnswer): FetchedPage | NoAnswer {
  if (answer.kind === 'failed') return answer;
  const failure = failureOf(answer);
  return failure === undefined
    ? { kind: 'read', ...documentOf(answer), url: answer.url }
    : { kind: 'failed', ...failure };
}

function documentOf({ bytes, header }: Answer): Pick<FetchedPage, 'bytes' | 'contentType'> {
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

function failureOf({ status, bytes }: Answer): StatusFailure | undefined {
  if (status === 200) {
    return bytes.byteLength > 0
      ? undefined
      : { reason: 'bad-answer', detail: 'It answered with an empty document.' };
  }
  return { reason: reasonOf(status), detail: `It answered with status ${status}.` };
}

function reasonOf(status: number): VisitFailure {
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'refused' : 'bad-answer';
}
