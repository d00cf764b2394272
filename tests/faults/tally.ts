/** What became of all articles that a channel was to see, counted by what stands in the channel. */
export type Tally = {
  readonly articles: number;
  /** Seen in the channel, once or more often. */
  readonly posted: number;
  /** Not seen there at all. */
  readonly lost: number;
  /** How many messages stand there beyond the first for the same article. */
  readonly doubled: number;
  /** Of how many the program said that it cannot know whether they stand there. */
  readonly uncertain: number;
};

/** Nothing yet. */
export const NOTHING_SEEN: Tally = { articles: 0, posted: 0, lost: 0, doubled: 0, uncertain: 0 };

/** Both together. */
export const plus = (one: Tally, other: Tally): Tally => ({
  articles: one.articles + other.articles,
  posted: one.posted + other.posted,
  lost: one.lost + other.lost,
  doubled: one.doubled + other.doubled,
  uncertain: one.uncertain + other.uncertain,
});

/** Counts articles, of each of which so many messages stand in the channel. */
export function tallyOf(seen: readonly number[], uncertain: number): Tally {
  const posted = seen.filter((times) => times > 0).length;
  return {
    articles: seen.length,
    posted,
    lost: seen.length - posted,
    doubled: seen.reduce((sum, times) => sum + Math.max(0, times - 1), 0),
    uncertain,
  };
}

/** The line that a run ends with. */
export const lineOf = ({ articles, posted, lost, doubled, uncertain }: Tally): string =>
  `articles ${articles} posted ${posted} lost ${lost} doubled ${doubled} uncertain ${uncertain}`;

/** Whether every article stands there once, and no more. */
export const isClean = ({ lost, doubled, uncertain }: Tally): boolean => lost + doubled + uncertain === 0;
