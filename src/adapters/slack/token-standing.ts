/** Whether Slack still takes our token. */
export type TokenStanding = {
  /** Why it does not; absent while it does. */
  readonly problem: () => string | undefined;
  /** Slack takes it no more; true where that is news. */
  readonly refuse: (why: string) => boolean;
};

/** A token that was taken a moment ago. */
export function tokenStanding(): TokenStanding {
  let problem: string | undefined;
  return {
    problem: () => problem,
    refuse: (why) => {
      const isNews = problem === undefined;
      problem ??= `Slack takes our token no more (${why})`;
      return isNews;
    },
  };
}
