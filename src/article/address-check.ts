import type { Article, ArticleId } from '#article/article.ts';
import { HOUR_MS, MINUTE_MS } from '#kernel/clock.ts';

/** How an article's address answered: the page is there, it is not, or there is no telling. */
export type PageStanding =
  | { readonly kind: 'there' }
  /** 404 or 410. */
  | { readonly kind: 'missing'; readonly status: number }
  /** Refused, by robots.txt too, out of reach, or anything else: nothing may be claimed. */
  | { readonly kind: 'untold' };

/** Asks whether a page is at its address. Never throws for what a server does. */
export interface PageProbe {
  ask(url: string): Promise<PageStanding>;
}

/** When the address of an article that stands on a card was last asked for, and how it answered. ISO 8601, UTC. */
export type AddressCheck = {
  readonly article: ArticleId;
  readonly checkedAt: string;
  readonly dueAt: string;
  /** When it was last known to be there; absent where it never was, for us. */
  readonly thereAt?: string;
  /** How often in a row there was nothing at the address, since when, and with which status. */
  readonly misses: number;
  readonly missingSince?: string;
  readonly status?: number;
};

/** One wrong answer of a server must not call a report gone. */
const MISSES_NEEDED = 2;
const MISSING_FOR_MS = 10 * MINUTE_MS;
/** Before its address is asked for the first time, so that its card may go out and its page be read. */
const FIRST_AFTER_MS = 10 * MINUTE_MS;
/** A first miss is looked into sooner than an address that answers. */
const AGAIN_AFTER_MISS_MS = 15 * MINUTE_MS;
/** How old an article is when its address is asked for more rarely, and how rarely then. */
const YOUNG_MS = 12 * HOUR_MS;
const OFTEN_MS = HOUR_MS;
const RARELY_MS = 6 * HOUR_MS;

/** The check before the first answer: a page that was read for its text was there. */
export function firstCheck(article: Pick<Article, 'id' | 'seenAt' | 'isFullText'>): AddressCheck {
  return {
    article: article.id,
    checkedAt: article.seenAt,
    dueAt: new Date(Date.parse(article.seenAt) + FIRST_AFTER_MS).toISOString(),
    misses: 0,
    ...(article.isFullText && { thereAt: article.seenAt }),
  };
}

/** The check after another answer; `seenAt` is when the article came, which says how often to ask. */
export function checkAfter(
  article: Pick<Article, 'id' | 'seenAt'>,
  earlier: AddressCheck,
  standing: PageStanding,
  now: Date,
): AddressCheck {
  const checkedAt = now.toISOString();
  const later = (ms: number): string => new Date(now.getTime() + ms).toISOString();
  const steadyMs = now.getTime() - Date.parse(article.seenAt) < YOUNG_MS ? OFTEN_MS : RARELY_MS;
  switch (standing.kind) {
    case 'there':
      return { article: article.id, checkedAt, dueAt: later(steadyMs), thereAt: checkedAt, misses: 0 };
    case 'untold':
      return { ...earlier, checkedAt, dueAt: later(steadyMs) };
    case 'missing': {
      const misses = earlier.misses + 1;
      const dueMs = misses < MISSES_NEEDED ? AGAIN_AFTER_MISS_MS : steadyMs;
      const missingSince = earlier.missingSince ?? checkedAt;
      return { ...earlier, checkedAt, dueAt: later(dueMs), misses, missingSince, status: standing.status };
    }
  }
}

/**
 * Whether the article is no longer at its address: it was there for us, and was then missed twice in a row at least, ten
 * minutes apart or more. Some servers tell robots that a page is not there; nothing is claimed of those.
 */
export function isMissing({ misses, missingSince, checkedAt, thereAt }: AddressCheck): boolean {
  if (thereAt === undefined || misses < MISSES_NEEDED || missingSince === undefined) return false;
  return Date.parse(checkedAt) - Date.parse(missingSince) >= MISSING_FOR_MS;
}
