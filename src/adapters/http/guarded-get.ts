import { type Dispatcher, request } from 'undici';
import type { VisitFailure } from '#feed/feed-visit.ts';
import type { AddressGuard } from './address-guard.ts';
import { ForbiddenAddress } from './guarded-connector.ts';
import { BodyTooLarge, BodyUnreadable, readBody } from './read-body.ts';
import type { ReadHeader } from './revisit-hints.ts';

/** What a GET needs besides its address. */
export type GetMeans = {
  readonly dispatcher: Dispatcher;
  readonly guard: AddressGuard;
  readonly headers: Readonly<Record<string, string>>;
  /** For everything together: redirects, headers and body. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
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
export type NoAnswer = { readonly kind: 'failed'; readonly reason: VisitFailure; readonly detail: string };

type Redirect = {
  readonly kind: 'redirect';
  readonly location: string | undefined;
  readonly isPermanent: boolean;
};

const MOST_REDIRECTS = 5;
const UNREACHABLE = 'The address could not be reached.';

/**
 * One GET that follows at most five redirects and asks the guard before each. Never throws for what a server or a
 * network does. A refused address and a closed port read the same, so that nobody can scan ports through us.
 */
export async function guardedGet(address: string, means: GetMeans): Promise<Answer | NoAnswer> {
  const signal = AbortSignal.timeout(means.timeoutMs);
  let url = URL.parse(address);
  let movedTo: string | undefined;
  let isMovedForGood = true;

  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (url === null || !means.guard.permitsUrl(url)) return failed('forbidden-address', UNREACHABLE);
    const step = await askOnce(url, means, signal);
    if (step.kind === 'failed') return step;
    if (step.kind === 'answered') return movedTo === undefined ? step : { ...step, movedTo };

    const next: URL | null = step.location === undefined ? null : URL.parse(step.location, url);
    if (next === null) return failed('bad-redirect', 'It redirects without saying where to.');
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      return failed('bad-redirect', 'It redirects from https to http.');
    }
    isMovedForGood &&= step.isPermanent;
    if (isMovedForGood) movedTo = next.href;
    url = next;
  }
  return failed('bad-redirect', `It redirects more than ${MOST_REDIRECTS} times.`);
}

const failed = (reason: VisitFailure, detail: string): NoAnswer => ({ kind: 'failed', reason, detail });

async function askOnce(
  url: URL,
  means: GetMeans,
  signal: AbortSignal,
): Promise<Answer | NoAnswer | Redirect> {
  const { dispatcher, headers, maxBytes } = means;
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
  const isBadHttp =
    code.startsWith('HPE_') || code.startsWith('UND_ERR_HEADERS') || code.startsWith('UND_ERR_RES');
  return isBadHttp
    ? failed('bad-answer', 'Its answer is no valid HTTP.')
    : failed('unreachable', UNREACHABLE);
}
