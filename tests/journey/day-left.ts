import type { StandingMessage } from '#tools/demo/simulated-platform.ts';

/** What a story has left in a channel: under which words it was posted, what its card said it was, and its pointers. */
export type StoryLeft = {
  readonly posted: string;
  /** The status words, in the order in which the card took them. */
  readonly statuses: readonly string[];
  readonly pointers: readonly string[];
};

const STATUSES = /ONE SIDE SO FAR|BOTH SIDES HAVE SPOKEN|REPORTED|DENIED|CORRECTED|WITHDRAWN/;
const POINTERS = /own text published|has spoken|DENIED|CORRECTION|WITHDRAWN/;

/** What the demo's day has to leave in each channel that watches it, whatever happened to the program meanwhile. */
export const DAY_LEFT: readonly StoryLeft[] = [
  {
    posted: 'Iran reviews how IAEA inspections may go on under the new law',
    statuses: ['REPORTED'],
    pointers: [],
  },
  {
    posted: 'Macron and Putin speak by phone for the first time since 2022, Kremlin says',
    statuses: ['ONE SIDE SO FAR', 'BOTH SIDES HAVE SPOKEN', 'CORRECTED'],
    pointers: ['own text published', 'has spoken', 'CORRECTION'],
  },
  {
    posted: 'Macron se rendra à Moscou la semaine prochaine, selon deux sources',
    statuses: ['REPORTED', 'DENIED', 'WITHDRAWN'],
    pointers: ['DENIED', 'WITHDRAWN'],
  },
];

/** Reads it from what stands in a channel: one entry a card, in the order of posting. */
export function storiesLeft(messages: readonly StandingMessage[]): readonly StoryLeft[] {
  return messages
    .filter(({ answers }) => answers === undefined)
    .map(({ id, said }) => ({
      posted: DAY_LEFT.find(({ posted }) => said[0]?.includes(posted))?.posted ?? said[0] ?? '',
      statuses: steps(said, STATUSES),
      pointers: messages
        .filter(({ answers }) => answers === id)
        .map(({ said: [line = ''] }) => POINTERS.exec(line)?.[0] ?? line),
    }));
}

/** The first of these words in each text; a text that says the same as the one before is no step. */
export const steps = (texts: readonly string[], words: RegExp): readonly string[] =>
  texts
    .map((text) => words.exec(text)?.[0])
    .filter((found) => found !== undefined)
    .filter((found, place, all) => found !== all[place - 1]);
