import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { type Answer, failed, type NoAnswer } from './guarded-get.ts';
import { revisitHints } from './revisit-hints.ts';
import { EVERYTHING, type RobotsRules, readRobots } from './robots.ts';
import { failureOf } from './status-failure.ts';

/** A page as it was fetched. */
export type FetchedPage = {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly url: string;
};

/** Reads any page through the same guard as feeds, where its host lets robots in, and never in a hurry. */
export type PageFetch = (url: string) => Promise<FetchedPage | NoAnswer>;

/** Asked before each address that a page leads to; a reason is the end of it. */
export type BeforeHop = (url: URL) => Promise<NoAnswer | undefined>;

/** What pages are fetched with. */
export type PageMeans = {
  /** One GET through the guard. */
  readonly get: (url: string, accept: string, beforeHop?: BeforeHop) => Promise<Answer | NoAnswer>;
  /** The name by which robots.txt knows us. */
  readonly product: string;
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
};

type Verdict = RobotsRules | NoAnswer;
type Kept = { readonly verdict: Promise<Verdict>; readonly untilMs: number };

const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.1';
const ROBOTS_TYPES = 'text/plain, */*;q=0.1';
const BETWEEN_REQUESTS_MS = 2 * SECOND_MS;
/** For a host that says 429 and not how long. */
const PEACE_MS = 10 * MINUTE_MS;
const KEEP_ROBOTS_MS = DAY_MS;
const KEEP_NO_ROBOTS_MS = HOUR_MS;
const MOST_HOSTS_KEPT = 1_000;
/** More of a robots.txt need not be read (RFC 9309, 2.5). */
const LONGEST_ROBOTS = 500 * 1_024;

/**
 * Fetches pages one after the other, with two seconds between any two requests to a host, robots.txt and redirects among
 * them, and only those that its robots.txt permits (RFC 9309): none where it could not be read (5xx, no answer), all
 * where there is none (4xx). It is kept for a day. A host that asks for peace (429, or `Retry-After` with 503) is not
 * asked until then.
 */
export function politePages(means: PageMeans): PageFetch {
  const patience = patienceWithHosts(means);
  const robots = keepRobots(means, patience);
  const inTurn = turnsByHost();
  const beforeHop: BeforeHop = async (url) => {
    // Asked first, so that a refusal of ours is not kept as that of robots.txt.
    const verdict = patience.refusal(url) ?? (await robots(url.origin));
    if ('kind' in verdict) return verdict;
    return verdict.permits(`${url.pathname}${url.search}`)
      ? patience.beforeHop(url)
      : failed('refused', 'Its robots.txt asks robots not to read this page.');
  };
  return (url) =>
    inTurn(URL.parse(url)?.host ?? '', async () =>
      pageOf(patience.heeded(await means.get(url, PAGE_TYPES, beforeHop))),
    );
}

function pageOf(answer: Answer | NoAnswer): FetchedPage | NoAnswer {
  if (answer.kind === 'failed') return answer;
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const { bytes, url } = answer;
  const contentType = answer.header('content-type');
  return { kind: 'read', bytes, url, ...(contentType !== undefined && { contentType }) };
}

function keepRobots(means: PageMeans, patience: Patience): (origin: string) => Promise<Verdict> {
  const kept = new Map<string, Kept>();
  return (origin) => {
    const known = kept.get(origin);
    if (known !== undefined && means.nowMs() < known.untilMs) return known.verdict;

    const verdict = fetchRobots(origin, means, patience);
    keep(origin, { verdict, untilMs: means.nowMs() + KEEP_ROBOTS_MS });
    void verdict.then((read) => {
      if ('kind' in read) keep(origin, { verdict, untilMs: means.nowMs() + KEEP_NO_ROBOTS_MS });
    });
    return verdict;
  };

  function keep(origin: string, one: Kept): void {
    kept.delete(origin);
    kept.set(origin, one);
    const [oldest] = kept.keys();
    if (kept.size > MOST_HOSTS_KEPT && oldest !== undefined) kept.delete(oldest);
  }
}

async function fetchRobots(
  origin: string,
  { get, product }: PageMeans,
  { beforeHop, heeded }: Patience,
): Promise<Verdict> {
  const answer = heeded(await get(`${origin}/robots.txt`, ROBOTS_TYPES, beforeHop));
  if (answer.kind === 'failed') return answer;
  if (answer.status === 200) {
    return readRobots(new TextDecoder().decode(answer.bytes.subarray(0, LONGEST_ROBOTS)), product);
  }
  const isAbsent = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return isAbsent ? EVERYTHING : failed('refused', `Its robots.txt answered with status ${answer.status}.`);
}

/** What each host is owed before it is asked again. */
type Patience = {
  /** Where the host has asked for peace that is not over. */
  readonly refusal: (url: URL) => NoAnswer | undefined;
  /** Waits for the host's next moment and takes it; a host that asked for peace is not asked. */
  readonly beforeHop: BeforeHop;
  /** Gives the answer back, and remembers how long its host is to be left in peace. */
  readonly heeded: (answer: Answer | NoAnswer) => Answer | NoAnswer;
};

function patienceWithHosts({ nowMs, pause }: PageMeans): Patience {
  const nextMs = new Map<string, number>();
  const peaceUntilMs = new Map<string, number>();
  const refusal = ({ host }: URL): NoAnswer | undefined =>
    isAhead(peaceUntilMs.get(host))
      ? failed('too-many-requests', 'It asked to be left in peace.')
      : undefined;
  return {
    refusal,
    async beforeHop(url) {
      const refused = refusal(url);
      if (refused !== undefined) return refused;
      const { host } = url;
      const atMs = Math.max(nowMs(), nextMs.get(host) ?? 0);
      remember(nextMs, host, atMs + BETWEEN_REQUESTS_MS);
      if (isAhead(atMs)) await pause(atMs - nowMs());
      return undefined;
    },
    heeded(answer) {
      if (answer.kind === 'failed') return answer;
      const { host } = new URL(answer.url);
      remember(nextMs, host, Math.max(nextMs.get(host) ?? 0, nowMs() + BETWEEN_REQUESTS_MS));
      const peaceMs = peaceAskedBy(answer, nowMs());
      if (peaceMs !== undefined) remember(peaceUntilMs, host, nowMs() + peaceMs);
      return answer;
    },
  };

  function isAhead(moment: number | undefined): boolean {
    return moment !== undefined && nowMs() < moment;
  }

  function remember(moments: Map<string, number>, host: string, moment: number): void {
    if (moments.size >= MOST_HOSTS_KEPT) {
      for (const [other, until] of moments) if (!isAhead(until)) moments.delete(other);
    }
    moments.set(host, moment);
  }
}

function peaceAskedBy({ status, header }: Answer, nowMs: number): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const askedMs = revisitHints(
    (name) => (name === 'retry-after' || name === 'date' ? header(name) : undefined),
    new Date(nowMs),
  ).notBeforeMs;
  return askedMs ?? (status === 429 ? PEACE_MS : undefined);
}

/** Work for one host is done one piece after the other, in the order it came. */
function turnsByHost(): <Result>(host: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const mine = (last.get(host) ?? Promise.resolve()).then(work);
    const over = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(host) === over) last.delete(host);
      });
    last.set(host, over);
    return mine;
  };
}
