import type { DocumentHints, Validators } from '#feed/feed.ts';

/** Why a visit brought nothing. */
export type VisitFailure =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'not-found'
  | 'gone'
  | 'too-many-requests'
  | 'server-error'
  | 'too-large'
  | 'bad-redirect'
  | 'forbidden-address'
  | 'bad-answer'
  | 'not-a-feed';

/** What the server, or the feed itself, asks about the next visit. */
export type RevisitHints = DocumentHints & {
  /** From `Retry-After`, `Cache-Control: max-age` and `Expires`: do not come back sooner. */
  readonly notBeforeMs?: number;
};

/** One request to a feed and its outcome. */
export type FeedVisit =
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      readonly contentType?: string;
      /** The address that answered, after redirects: relative links start from it. */
      readonly answeredBy: string;
      /** How far permanent redirects alone led. */
      readonly movedTo?: string;
      readonly validators: Validators;
      readonly hints: RevisitHints;
    }
  | {
      readonly kind: 'unchanged';
      readonly validators: Validators;
      readonly hints: RevisitHints;
      readonly movedTo?: string;
    }
  | {
      readonly kind: 'failed';
      readonly reason: VisitFailure;
      /** The status it was answered with, where it was answered. */
      readonly status?: number;
      /** One line for people; never tells a refused address from a closed port. */
      readonly detail: string;
      readonly hints: RevisitHints;
    };

/** What to ask for. */
export type VisitRequest = {
  readonly url: string;
  readonly validators: Validators;
  /** How many watch it through us; told to the publisher, where the operator wants that. */
  readonly followers?: number;
};

/** Fetches feeds. Never throws for what a server or a network does: that is an outcome. */
export interface FeedFetcher {
  visit(request: VisitRequest): Promise<FeedVisit>;
}
