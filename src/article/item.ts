/** What a feed document holds: the parser's plain output. Dates are ISO 8601 in UTC; unknown is absent. */
export type Item = {
  /** Plain text, one line. */
  readonly title?: string;
  /** Absolute http(s) address. */
  readonly link?: string;
  readonly guid?: string;
  readonly published?: string;
  readonly updated?: string;
  /** The date names a zone that nobody knows, or one of several: it may be hours off. */
  readonly isZoneDoubtful?: true;
  /** Plain text. */
  readonly summary?: string;
  /** Sanitised HTML; only where it was asked for. */
  readonly content?: string;
  /** The content as plain text, a line for each block. */
  readonly text?: string;
  readonly authors?: readonly string[];
  readonly image?: string;
  readonly language?: string;
  /** For aggregators such as Google News: the outlet the item really comes from. */
  readonly outletName?: string;
  /** Its address as the aggregator gives it: that of its site or of its feed. */
  readonly outletLink?: string;
};

/** The shapes of feed documents. */
export type FeedKind = 'rss' | 'rdf' | 'atom' | 'json';

/** A feed document, read. */
export type ParsedFeed = {
  readonly kind: FeedKind;
  readonly feed: {
    readonly title?: string;
    readonly link?: string;
    readonly language?: string;
    readonly ttlMinutes?: number;
    readonly skipHours?: readonly number[];
    /** From 0, Sunday, to 6. */
    readonly skipDays?: readonly number[];
  };
  readonly items: readonly Item[];
  /** What could not be read, in words: an unreadable date, a cut-off end, a raw ampersand. */
  readonly problems: readonly string[];
};

/** A document that is no feed, or none that can be read. */
export type Unreadable = {
  readonly error: { readonly kind: 'not-a-feed' | 'malformed' | 'too-large'; readonly message: string };
};

/** A feed document as it came. */
export type FeedDocument = {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** Where it was read: relative links start from it. */
  readonly url?: string;
  /** Whether the items' HTML is wanted too; to make it harmless costs more than all the rest. */
  readonly withMarkup?: boolean;
};

/** Reads feed documents. Bytes in any encoding; never throws for what a document holds. */
export interface FeedParser {
  parse(document: FeedDocument): Promise<ParsedFeed | Unreadable>;
}
