import { DAY_MS, HOUR_MS, SECOND_MS } from '#kernel/clock.ts';
import { type Answer, failed, type NoAnswer } from './guarded-get.ts';
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
const BETWEEN_PAGES_MS = 2 * SECOND_MS;
const KEEP_ROBOTS_MS = DAY_MS;
const KEEP_NO_ROBOTS_MS = HOUR_MS;
const MOST_HOSTS_KEPT = 1_000;
/** More of a robots.txt need not be read (RFC 9309, 2.5). */
const LONGEST_ROBOTS = 500 * 1_024;

/**
 * Fetches pages one after the other on each host, two seconds apart, and only those that its robots.txt permits
 * (RFC 9309): none where it could not be read (5xx, no answer), all where there is none (4xx). It is kept for a day.
 */
export function politePages(means: PageMeans): PageFetch {
  const robots = keepRobots(means);
  const inTurn = turnsByHost(means.pause);
  const beforeHop: BeforeHop = async (url) => {
    const verdict = await robots(url.origin);
    if ('kind' in verdict) return verdict;
    return verdict.permits(`${url.pathname}${url.search}`)
      ? undefined
      : failed('refused', 'Its robots.txt asks robots not to read this page.');
  };
  return (url) =>
    inTurn(URL.parse(url)?.host ?? '', async () => pageOf(await means.get(url, PAGE_TYPES, beforeHop)));
}

function pageOf(answer: Answer | NoAnswer): FetchedPage | NoAnswer {
  if (answer.kind === 'failed') return answer;
  const failure = failureOf(answer);
  if (failure !== undefined) return failure;
  const { bytes, url } = answer;
  const contentType = answer.header('content-type');
  return { kind: 'read', bytes, url, ...(contentType !== undefined && { contentType }) };
}

function keepRobots(means: PageMeans): (origin: string) => Promise<Verdict> {
  const kept = new Map<string, Kept>();
  return (origin) => {
    const known = kept.get(origin);
    if (known !== undefined && means.nowMs() < known.untilMs) return known.verdict;

    const verdict = fetchRobots(origin, means);
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

async function fetchRobots(origin: string, { get, product }: PageMeans): Promise<Verdict> {
  const answer = await get(`${origin}/robots.txt`, ROBOTS_TYPES);
  if (answer.kind === 'failed') return answer;
  if (answer.status === 200) {
    return readRobots(new TextDecoder().decode(answer.bytes.subarray(0, LONGEST_ROBOTS)), product);
  }
  const isAbsent = answer.status >= 400 && answer.status < 500 && answer.status !== 429;
  return isAbsent ? EVERYTHING : failed('refused', `Its robots.txt answered with status ${answer.status}.`);
}

/** Work for one host is done one piece after the other, in the order it came, with a pause after each. */
function turnsByHost(
  pause: PageMeans['pause'],
): <Result>(host: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const mine = (last.get(host) ?? Promise.resolve()).then(work);
    const rested = mine
      .then(
        () => pause(BETWEEN_PAGES_MS),
        () => pause(BETWEEN_PAGES_MS),
      )
      .then(() => {
        if (last.get(host) === rested) last.delete(host);
      });
    last.set(host, rested);
    return mine;
  };
}
