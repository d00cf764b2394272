/** One feed that the simulated publishers serve; its text depends on the hour. */
export type Publication = {
  /** Where it is served, such as `/world-wire/feed`. */
  readonly path: string;
  /** What the announcement tells of its outlet, in the form of `config/feeds.yaml`. */
  readonly outlet: Readonly<Record<string, unknown>> & { readonly outlet: string; readonly name: string };
  readonly contentType: string;
  /** Every moment at which its text changes, in order. */
  readonly moments: readonly Date[];
  /** The document as it stood at that moment. */
  documentAt(now: Date): Uint8Array;
};
