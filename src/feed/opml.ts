/** A feed as an OPML document lists it. */
export type OpmlFeed = { readonly url: string; readonly title?: string };

/** Reads which feeds an OPML document lists, in its order; `undefined` for what is no OPML. Never throws. */
export type ReadOpml = (document: {
  readonly bytes: Uint8Array;
  readonly contentType?: string;
}) => readonly OpmlFeed[] | undefined;
