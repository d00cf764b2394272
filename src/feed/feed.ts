import type { VisitFailure } from '#feed/feed-visit.ts';
import type { OutletId } from '#feed/outlet.ts';
import { type Id, idOf, type WorkspaceId } from '#kernel/id.ts';

/** Names one feed for as long as its catalogue entry stands: a hash of the address it was listed under. */
export type FeedId = Id<'Feed'>;

/** An RSS, Atom or JSON Feed address: of everyone, or of one workspace. */
export type Feed = {
  readonly id: FeedId;
  readonly url: string;
  readonly outlet: OutletId;
  /** Whose people added it, and for whom alone it is read; absent for a feed of everyone. */
  readonly workspace?: WorkspaceId;
  /** The language its items are in when they do not say. */
  readonly language?: string;
};

/** The id of the feed that the catalogue lists under this address, or that a workspace added under it. */
export const feedIdOf = (listedUrl: string, workspace?: WorkspaceId): FeedId =>
  workspace === undefined ? idOf<'Feed'>('feed', listedUrl) : idOf<'Feed'>('feed', workspace, listedUrl);

/** What a server gave us to ask "has it changed?" with; returned byte for byte (RFC 9110, 8.8). */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/** What a feed document asks about the next visits; it holds until the document changes. */
export type DocumentHints = {
  /** The feed's own `ttl`, in minutes. */
  readonly ttlMinutes?: number;
  /** UTC hours in which the feed asks not to be read (RSS `skipHours`). */
  readonly skipHours?: readonly number[];
  /** UTC days on which it asks not to be read (RSS `skipDays`), from 0, Sunday, to 6. */
  readonly skipDays?: readonly number[];
};

/** What tells how a feed is, besides the times of its record. Unknown is absent. */
export type FeedVitals = {
  /** Items in the last document that was read. */
  readonly items?: number;
  /** When the newest of them was published, by its own date; never ahead of the visit. */
  readonly newestAt?: string;
  /** What usually lies between two sittings in which something is published, in milliseconds. */
  readonly rhythmMs?: number;
  /** The last time it could not be read for a while, once that is over. */
  readonly lastOutage?: { readonly since: string; readonly until: string };
  /** When the first item that is held for its date comes due: then the document is asked for whole, though it may not change. */
  readonly heldUntil?: string;
  /** Why the last visit brought nothing, and the status it was answered with; absent once one is read. */
  readonly failure?: VisitFailure;
  readonly status?: number;
};

/** What is remembered of a feed between visits. Times are ISO 8601 in UTC. */
export type FeedRecord = {
  readonly feed: FeedId;
  /** The address asked now: the catalogue's, or where the feed has moved for good. */
  readonly url: string;
  readonly validators: Validators;
  /** SHA-256 of the last body, so that a new ETag on the same bytes costs no work. */
  readonly bodyHash?: string;
  /** Of the last document that asked for anything. */
  readonly documentHints?: DocumentHints;
  readonly nextVisitAt: string;
  readonly lastVisitAt?: string;
  /** When it last answered with 200 or 304. */
  readonly lastReadAt?: string;
  readonly lastNewAt?: string;
  readonly failuresInARow: number;
  readonly failingSince?: string;
  readonly lastFailure?: string;
  readonly vitals?: FeedVitals;
  /** Until the first visit that could be read, nothing of this feed is posted. */
  readonly isFirstVisitDone: boolean;
  /** How many new items a visit usually brings (median of the last ones), for the flood rule. */
  readonly usualNewItems: number;
  /** Held back by the flood rule since then: stored, not posted, until a person releases or drops them. */
  readonly parkedSince?: string;
  /** Consecutive identical permanent redirects: the new address is taken after three of them over 24 h. */
  readonly movedTo?: string;
  readonly movedSince?: string;
  readonly movedCount: number;
};
