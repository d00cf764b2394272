/** How much of a card is shown: how many of each part at most, and how long one text of others may be. */
export type Room = {
  readonly context: number;
  readonly quotesASide: number;
  readonly others: number;
  /** Subjects on which the sides are compared. */
  readonly rows: number;
  /** Sources that no word on the card rests on. */
  readonly furtherSources: number;
  /** Whether each `[n]` is a link; the sources below are links in any case. */
  readonly linksInText: boolean;
  readonly sentences: number;
  readonly citedSources: number;
  readonly footer: number;
  readonly sides: number;
  readonly takenOff: number;
  /** In UTF-16 units of markdown. */
  readonly longestText: number;
};

const ALL = Number.POSITIVE_INFINITY;

const WHOLE: Room = {
  context: ALL,
  quotesASide: ALL,
  others: ALL,
  rows: ALL,
  furtherSources: ALL,
  linksInText: true,
  sentences: ALL,
  citedSources: ALL,
  footer: ALL,
  sides: ALL,
  takenOff: ALL,
  longestText: 1_500,
};

/** What is left out first, second and so on, for as long as a card is too long. Never its headline and status, nor corrections but for the oldest of more than six. */
const LEFT_OUT: readonly Partial<Room>[] = [
  { context: 0 },
  { rows: 0 },
  { quotesASide: 2 },
  { quotesASide: 1 },
  { others: 0 },
  { furtherSources: 6 },
  { furtherSources: 0 },
  { linksInText: false },
  { longestText: 600 },
  { longestText: 300, citedSources: 6, footer: 2 },
  { sentences: 1, citedSources: 3 },
  // The last that fits whatever the card holds.
  { longestText: 100, citedSources: 0, footer: 1, sides: 4, takenOff: 6 },
];

/** From the whole card to the least that is shown of one. */
export const ROOMS: readonly Room[] = LEFT_OUT.reduce<readonly Room[]>(
  (rooms, leftOut) => [...rooms, { ...(rooms.at(-1) ?? WHOLE), ...leftOut }],
  [WHOLE],
);
