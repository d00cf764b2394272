/** Of which channel a window of ours is, and which command its form fills: Slack keeps it with the window and shows it to nobody. */
export type ViewPlace = {
  readonly channel: string;
  readonly path?: readonly string[];
  /** Options that are known and not asked again. */
  readonly given?: Readonly<Record<string, string>>;
};

/** Slack takes no more (docs: "Views"). */
const MOST_METADATA = 3_000;

/** As a window holds it. Throws where that is more than Slack takes. */
export function metadataOf(place: ViewPlace): string {
  const kept = JSON.stringify(place);
  if (kept.length > MOST_METADATA)
    throw new Error(`The form of ${place.path?.join(' ')} holds more than Slack takes.`);
  return kept;
}

/** What stands in the Home tab is of many channels: each row names its own. */
export const rowOf = (channel: string, number: number): string => `at:${channel}:${number}`;

/** The place of a window, or of a row in it; absent where we have put none there. */
export function placeOfView(metadata: string, block = ''): ViewPlace | undefined {
  const [, channel] = /^at:([CGD][A-Z0-9]+):\d+$/.exec(block) ?? [];
  if (channel !== undefined) return { channel };
  // The Home tab holds its page there.
  return metadata.startsWith('{') ? (JSON.parse(metadata) as ViewPlace) : undefined;
}
