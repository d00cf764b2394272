import { type Dispatcher, request } from 'undici';
import type { VisitFailure } from '#feed/feed-visit.ts';
import { ForbiddenAddress } from './guarded-connector.ts';
import type { GuardedRoads } from './guarded-roads.ts';
import { BodyTooLarge, BodyUnreadable, readBody } from './read-body.ts';
import type { ReadHeader } from './revisit-hints.ts';

/** What a GET needs besides its address. */
export type GetMeans = {
  readonly roads: Pick<GuardedRoads, 'to'>;
  readonly headers: Readonly<Record<string, string>>;
  /** For everything together: redirects, headers and body; with `beforeHop`, which may wait long, for each hop after it. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Asked before each address, the first and those of redirects; a reason ends it. */
  readonly beforeHop?: (url: URL) => Promise<NoAnswer | undefined>;
};

/** A final answer, after redirects; its body is read only where the status is 200. */
export type Answer = {
  readonly kind: 'answered';
  readonly status: number;
  readonly header: ReadHeader;
  readonly bytes: Uint8Array;
  readonly url: string;
  /** How far permanent redirects alone lead. */
  readonly movedTo?: string;
};

/** Why there is no answer. */
export type NoAnswer = {
  readonly kind: 'failed';
  readonly reason: VisitFailure;
  readonly detail: string;
  /** Where the server said no by a status. */
  readonly status?: number;
};

type Redirect = {
  readonly kind: 'redirect';
  readonly from: URL;
  readonly location: string | undefined;
  readonly isPermanent: boolean;
};

const MOST_REDIRECTS = 5;
const UNREACHABLE = 'The address could not be reached.';

const UNKNOWN_ISSUER = 'Its certificate is signed by nobody we trust.';
/** Codes of Node and OpenSSL. Whoever shows a certificate was permitted, so this gives nothing away. */
const DISTRUST: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  CERT_NOT_YET_VALID: 'Its certificate is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another host.',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_ISSUER,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_ISSUER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_ISSUER,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_ISSUER,
};

/**
 * One GET that follows at most five redirects and asks the guard before each. Never throws for what a server or a
 * network does. A refused address and a closed port read the same, so that nobody can scan ports through us.
 */
export async function guardedGet(address: string, means: GetMeans): Promise<Answer | NoAnswer> {
  const signal = means.beforeHop === undefined ? AbortSignal.timeout(means.timeoutMs) : undefined;
  let url = URL.parse(address);
  let movedTo: string | undefined;
  let isMovedForGood = true;

  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const step = await takeHop(url, means, signal);
    if (step.kind === 'failed') return step;
    if (step.kind === 'answered') return movedTo === undefined ? step : { ...step, movedTo };

    const next = targetOf(step);
    if (next instanceof URL) {
      isMovedForGood &&= step.isPermanent;
      if (isMovedForGood) movedTo = next.href;
      url = next;
    } else return next;
  }
  return failed('bad-redirect', `It redirects more than ${MOST_REDIRECTS} times.`);
}

/** No answer, for this reason. */
export const failed = (reason: VisitFailure, detail: string): NoAnswer => ({
  kind: 'failed',
  reason,
  detail,
});

type HopMeans = GetMeans & { readonly signal: AbortSignal };

async function takeHop(
  url: URL | null,
  means: GetMeans,
  signal: AbortSignal | undefined,
): Promise<Answer | NoAnswer | Redirect> {
  const road = url === null ? undefined : means.roads.to(url);
  if (url === null || road === undefined) return failed('forbidden-address', UNREACHABLE);
  const refusal = await means.beforeHop?.(url);
  return refusal ?? askOnce(url, road, { ...means, signal: signal ?? AbortSignal.timeout(means.timeoutMs) });
}

function targetOf({ from, location }: Redirect): URL | NoAnswer {
  const next = location === undefined ? null : URL.parse(location, from);
  if (next === null) return failed('bad-redirect', 'It redirects without saying where to.');
  return from.protocol === 'https:' && next.protocol === 'http:'
    ? failed('bad-redirect', 'It redirects from https to http.')
    : next;
}

async function askOnce(
  url: URL,
  dispatcher: Dispatcher,
  { headers, maxBytes, signal }: HopMeans,
): Promise<Answer | NoAnswer | Redirect> {
  try {
    const answer = await request(url, { dispatcher, method: 'GET', headers, signal });
    const header = headerReader(answer.headers);
    const status = answer.statusCode;
    if (status === 200) {
      const bytes = await readBody(answer.body, header('content-encoding') ?? '', maxBytes);
      return { kind: 'answered', status, header, bytes, url: url.href };
    }
    await answer.body.dump({ limit: maxBytes, signal });
    if ([301, 302, 303, 307, 308].includes(status)) {
      return {
        kind: 'redirect',
        from: url,
        location: header('location'),
        isPermanent: status === 301 || status === 308,
      };
    }
    return { kind: 'answered', status, header, bytes: new Uint8Array(), url: url.href };
  } catch (error) {
    return whyNot(error);
  }
}

function headerReader(headers: Readonly<Record<string, string | string[] | undefined>>): ReadHeader {
  return (name) => {
    const value = headers[name];
    return typeof value === 'object' ? value.join(', ') : value;
  };
}

function whyNot(error: unknown): NoAnswer {
  if (error instanceof ForbiddenAddress) return failed('forbidden-address', UNREACHABLE);
  if (error instanceof BodyTooLarge) return failed('too-large', error.message);
  if (error instanceof BodyUnreadable) return failed('bad-answer', error.message);
  const name = error instanceof Error ? error.name : '';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (name === 'TimeoutError' || code.includes('TIMEOUT'))
    return failed('timeout', 'It did not answer in time.');
  const distrust = DISTRUST[code];
  if (distrust !== undefined) return failed('unreachable', distrust);
  const isBadHttp =
    code.startsWith('HPE_') || code.startsWith('UND_ERR_HEADERS') || code.startsWith('UND_ERR_RES');
  return isBadHttp
    ? failed('bad-answer', 'Its answer is no valid HTTP.')
    : failed('unreachable', UNREACHABLE);
}
